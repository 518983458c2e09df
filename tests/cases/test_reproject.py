"""A notice moves due days; each move is journaled, and lists show the new day."""

from datetime import date

import pytest

from fazhi.cases import lawbook
from fazhi.cases.actions import Reproject, reproject
from fazhi.cases.models import Case, Clock, Redated, Reprojection
from fazhi.law.calendar import Calendar
from fazhi.law.year import Holiday, State, Year
from fazhi.office.actor import Actor
from tests.cases.conftest import DAY, do, receive
from tests.conftest import at

NOW = at(2026, 7, 7)
DUE, LATER = date(2026, 8, 3), date(2026, 8, 4)


@pytest.fixture
def _a_notice_adds_a_day_of_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same calendar, but Monday, 20 July 2026 is off."""
    years = [_with_rest(year) if year.number == 2026 else year for year in lawbook.days().years]
    changed = Calendar(years)
    monkeypatch.setattr(lawbook, "days", lambda: changed)


def _with_rest(year: Year) -> Year:
    off = Holiday("试验假日", date(2026, 7, 20), date(2026, 7, 20))
    return Year(2026, State.ANNOUNCED, (*year.holidays, off), year.make_up, "试验通知")


@pytest.fixture
def running(case: Case, receiver: Actor) -> Case:
    receive(case, receiver)
    Reproject().perform(NOW)
    return Case.objects.get(pk=case.pk)


def test_the_same_calendar_changes_nothing(running: Case) -> None:
    assert not reproject.needed()
    assert Reproject().perform(NOW).pk == Reprojection.objects.get().pk
    assert Redated.objects.count() == 0


def test_a_plain_clock_is_moved_and_journaled(running: Case, request: pytest.FixtureRequest) -> None:
    assert Clock.objects.get(case=running, name="reply").plain
    request.getfixturevalue("_a_notice_adds_a_day_of_rest")
    assert reproject.needed()
    entry = Reproject().perform(NOW)
    assert (entry.clocks, entry.moved) == (Clock.objects.filter(stopped=None).count(), 1)
    moved = Redated.objects.get(name="reply")
    assert (moved.was, moved.now) == (DUE, LATER)
    assert Clock.objects.get(case=running, name="reply").due == LATER
    assert Case.objects.get(pk=running.pk).next_due == LATER


def test_a_clock_that_was_extended_is_folded_from_its_case(
    running: Case, receiver: Actor, chief: Actor, request: pytest.FixtureRequest
) -> None:
    facts = dict.fromkeys(("unclear", "affects_third_party", "joint", "excessive"), False)
    do(running, receiver, "examine", DAY, facts=facts)
    do(running, chief, "agree_to_extend", DAY, facts={"extension_days": 5})
    do(running, receiver, "extend", DAY)
    clock = Clock.objects.get(case=running, name="reply")
    assert (clock.plain, clock.due) == (False, date(2026, 8, 10))
    request.getfixturevalue("_a_notice_adds_a_day_of_rest")
    Reproject().perform(NOW)
    assert Clock.objects.get(case=running, name="reply").due == date(2026, 8, 11)
