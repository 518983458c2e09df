"""A coordinator says on a measure's page which organs 各有关部门 means; everybody sees what was decided."""

from django.test import Client

from fazhi.duties.models import Measure, Narrowing
from tests.web.page import links, text

WORDS = "区政府各有关部门"


def sent(**more: object) -> dict[str, object]:
    return {"written": WORDS, "organs": ["audit"], "reason": "只涉及审计", "expected": 0} | more


def test_a_name_is_narrowed_shown_to_all_and_taken_back(coordinator: Client, clerk: Client) -> None:
    measure = Measure.objects.get(title="执法监督")
    page, address = f"/measures/{measure.pk}", f"/measures/{measure.pk}/names"
    assert address in links(coordinator.get(page))
    assert address not in links(clerk.get(page))
    assert "没有认定" in text(coordinator.get(address))

    done = coordinator.post(address, sent(), follow=True)
    assert "已认定" in done.content.decode()
    assert "已认定 1 个机构" in text(done)
    assert "只涉及审计" in text(clerk.get(page))

    coordinator.post(address, sent(back="", reason="仍指全部", expected=1))
    assert [row.organs for row in Narrowing.objects.all()] == [["audit"], []]
    assert "撤销认定" in text(clerk.get(page))


def test_what_is_wrong_is_said_and_what_was_written_stays(coordinator: Client, clerk: Client) -> None:
    measure = Measure.objects.get(title="执法监督")
    address = f"/measures/{measure.pk}/names"
    assert clerk.get(address).status_code == clerk.post(address, sent()).status_code == 403
    for wrong, status, said in (
        (sent(reason=""), 400, "理由"),
        (sent(organs=[]), 400, "duties.E050"),
        (sent(organs=["east"]), 400, "指哪些机构"),
        (sent(written="区司法局"), 400, "duties.E052"),
        (sent(expected=7, reason="已经想好"), 409, "已经想好"),
    ):
        response = coordinator.post(address, wrong)
        assert response.status_code == status
        assert said in text(response)
    assert 'name="expected" value="0"' in response.content.decode()
    assert not Narrowing.objects.exists()
    other = Measure.objects.get(title="目录公开")
    assert "没有概称" in text(coordinator.get(f"/measures/{other.pk}/names"))
