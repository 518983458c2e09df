"""Made-up histories are lawful, receipts can be made again byte for byte, a draft shows its effects."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.law.clock import Clock as Budget
from fazhi.law.period import Period
from fazhi.law.unit import Unit
from fazhi.procedure.case import Case
from fazhi.procedure.difference import difference
from fazhi.procedure.history import history
from fazhi.procedure.perform import refusals
from fazhi.procedure.receipt import receipt, replay
from fazhi.procedure.simulator import Kind, simulate
from fazhi.procedure.view import View
from tests import shipped
from tests.law.calendars import OFFICIAL, until
from tests.procedure.example import DAY, EDITION, record, told

PACKS = shipped.latest()


def walked(name: str, seed: int) -> Case:
    return history(PACKS[name], OFFICIAL, Random(seed), date(2026, 7, 6))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", PACKS)
def test_every_walk_is_lawful_and_meets_no_invariant(name: str, seed: int) -> None:
    case = walked(name, seed)
    assert len(case.records) >= 2 or case.edition.act[case.records[0].act].may_end
    for n, entry in enumerate(case.records):
        so_far = Case(case.edition, case.records[:n])
        assert refusals(so_far, entry, OFFICIAL) == ()
    view = View(case.state)
    timeless = [i for i in case.edition.invariants if "Expired" not in repr(i.never)]
    assert [i.title for i in timeless if i.never.holds(view) is not False] == []


def test_walks_with_one_seed_are_one_walk_and_some_come_to_an_end() -> None:
    assert walked("simple-penalty", 5) == walked("simple-penalty", 5)
    ends = {walked("simple-penalty", seed).state.outcome for seed in range(12)}
    assert len(ends - {""}) >= 2


@pytest.mark.parametrize("seed", range(3))
def test_a_receipt_is_replayed_byte_for_byte(seed: int) -> None:
    case = walked("disclosure-on-request", seed)
    given = receipt(case, OFFICIAL, date(2026, 12, 1))
    assert replay(given, case.edition, OFFICIAL) == given.bytes()
    assert replay(given, replace(case.edition, title="另一版本"), OFFICIAL) != given.bytes()
    assert replay(given, case.edition, until(2026 - 1)) != given.bytes()


def test_a_receipt_names_the_row_of_the_table_that_was_hit() -> None:
    penalties = (walked("simple-penalty", seed) for seed in range(60))
    case = next(case for case in penalties if "decide" in case.state.done)
    written = receipt(case, OFFICIAL, date(2026, 12, 1)).bytes().decode()
    assert '"rows":{"on_the_spot":' in written
    assert case.edition.content_hash in written


def test_a_shorter_limit_in_a_draft_shows_its_effect() -> None:
    shorter = replace(EDITION.clocks[0], budget=Budget(Period(5, Unit.WORKING_DAY)), extended_by=None)
    draft = replace(EDITION, clocks=(shorter, EDITION.clocks[1]))
    (effects,) = simulate([told(record("ask"))], draft, OFFICIAL)
    assert [(e.what, e.before, e.after) for e in effects] == [("决定期限", "2024-03-15", "2024-03-08")]


@given(st.integers(0, 30))
def test_what_a_shorter_limit_would_have_made_late_is_named(taken: int) -> None:
    steps = (record("ask"), record("draft"), record("review", passed=True))
    case = told(*steps, record("decide", DAY + timedelta(days=taken)))
    shorter = replace(EDITION.clocks[0], budget=Budget(Period(5, Unit.WORKING_DAY)), extended_by=None)
    draft = replace(EDITION, clocks=(shorter, EDITION.clocks[1]))
    (effects,) = simulate([case], draft, OFFICIAL)
    late = date(2024, 3, 8) < DAY + timedelta(days=taken) <= date(2024, 3, 15)
    assert [e.what for e in effects if e.kind is Kind.LATE] == (["决定期限"] if late else [])
    (back,) = simulate([case.under(draft)], EDITION, OFFICIAL)
    assert [e.what for e in back if e.kind is Kind.IN_TIME] == (["决定期限"] if late else [])


def test_a_draft_that_takes_a_gate_away_permits_what_was_refused() -> None:
    (effects,) = simulate([told(record("ask"), record("decide"))], EDITION.without("decide", 0), OFFICIAL)
    assert [(e.number, e.after, e.kind) for e in effects] == [(2, "可以办理", Kind.PERMITTED)]
    stricter = told(record("ask"), record("decide")).under(EDITION.without("decide", 0))
    (back,) = simulate([stricter], EDITION, OFFICIAL)
    assert [(e.number, e.before, e.kind) for e in back] == [(2, "可以办理", Kind.REFUSED)]


def test_another_calendar_shows_its_effect() -> None:
    case = told(record("ask", date(2024, 12, 27)))
    (effects,) = simulate([case], EDITION, OFFICIAL, until(2024))
    assert [(e.what, e.after) for e in effects] == [("决定期限", "不能确定")]


def test_a_draft_without_an_act_refuses_it_and_still_counts() -> None:
    done = told(
        record("ask"), record("draft"), record("review", passed=True), record("decide"), record("serve")
    )
    draft = replace(EDITION, acts=tuple(act for act in EDITION.acts if act.id != "serve"))
    (effects,) = simulate([done], draft, OFFICIAL)
    assert {(e.what, e.after) for e in effects} >= {("办结", "未办结")}


def test_nothing_differs_from_itself() -> None:
    assert difference(EDITION, EDITION) == ()
    (effects,) = simulate([told(record("ask", DAY))], EDITION, OFFICIAL)
    assert effects == ()


def test_the_difference_of_two_editions_names_the_place() -> None:
    clerk = replace(EDITION.role["clerk"], persons=2)
    changed = replace(EDITION, roles=tuple(clerk if r.id == "clerk" else r for r in EDITION.roles))
    fewer = replace(changed, acts=changed.acts[:-1])
    assert [str(change).split("：")[0] for change in difference(EDITION, fewer)] == [
        "~ roles.clerk.persons", "- acts.correct"
    ]  # fmt: skip
