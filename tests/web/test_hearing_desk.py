"""The desk of a hearing: what its clerk does, what nobody else may, what nobody can cheat."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from fazhi.cases.models import Look
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from tests.chapters.decisions.consultation import people
from tests.chapters.decisions.consultation.people import decision
from tests.chapters.decisions.hearing import stage
from tests.web.conftest import logged_in
from tests.web.page import links, text
from tests.web.test_hearings import closed, drawn


@pytest.fixture(autouse=True)
def _no_flood() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def drafter(db: None) -> Client:
    people.establish_all()
    return logged_in("drafter")


def step(client: Client, row: Hearing, kind: str, **given: object) -> object:
    return client.post(f"/hearing-desk/{row.pk}/{kind}", given, follow=True)


def notice(**changes: str) -> dict[str, str]:
    today = timezone.localdate()
    given = {
        "title": "公共停车规划", "ground": "chosen", "draft": "第一条 甲。", "note": "说明",
        "place": "演示会议室", "conditions": "本区居民", "method": "公开抽取", "quota_reason": "保留的理由",
        "until": (today + timedelta(days=10)).isoformat(),
        "held_at": f"{today + timedelta(days=30)}T14:00", "group_1": "公众", "seats_1": "2", "spare_1": "1",
    }  # fmt: skip
    return {**given, **changes}


def test_registration_is_opened_from_the_case_and_its_seats_stay(drafter: Client) -> None:
    case = decision()
    address = f"/cases/{case.pk}/hearing"
    assert address in links(drafter.get(f"/cases/{case.pk}"))
    assert address in links(drafter.get("/hearing-desk"))
    for changes, code in (
        ({"seats_1": ""}, "hearing.E005"),
        ({"held_at": notice()["until"] + "T09:00"}, "E004"),
    ):
        wrong = drafter.post(address, notice(**changes))
        assert wrong.status_code == 400
        assert code in text(wrong)
        assert "保留的理由" in wrong.content.decode()
    assert not Hearing.objects.exists()
    assert "已向社会公布听证报名" in text(drafter.post(address, notice(), follow=True))
    drafter.post(address, notice(seats_1="9"))
    assert Hearing.objects.get().seats.get().number == 2


def test_a_clerk_looks_rules_promises_draws_and_announces(drafter: Client) -> None:
    row = closed()
    address = f"/hearing-desk/{row.pk}"
    assert "赵甲" not in drafter.get(address).content.decode()
    refused = drafter.post(f"{address}/look", {"n": ["1"], "purpose": " "})
    assert "cases.E025" in text(refused)
    assert "演示·赵甲" in text(drafter.post(f"{address}/look", {"n": ["1"], "purpose": "审核"}))
    tomorrow = timezone.localdate() + timedelta(days=1)
    early = step(drafter, row, "draw", value="1")
    assert "hearing.E040" in text(early)
    assert "第十六条第三款" in text(early)
    assert "hearing.E003" in text(step(drafter, row, "commit", source="演示彩票", day="x"))
    assert "名单已经固定" in text(step(drafter, row, "commit", source="演示彩票", day=tomorrow))
    assert "hearing.E042" in text(step(drafter, row, "draw", value="1"))
    assert "hearing.E022" in text(step(drafter, row, "rule", n=["1"], accepted="0", reason="不想要"))
    assert drafter.post(f"{address}/nonsense").status_code == 404


def test_after_the_draw_the_announcement_is_an_act_with_the_list_of_names(drafter: Client) -> None:
    row = drawn()
    assert "听证会和参加人已经公告" in text(step(drafter, row, "announce"))
    assert row.case.acts.filter(name="announce_hearing").count() == 1
    page = drafter.get(f"/hearing-desk/{row.pk}")
    assert "材料未送达" in text(page)
    given = {"n": [str(one) for one in stage.seats(row)], "way": "邮寄"}
    assert "已登记送达" in text(step(drafter, row, "deliver", **given))
    assert "hearing.E074" in text(step(drafter, row, "attend", present="1", **given))
    assert "hearing.E071" in text(step(drafter, row, "hold"))


def test_another_organ_and_a_stranger_find_nothing_and_an_auditor_only_reads(drafter: Client) -> None:
    row = closed()
    get_user_model().objects.create_user("stranger")
    for login, status in (("street", 404), ("stranger", 403)):
        client = logged_in(login)
        answers = (
            client.get(f"/hearing-desk/{row.pk}"),
            client.post(f"/hearing-desk/{row.pk}/announce"),
            client.post(f"/hearing-desk/{row.pk}/look", {"n": ["1"], "purpose": "看"}),
            client.get(f"/cases/{row.case_id}/hearing"),
        )
        assert [one.status_code for one in answers] == [status] * 4
    auditor = logged_in("auditor")
    assert auditor.get(f"/hearing-desk/{row.pk}").status_code == 200
    assert step(auditor, row, "rule", n=["1"], accepted="1").status_code == 403  # type: ignore[attr-defined]
    looked = auditor.post(f"/hearing-desk/{row.pk}/look", {"n": ["1"], "purpose": "审计"})
    assert (looked.status_code, Look.objects.get().purpose) == (200, "审计")
    assert Registration.objects.filter(rulings=None).count() == 0
