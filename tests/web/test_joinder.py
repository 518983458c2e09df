"""Joining, severing and transferring from a case: the clocks first, then the act, and both files say so."""

import pytest
from django.test import Client
from django.urls import reverse

from fazhi.cases.actions import Attachment
from fazhi.cases.models import Act, Case, Paper
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from tests.cases.conftest import do, person
from tests.cases.joining import NEXT, WHY, begun, join, joinable, sever
from tests.cases.test_transfer import sending
from tests.conftest import Personas, at
from tests.web.conftest import logged_in
from tests.web.page import text

__all__ = ["joinable"]
pytestmark = pytest.mark.usefixtures("joinable")


@pytest.fixture
def receiver(personas: Personas) -> Actor:
    return person("receiver")


@pytest.fixture
def two(receiver: Actor, joinable: object) -> tuple[Case, Case]:
    return begun(receiver), begun(receiver, NEXT)


@pytest.fixture
def desk(two: tuple[Case, Case]) -> Client:
    return logged_in("receiver")


def joining(case: Case, *others: Case) -> str:
    query = "&".join(f"with={one.pk}" for one in others)
    return reverse("web:case-join", args=[case.pk, "join"]) + f"?{query}"


def severing(case: Case) -> str:
    return reverse("web:case-sever", args=[case.pk, "sever"])


def filled(case: Case, *others: Case, **changes: str) -> dict[str, str]:
    return {
        "expected": str(case.sequence), "happened_on": NEXT.isoformat(), "key": "", "reason": WHY,
        "seen": ",".join(f"{one.pk}-{one.sequence}" for one in others), **changes,
    }  # fmt: skip


def page(case: Case) -> str:
    return reverse("web:case", args=[case.pk])


def test_the_cases_that_may_be_joined_are_offered_and_the_others_say_why(
    desk: Client, two: tuple[Case, Case], receiver: Actor
) -> None:
    over = begun(receiver)
    do(over, receiver, "send", NEXT)
    assert joining(two[0]).rstrip("?") in desk.get(page(two[0])).content.decode()
    response = desk.get(joining(two[0]))
    assert f'name="with" value="{two[1].pk}"' in response.content.decode()
    assert over.number not in text(response)


def test_what_becomes_of_the_clocks_is_shown_before_anything_is_done(
    desk: Client, two: tuple[Case, Case]
) -> None:
    words = text(desk.get(joining(two[1], two[0])))
    assert "2026-08-05" in words
    assert "2026-08-03" in words
    assert Act.objects.count() == 4


def test_joined_both_files_say_so_and_the_earliest_day_binds(desk: Client, two: tuple[Case, Case]) -> None:
    assert desk.post(joining(two[1], two[0]), filled(two[1], two[0])).status_code == 302
    for one, other in (two, two[::-1]):
        words = text(desk.get(page(one)))
        assert f"与之合并的案件{other.number}" in words
        assert "最先届满" in words
        assert "2026-08-05" not in words


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"reason": ""}, 400, "理由"),
        ({"expected": "1"}, 409, "cases.E409"),
        ({"seen": "1-x"}, 400, "请重新选择"),
        ({"happened_on": "2026-07-01"}, 400, "procedure.E015"),
    ],
)
def test_what_is_wrong_is_said_and_joins_nothing(
    desk: Client, two: tuple[Case, Case], changes: dict[str, str], status: int, said: str
) -> None:
    response = desk.post(joining(two[0], two[1]), filled(*two, **changes))
    assert (response.status_code, said in text(response)) == (status, True)
    assert Act.objects.count() == 4


def test_after_a_conflict_the_form_speaks_of_the_cases_of_now(
    desk: Client, two: tuple[Case, Case], receiver: Actor
) -> None:
    data = filled(*two)
    do(two[1], receiver, "examine", NEXT, facts=dict.fromkeys(
        ("unclear", "affects_third_party", "joint", "excessive"), False
    ))  # fmt: skip
    response = desk.post(joining(*two), data)
    assert response.status_code == 409
    assert f'value="{two[1].pk}-3"' in response.content.decode()


