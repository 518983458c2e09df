"""A clock is told of on its days, each time once, and a poisoned case silences no other."""

from datetime import date, datetime

import pytest

from fazhi.cases import store
from fazhi.cases.models import Case, Clock, Event
from fazhi.notices.actions import ring
from fazhi.notices.actions.ring import Rang
from fazhi.notices.models import Rung, Setback
from fazhi.office.actor import Actor
from tests.cases.conftest import DAY, do, opening, receive
from tests.conftest import at


def told() -> list[tuple[str, str]]:
    return [(e.kind, e.data["step"]) for e in Event.objects.filter(kind__startswith="clock.").order_by("at")]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (at(2026, 7, 24), []),
        (at(2026, 7, 27), [("clock.due-soon", "warn-5")]),
        (at(2026, 7, 30), [("clock.due-soon", "warn-2")]),
        (at(2026, 8, 3), [("clock.due-soon", "warn-2")]),
        (at(2026, 8, 4), [("clock.overdue", "overdue")]),
        (at(2026, 8, 10), [("clock.escalated", "escalated")]),
    ],
)
def test_a_clock_is_told_of_on_its_days(case: Case, now: datetime, said: list[tuple[str, str]]) -> None:
    ring(now)
    assert told() == said


def test_day_by_day_each_step_is_told_once(case: Case) -> None:
    for day in range(20, 32):
        for hour in (9, 15):
            ring(at(2026, 7, day, hour))
    for day in range(1, 20):
        ring(at(2026, 8, day))
    assert [step for _, step in told()] == ["warn-5", "warn-2", "overdue", "escalated"]
    assert Rung.objects.count() == 4


def test_a_thing_done_is_told_of_no_more(case: Case, receiver: Actor) -> None:
    facts = dict.fromkeys(("unclear", "affects_third_party", "joint", "excessive"), False)
    do(case, receiver, "examine", DAY, facts=facts)
    do(case, receiver, "reply", DAY, facts={"reply_kind": "already-public", "way_told": True})
    assert ring(at(2026, 8, 4)) == Rang(0, 0)


def test_the_stored_day_only_wakes_and_the_acts_decide(case: Case) -> None:
    Clock.objects.filter(case=case, name="reply").update(due=date(2026, 7, 10), wake_on=date(2026, 7, 11))
    ring(at(2026, 7, 11))
    assert told() == []
    assert Clock.objects.get(case=case, name="reply").wake_on == date(2026, 7, 27)


def test_a_poisoned_case_waits_longer_each_time_and_the_others_go_on(
    case: Case, receiver: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = opening().perform(receiver, at(2026, 7, 6))
    receive(other, receiver)
    load = store.load

    def poisoned(row: Case) -> object:
        if row.pk == case.pk:
            raise ValueError("演示：坏记录")
        return load(row)

    monkeypatch.setattr(store, "load", poisoned)
    assert ring(at(2026, 8, 4)) == Rang(1, 1)
    first = Setback.objects.get()
    assert (first.attempts, "坏记录" in first.error) == (1, True)
    assert ring(at(2026, 8, 4)) == Rang(0, 0)
    assert ring(first.retry_at) == Rang(0, 1)
    second = Setback.objects.get()
    assert second.retry_at - first.retry_at > first.retry_at - at(2026, 8, 4)
    monkeypatch.setattr(store, "load", load)
    assert ring(second.retry_at) == Rang(1, 0)
    assert Setback.objects.count() == 0
