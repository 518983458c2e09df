"""The daily check: what ended, what is about to, what became of the bases; each found once."""

from datetime import date

import pytest

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.models import Check, Document, Finding, Record
from fazhi.chapters.decisions.validity.shift import Law, What
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from fazhi.notices.models import Message, Notice
from fazhi.office.actor import STRANGER
from tests.chapters.decisions.validity import people
from tests.chapters.decisions.validity.people import actor, change, endless, entered
from tests.conftest import Personas, at
from tests.registers import lists
from tests.statutes.conftest import TEXTS, run_import

pytestmark = pytest.mark.django_db
Kind = Finding.Kind


@pytest.fixture(autouse=True)
def _district() -> None:
    people.establish_all()


def inspect(month: int, day: int, *, again: bool = False) -> int:
    return actions.Inspect(again=again).perform(at(2026, month, day)).found


def list_citing(basis: str) -> None:
    """The power list of the justice bureau in force, with one entry on this basis."""
    names = ("coordinator", "second", "clerk", "street", "leader", "auditor")
    cast = Personas(**{name: actor(name) for name in names}, stranger=STRANGER)
    lists.published(lists.kept(lists.opened(cast), cast, [lists.row(1, basis=basis)]), cast)


def found(kind: Kind) -> list[Finding]:
    return list(Finding.objects.filter(kind=kind))


def test_an_end_is_told_on_the_day_after_it_and_only_once() -> None:
    row = entered(basis="")
    assert inspect(3, 1) == 0
    assert [inspect(3, day) for day in (2, 2, 3)] == [1, 0, 0]
    assert inspect(3, 3, again=True) == 0
    (one,) = found(Kind.EXPIRED)
    assert "自2026-03-02起失效" in one.text
    last = row.records.last()
    assert last
    assert (last.kind, last.effective_on, last.person) == (Record.Kind.LAPSE, date(2026, 3, 2), None)
    assert Check.objects.count() == 3
    assert Document.objects.get().state(date(2026, 3, 2)) is State.LAPSED


def test_the_office_in_charge_is_told_of_a_finding_once_and_nobody_else() -> None:
    row = entered(basis="")
    for day in (2, 2, 3):
        inspect(3, day, again=True)
    notices = Notice.objects.select_related("message", "person__user")
    told = {one.person.user.get_username() for one in notices}
    assert {"clerk", "leader"} <= told
    assert not told & {"street", "coordinator", "auditor"}
    assert notices.count() == len(told)
    (message,) = Message.objects.all()
    assert (message.about, message.page) == (row.name, f"/validity/{row.pk}")
    assert message.text.startswith("有效期已经届满：有效期截至2026-03-01")


def test_an_end_that_was_past_when_the_document_was_entered_is_no_news() -> None:
    entered(valid_until="2025-06-30", basis="")
    assert inspect(3, 2) == 0


def test_nothing_is_told_ahead_until_the_district_said_how_many_days() -> None:
    entered(basis="")
    assert inspect(2, 20) == 0
    for days, reason, code in ((0, "x", "validity.E043"), (30, "", "validity.E044")):
        with pytest.raises(Fault, match=code):
            actions.Warn(days=days, reason=reason).perform(actor("coordinator"), at(2026, 2, 20))
    with pytest.raises(Fault, match=r"office\.E001"):
        actions.Warn(days=30, reason="x").perform(actor("clerk"), at(2026, 2, 20))
    actions.Warn(days=10, reason="区司法局通知").perform(actor("coordinator"), at(2026, 2, 20))
    assert [inspect(2, day) for day in (18, 19, 20)] == [0, 1, 0]


def test_a_new_edition_flags_the_articles_it_touched_and_no_others() -> None:
    run_import(TEXTS)
    title = "《示例区便民服务办法》"
    cited = "；".join(title + place for place in ("第二条", "第三条", "第四条", "第九条")) + f"；{title}"
    shifts = list(Law(date(2026, 3, 2)).shifts(cited, date(2021, 3, 1)))
    assert [(one.what, one.before, one.after) for one in shifts] == [
        (what, "2020-01-10", "2023-05-06")
        for what in (What.AMENDED, What.RENUMBERED, What.REMOVED, What.REPLACED)
    ]
    assert "现为第三条" in shifts[0].wrong
    assert "现为第四条" in shifts[1].wrong
    assert list(Law(date(2026, 3, 2)).shifts(cited, date(2023, 8, 1))) == []
    assert list(Law(date(2022, 3, 2)).shifts(cited, date(2021, 3, 1))) == []
    assert list(Law(date(2026, 3, 2)).shifts(f"{title}第二条；无此文件第一条；？", date(2019, 1, 1))) == []


def test_a_document_is_found_once_for_each_change_of_its_basis() -> None:
    run_import(TEXTS)
    row = endless("甲〔2021〕1号")
    endless("甲〔2023〕1号", published_on="2023-08-01")
    assert [inspect(3, day) for day in (2, 3)] == [1, 0]
    (one,) = found(Kind.BASIS)
    assert one.document == row
    assert one.data["citation"] == "《示例区便民服务办法》第二条"
    assert (one.data["before"], one.data["after"]) == ("2020-01-10", "2023-05-06")


def test_a_basis_repealed_by_the_packs_is_told() -> None:
    (one,) = Law(date(2026, 7, 6)).shifts("《行政复议法实施条例》（2007-05-29）第三条", date(2021, 1, 1))
    assert one.after != one.before


def test_what_rests_on_a_document_that_has_ended_is_told_wherever_it_stands() -> None:
    base = endless("试司规〔2021〕1号", name="窗口服务办法", basis="")
    child = endless("试司规〔2021〕2号", name="窗口收费办法", basis="《窗口服务办法》（试司规〔2021〕1号）")
    list_citing("试司规〔2021〕1号")
    assert inspect(1, 6) == 0
    change(base, Record.Kind.ABOLISH, date(2026, 2, 1))
    assert inspect(2, 2) == 2
    (basis,), (cited,) = found(Kind.BASIS), found(Kind.CITED)
    assert basis.document == child
    assert "试司规〔2021〕1号" in basis.text
    assert cited.document == base
    assert "仍引用" in cited.text


def test_a_finding_is_settled_once_with_a_reason_by_the_office_it_concerns() -> None:
    entered(basis="")
    inspect(3, 2)
    (one,) = found(Kind.EXPIRED)
    for login, outcome, reason, code in (
        ("street", "handled", "x", r"office\.E001"),
        ("clerk", "", "x", r"validity\.E040"),
        ("clerk", "handled", " ", r"validity\.E041"),
    ):
        with pytest.raises(Fault, match=code):
            actions.Settle(finding=one, outcome=outcome, reason=reason).perform(actor(login), at(2026, 3, 3))
    settle = actions.Settle(finding=one, outcome="handled", reason="已经公布失效")
    settle.perform(actor("clerk"), at(2026, 3, 3))
    with pytest.raises(Fault, match=r"validity\.E042"):
        settle.perform(actor("coordinator"), at(2026, 3, 3))
