"""The matrix says who leads and who answers in each measure, on a wide screen and on a phone."""

from django.test import Client

from tests.web.page import links, text


def test_each_organ_has_its_part_in_each_measure(leader: Client) -> None:
    response = leader.get("/matrix")
    assert "区司法局" in text(response)
    assert '<td class="l">牵' in response.content.decode()
    assert "/organs/justice#measures" in links(response)


def test_a_phone_may_ask_for_the_whole_table(leader: Client) -> None:
    assert "phone-only" not in leader.get("/matrix?view=table").content.decode().split("<main")[1]
