"""Joined cases keep every period of their own; split ones keep every record."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.procedure import joint
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.condition import Done
from fazhi.procedure.due import due
from fazhi.procedure.gate import Gate
from fazhi.procedure.joint import Joint
from fazhi.procedure.perform import perform, refusals
from fazhi.procedure.record import Record
from tests.law.calendars import OFFICIAL
from tests.procedure.example import DAY, EDITION, article, record

BEGUN = (Gate(Done("ask"), "尚未申请", article("九")),)
JOIN = Act("join", "合并办理", "panel", article("九"), Kind.JOINDER, requires=BEGUN)
SEVER = Act("sever", "分案办理", "panel", article("九"), Kind.SEVERANCE, requires=BEGUN)
WIDER = replace(EDITION, acts=(*EDITION.acts, JOIN, SEVER))
LATER = DAY + timedelta(days=40)
STEPS = st.lists(st.sampled_from(["draft", "review", "prolong", "decide"]), max_size=6)
SHIFTS = st.integers(0, 20)


def entry(act: str, on: date = DAY) -> Record:
    facts = {"review": {"passed": True}, "prolong": {"days": 3}}.get(act, {})
    if act in ("join", "sever"):
        return replace(record("ask", on), act=act, by=cast(WIDER)["panel"])
    return record(act, on, **facts)  # type: ignore[arg-type]


def lawful(shift: int, steps: list[str]) -> Case:
    """A case begun so many days after the first, with those steps that were lawful, one a day."""
    case = perform(Case(WIDER), entry("ask", DAY + timedelta(days=shift)), OFFICIAL)
    for n, act in enumerate(steps, 1):
        step = entry(act, DAY + timedelta(days=shift + n))
        case = case if refusals(case, step, OFFICIAL) else case.with_record(step)
    return case


CASES = st.lists(st.builds(lawful, SHIFTS, STEPS), min_size=2, max_size=4).map(
    lambda held: {f"第{n}号": case for n, case in enumerate(held, 1)}
)


def earliest(cases: Mapping[str, Case], clock: str) -> date:
    """The first day on which a duty that is still open falls due in any of the cases."""
    found = (due(case, OFFICIAL, LATER)[clock] for case in cases.values())
    return min((one.day for one in found if one.running and one.day), default=date.max)


@given(CASES)
def test_joining_never_makes_a_duty_due_later_than_the_earliest_of_the_cases(cases: dict[str, Case]) -> None:
    whole = joint.joined(cases, entry("join", LATER), OFFICIAL)
    for name, reading in joint.due(whole, OFFICIAL, LATER).items():
        if earliest(cases, name) < date.max:
            assert reading.running
            assert reading.day == earliest(cases, name)


@given(CASES, STEPS)
def test_in_each_of_the_cases_what_is_open_is_due_no_later_than_in_any_other(
    cases: dict[str, Case], steps: list[str]
) -> None:
    whole = joint.joined(cases, entry("join", LATER), OFFICIAL)
    for n, act in enumerate(steps, 1):
        step = entry(act, LATER + timedelta(days=n))
        whole = whole if joint.refusals(whole, step, OFFICIAL) else joint.performed(whole, step, OFFICIAL)
    day = LATER + timedelta(days=30)
    for number, case in whole.cases.items():
        for name, reading in joint.readings_of(whole, number, OFFICIAL, day).items():
            own = due(case, OFFICIAL, day)[name]
            assert (reading.started, reading.stopped) == (own.started, own.stopped)
            days = [due(one, OFFICIAL, day)[name] for one in whole.cases.values()]
            open_ = [one.day for one in days if one.running and one.day]
            assert reading.day == (min(open_, default=None) if own.running else own.day)


@given(CASES)
def test_the_records_alone_tell_which_cases_are_handled_as_one(cases: dict[str, Case]) -> None:
    whole = joint.joined(cases, entry("join", LATER), OFFICIAL)
    for number, case in whole.cases.items():
        assert joint.partners(case) == set(cases) - {number}
    for case in joint.severed(whole, entry("sever", LATER), OFFICIAL).values():
        assert joint.partners(case) == frozenset()


@given(CASES)
def test_each_case_says_which_others_it_was_joined_with_and_keeps_its_records(cases: dict[str, Case]) -> None:
    whole = joint.joined(cases, entry("join", LATER), OFFICIAL)
    for number, case in whole.cases.items():
        assert case.records[:-1] == cases[number].records
        assert set(case.records[-1].cases) == set(cases) - {number}


@given(CASES, STEPS)
def test_joined_and_severed_every_case_stands_as_its_own_records_say(
    cases: dict[str, Case], steps: list[str]
) -> None:
    whole = joint.joined(cases, entry("join", LATER), OFFICIAL)
    for n, act in enumerate(steps, 1):
        step = entry(act, LATER + timedelta(days=n))
        whole = whole if joint.refusals(whole, step, OFFICIAL) else joint.performed(whole, step, OFFICIAL)
    apart = joint.severed(whole, entry("sever", LATER + timedelta(days=20)), OFFICIAL)
    for number, case in apart.items():
        assert case.records[: len(cases[number].records)] == cases[number].records
        assert case.state == Case(WIDER, case.records).state
        assert due(case, OFFICIAL, LATER) == due(whole.cases[number], OFFICIAL, LATER)


@given(st.builds(lawful, SHIFTS, STEPS))
def test_splitting_keeps_every_record_and_every_clock(case: Case) -> None:
    parts = joint.split(case, ("甲号", "乙号"), entry("sever", LATER), OFFICIAL)
    for part in parts.values():
        assert part.records[:-1] == case.records
        assert part.records[-1].cases == ("甲号", "乙号")
        before, after = due(case, OFFICIAL, LATER), due(part, OFFICIAL, LATER)
        assert {n: r.day for n, r in before.items()} == {n: r.day for n, r in after.items()}


def test_a_law_that_restarts_the_period_on_joining_is_followed() -> None:
    clock = replace(WIDER.clocks[0], starts=("ask", "join"))
    other = replace(WIDER, clocks=(clock, WIDER.clocks[1]))
    cases = {str(n): Case(other, (entry("ask", DAY + timedelta(days=n)),)) for n in (1, 2)}
    whole = joint.joined(cases, entry("join", date(2024, 3, 8)), OFFICIAL)
    assert joint.due(whole, OFFICIAL)["decision"].day == date(2024, 3, 22)


def both() -> Joint:
    ready = Case(WIDER, (entry("ask"), entry("draft"), entry("review")))
    return joint.joined({"1": ready, "2": Case(WIDER, (entry("ask"),))}, entry("join"), OFFICIAL)


def test_what_is_missing_in_one_case_refuses_the_act_for_all() -> None:
    whole = both()
    assert [r.because for r in joint.refusals(whole, entry("decide"), OFFICIAL)] == ["未经审核不得决定"]
    (told,) = [p for p in joint.permitted(whole, cast(WIDER)["panel"], DAY, OFFICIAL) if p.act.id == "decide"]
    assert [r.because for r in told.refusals] == ["未经审核不得决定"]
    with pytest.raises(Fault, match="未经审核不得决定"):
        joint.performed(whole, entry("decide"), OFFICIAL)


def test_one_decision_is_made_for_all_once_each_is_ready() -> None:
    whole = both()
    for act in ("draft", "review", "decide", "serve"):
        whole = joint.performed(whole, entry(act), OFFICIAL)
    assert {case.state.outcome for case in whole.cases.values()} == {"done"}


def test_an_act_already_spent_in_one_case_is_done_for_the_others_only() -> None:
    decided = Case(WIDER, tuple(map(entry, ("ask", "draft", "review", "decide"))))
    whole = joint.joined({"1": decided, "2": Case(WIDER, decided.records[:3])}, entry("join"), OFFICIAL)
    after = joint.performed(whole, entry("decide"), OFFICIAL)
    assert [case.state.done["decide"] for case in after.cases.values()] == [1, 1]
    assert [r.code for r in joint.refusals(after, entry("decide"), OFFICIAL)] == ["procedure.E004"]


def test_what_cannot_be_joined_or_split_is_refused_with_the_reason() -> None:
    one, other = (Case(WIDER, (entry("ask"),)) for _ in range(2))
    over = Case(WIDER, tuple(map(entry, ("ask", "draft", "review", "decide", "serve"))))
    for cases, act, said in (
        ({"1": one}, "join", "只有一件案件"),
        ({"1": one, "2": Case(EDITION, one.records)}, "join", "同一版本"),
        ({"1": one, "2": other}, "draft", "不是合并"),
        ({"1": one, "2": over}, "join", "办结"),
        ({"1": one, "2": Case(WIDER)}, "join", "尚未开始"),
    ):
        with pytest.raises(Fault, match=said):
            joint.joined(cases, entry(act), OFFICIAL)
    for names, act, said in (
        (("1",), "sever", "两件以上"),
        (("1", "1"), "sever", "重复"),
        (("1", "2"), "join", "不是分案"),
    ):
        with pytest.raises(Fault, match=said):
            joint.split(one, names, entry(act), OFFICIAL)


def test_a_procedure_without_joinder_says_that_it_has_none() -> None:
    cases = {"1": Case(EDITION, (entry("ask"),)), "2": Case(EDITION, (entry("ask"),))}
    with pytest.raises(Fault, match="没有规定合并"):
        joint.joined(cases, entry("draft"), OFFICIAL)
