"""Joined cases are handled as one: no duty later than the earliest, every act in every file, one truth."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from fazhi.cases import lawbook, soundness, store
from fazhi.cases.actions import Join, Reproject, Transcribe
from fazhi.cases.audit import audit
from fazhi.cases.history import Past
from fazhi.cases.models import Act, Case, Clock, Event, Secrecy
from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.office.actor import Actor
from fazhi.procedure.edition import Edition
from fazhi.procedure.joint import partners
from tests.cases.conftest import DAY, do, opening, person
from tests.cases.joining import NEXT, THEN, WHY, asking, begun, join, joinable, sever
from tests.cases.test_reproject import _with_rest
from tests.cases.test_soundness import wrong
from tests.cases.test_transcribe import history
from tests.conftest import Personas, at

__all__ = ["joinable"]
EXAMINED = dict.fromkeys(("unclear", "affects_third_party", "joint", "excessive"), False)
pytestmark = pytest.mark.usefixtures("joinable")


@pytest.fixture
def two(receiver: Actor, joinable: Edition) -> tuple[Case, Case]:
    """One received on 6 July, due on 3 August; one received on 8 July, due on 5 August."""
    return begun(receiver), begun(receiver, NEXT)


def dues(*cases: Case, clock: str = "reply") -> list[date | None]:
    return [Clock.objects.get(case=one, name=clock).due for one in cases]


def test_no_duty_falls_due_later_than_the_earliest_part(two: tuple[Case, Case], receiver: Actor) -> None:
    assert dues(*two) == [date(2026, 8, 3), date(2026, 8, 5)]
    join(receiver, two[1], two[0])
    assert dues(*two) == [date(2026, 8, 3), date(2026, 8, 3)]
    assert {Case.objects.get(pk=one.pk).next_due for one in two} == {date(2026, 8, 3)}


def test_each_file_says_which_others_it_was_joined_with_and_the_record_is_sound(
    two: tuple[Case, Case], receiver: Actor
) -> None:
    join(receiver, *two)
    one, other = (store.load(Case.objects.get(pk=case.pk)) for case in two)
    assert (partners(one), partners(other)) == ({two[1].number}, {two[0].number})
    assert one.records[-1].reason == WHY
    assert audit().acts == 6
    assert wrong() == [(), (), (), ()]


def test_an_act_is_done_in_every_file(two: tuple[Case, Case], receiver: Actor) -> None:
    join(receiver, *two)
    act = do(two[0], receiver, "examine", THEN, facts=EXAMINED, key="once")
    assert act.case_id == two[0].pk
    assert [case.acts.last().name for case in two] == ["examine", "examine"]
    again = {"facts": EXAMINED, "key": "once", "expected": act.sequence - 1}
    assert do(two[0], receiver, "examine", THEN, **again).pk == act.pk
    assert audit().acts == 8
    assert wrong() == [(), (), (), ()]


def test_who_saw_the_other_file_before_the_act_decides_anew(two: tuple[Case, Case], receiver: Actor) -> None:
    join(receiver, *two)
    seen = Case.objects.get(pk=two[1].pk).sequence
    do(two[0], receiver, "examine", THEN, facts=EXAMINED)
    with pytest.raises(Fault, match=r"cases\.E409"):
        do(two[1], receiver, "examine", THEN, facts=EXAMINED, expected=seen)


def test_those_joined_before_come_along_and_severed_all_run_on_their_own(
    two: tuple[Case, Case], receiver: Actor
) -> None:
    third = begun(receiver, NEXT)
    join(receiver, *two)
    join(receiver, third, two[1])
    assert Case.objects.filter(lead=two[0]).count() == 3
    assert dues(*two, third) == [date(2026, 8, 3)] * 3
    sever(receiver, third)
    assert dues(*two, third) == [date(2026, 8, 3), date(2026, 8, 5), date(2026, 8, 5)]
    assert not Case.objects.exclude(lead=None).exists()
    assert wrong() == [(), (), (), ()]


def test_whoever_handles_one_of_them_handles_all(two: tuple[Case, Case], receiver: Actor) -> None:
    chief = person("chief")
    hidden = begun(receiver, secrecy=Secrecy.RESTRICTED)
    two[0].handlers.add(chief.identity)
    join(receiver, two[0], hidden)
    assert hidden.handlers.filter(pk=chief.identity).exists()


def test_what_cannot_be_joined_is_refused_and_nothing_is_written(
    two: tuple[Case, Case], receiver: Actor, personas: Personas
) -> None:
    over = begun(receiver)
    do(over, receiver, "send", DAY)
    before = (Act.objects.count(), Event.objects.count())
    for actor, others, changes, code in (
        (receiver, (), {}, "procedure.E026"),
        (receiver, (over,), {}, "procedure.E002"),
        (receiver, (two[1],), {"act": "examine"}, "procedure.E026"),
        (receiver, (two[1],), {"reason": " "}, "cases.E033"),
        (receiver, (two[1],), {"expected": 1}, "cases.E409"),
        (personas.street, (two[1],), {}, "office.E001"),
        (personas.stranger, (two[1],), {}, "office.E001"),
    ):
        with pytest.raises(Fault) as refused:
            join(actor, two[0], *others, **changes)
        assert refused.value.code == code
    assert (Act.objects.count(), Event.objects.count()) == before
    assert not Case.objects.exclude(lead=None).exists()


def test_a_case_of_another_procedure_is_not_joined(two: tuple[Case, Case], receiver: Actor) -> None:
    officer, partner = person("officer"), person("partner")
    organ = two[0].organ
    two[0].handlers.add(officer.identity, partner.identity)
    other = opening(
        procedure="simple-penalty", organ=organ.__class__.objects.get(code="east"), act="show_id", facts={},
        parties=(), colleagues=(partner.identity,),
    ).perform(officer, at(2026, 7, 6))  # fmt: skip
    other.handlers.add(receiver.identity)
    with pytest.raises(Fault, match=r"cases\.E032.*不属同一承办机关"):
        join(receiver, two[0], other)


def test_an_act_of_joining_without_the_other_cases_is_refused(
    two: tuple[Case, Case], receiver: Actor
) -> None:
    for act in ("join", "sever"):
        with pytest.raises(Fault, match=r"cases\.E031"):
            do(two[0], receiver, act, NEXT)
        past = (*history(receiver).acts, Past(act, (receiver.identity,), DAY))
        told = Transcribe(histories=(replace(history(receiver), acts=past),)).perform(
            receiver, at(2026, 7, 9)
        )
        assert [one.fault.code for one in told.rejected] == ["cases.E031"]


def test_a_changed_calendar_moves_the_clocks_of_joined_cases_together(
    two: tuple[Case, Case], receiver: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(receiver, *two)
    Reproject().perform(at(2026, 7, 9))
    years = [_with_rest(year) if year.number == 2026 else year for year in lawbook.days().years]
    monkeypatch.setattr(lawbook, "days", lambda: Calendar(years))
    Reproject().perform(at(2026, 7, 10))
    assert dues(*two) == [date(2026, 8, 4), date(2026, 8, 4)]
    assert wrong() == [(), (), (), ()]


def test_a_request_to_join_sent_twice_joins_once(two: tuple[Case, Case], receiver: Actor) -> None:
    action = Join(act=asking(two[0], "join", key="once"), seen={two[1].pk: two[1].sequence})
    first, again = (action.perform(receiver, at(2026, 7, 8, hour)) for hour in (12, 13))
    assert (first.pk, Act.objects.filter(name="join").count()) == (again.pk, 2)


def test_a_tie_that_the_acts_do_not_tell_of_is_found(two: tuple[Case, Case], receiver: Actor) -> None:
    Case.objects.filter(pk__in=[one.pk for one in two]).update(lead=two[0])
    found = soundness.projections(soundness.sample(whole=True)).wrong
    assert all("lead" in one for one in found)
    assert len(found) == 2


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the tests' SQLite has one connection")
@pytest.mark.django_db(transaction=True)
def test_two_clerks_join_at_once_and_one_of_them_looks_again(two: tuple[Case, Case], receiver: Actor) -> None:
    third, start = begun(receiver, NEXT), Barrier(2)
    pairs = ((two[0], two[1]), (two[1], third))

    def joined(pair: tuple[Case, Case]) -> str:
        action = Join(act=asking(pair[0], "join"), seen={pair[1].pk: pair[1].sequence})
        start.wait()
        try:
            return action.perform(receiver, at(2026, 7, 8, 12)).name
        except Fault as fault:
            return fault.code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(joined, pairs))
    assert told == ["cases.E409", "join"]
    assert Act.objects.filter(name="join").count() == 2
    assert wrong() == [(), (), (), ()]
