"""An organ's page answers: what do we owe, by when."""

import re

from django.test import Client

from tests.web.page import links, text


def test_all_organs_are_listed_with_their_lights(clerk: Client) -> None:
    words = text(clerk.get("/organs"))
    assert "区司法局" in words
    assert "本单位" in words


def test_an_organ_sees_what_it_still_owes_and_its_measures(clerk: Client) -> None:
    response = clerk.get("/organs/justice")
    assert "还欠什么，到哪天" in text(response)
    assert "执法监督" in text(response)
    assert any(link.startswith("/duties/") for link in links(response))


def test_an_unknown_organ_is_not_found(clerk: Client) -> None:
    assert clerk.get("/organs/nowhere").status_code == 404


def test_an_organ_gives_out_its_calendar_and_takes_it_back(clerk: Client) -> None:
    clerk.post("/organs/justice/feed")
    address = next(link for link in links(clerk.get("/organs/justice")) if link.endswith(".ics"))
    feed = Client().get(address)
    assert feed["Content-Type"].startswith("text/calendar")
    assert "案卷评查" in feed.content.decode()
    assert re.search(r"\r\nURL:http://testserver/duties/\d+\r\n", feed.content.decode())
    clerk.post("/organs/justice/feed/revoke")
    gone = Client().get(address)
    assert (gone.status_code, "duties.E040" in gone.content.decode()) == (404, True)


def test_another_organ_has_no_say_over_it(street: Client) -> None:
    assert street.post("/organs/justice/feed").status_code == 403
    assert "日历订阅" not in text(street.get("/organs/justice"))