def test_severed_each_runs_on_its_own(desk: Client, two: tuple[Case, Case], receiver: Actor) -> None:
    join(receiver, *two)
    first = Case.objects.get(pk=two[0].pk)
    words = text(desk.get(severing(first)))
    assert "2026-08-05" in words
    assert "案由" not in words
    assert desk.post(severing(first), filled(first)).status_code == 302
    assert not Case.objects.exclude(lead=None).exists()
    assert "2026-08-05" in text(desk.get(page(two[1])))


def test_split_both_files_say_where_the_other_is(desk: Client, two: tuple[Case, Case]) -> None:
    case = two[0]
    assert desk.post(severing(case), filled(case, titles="")).status_code == 400
    assert desk.post(severing(case), filled(case, titles="第二项\n\n第三项")).status_code == 302
    parts = list(Case.objects.filter(origin=case).order_by("pk"))
    assert [one.title for one in parts] == ["第二项", "第三项"]
    assert f"分出的案件{parts[0].number}" in text(desk.get(page(case)))
    words = text(desk.get(page(parts[0])))
    assert f"分自案件{case.number}" in words
    assert "确定收到申请之日" in words
    stale = filled(case, titles="第四项")
    assert desk.post(severing(case), stale).status_code == 409


def test_a_transferred_case_is_taken_over_from_its_page(
    desk: Client, two: tuple[Case, Case], receiver: Actor
) -> None:
    east = Organ.objects.get(code="east")
    address = reverse("web:case-act", args=[two[0].pk, "send"])
    assert desk.post(address, filled(two[0], to=str(east.pk), reason="")).status_code == 400
    assert desk.post(address, filled(two[0], to=str(east.pk))).status_code == 302
    assert f"移送机关{east.full_name}" in text(desk.get(page(two[0])))
    other = logged_in("street")
    assert "立案承接" in text(other.get(page(two[0])))
    assert f"?origin={two[0].pk}" in other.get(f"/cases/new?origin={two[0].pk}").content.decode()
    assert two[0].number in text(other.get(f"/cases/new/disclosure-on-request?origin={two[0].pk}"))


def test_a_stranger_and_another_organ_find_nothing(
    two: tuple[Case, Case], receiver: Actor, desk: Client
) -> None:
    other = logged_in("street")
    for address in (joining(*two), severing(two[0])):
        assert other.get(address).status_code == 404
        assert other.post(address, filled(*two)).status_code == 404
        assert Client().get(address).status_code == 302
    assert other.get("/cases/new?origin=" + str(two[0].pk)).status_code == 404


def test_who_may_see_but_not_handle_is_refused(two: tuple[Case, Case], desk: Client) -> None:
    auditor = logged_in("auditor")
    assert [auditor.get(one).status_code for one in (joining(*two), severing(two[0]))] == [403, 403]


def test_only_acts_of_the_kind_have_the_page(desk: Client, two: tuple[Case, Case]) -> None:
    for name in ("receive", "nothing", "sever"):
        assert desk.get(reverse("web:case-join", args=[two[0].pk, name])).status_code == 404
    assert desk.get(reverse("web:case-sever", args=[two[0].pk, "join"])).status_code == 404


def test_a_case_that_was_chosen_and_cannot_be_joined_is_named(
    desk: Client, two: tuple[Case, Case], receiver: Actor
) -> None:
    sending(two[1]).perform(receiver, at(2026, 7, 8, 12))
    response = desk.get(joining(*two))
    assert "请另选案件" in text(response)


def test_a_part_gives_the_papers_of_before(desk: Client, two: tuple[Case, Case], receiver: Actor) -> None:
    facts = dict.fromkeys(("unclear", "affects_third_party", "joint", "excessive"), False)
    do(two[0], receiver, "examine", NEXT, facts=facts, papers=(Attachment("意见", "意见.txt", b"demo"),))
    sever(receiver, two[0], "另案")
    address = reverse("web:case-paper", args=[two[0].pk, Paper.objects.get().pk])
    assert address in desk.get(page(Case.objects.get(origin=two[0]))).content.decode()
    assert desk.get(address).content == b"demo"
