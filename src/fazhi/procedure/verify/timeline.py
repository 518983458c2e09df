"""A history as a lawyer reads it: real acts on real days, judged by the real engine."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from fazhi.law.calendar import Calendar
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast, everyone
from fazhi.procedure.due import due
from fazhi.procedure.edition import Edition
from fazhi.procedure.filling import filled
from fazhi.procedure.perform import refusals
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.value import ANY, Value
from fazhi.procedure.verify.domain import SOME
from fazhi.procedure.verify.node import UNTOLD, Move

DAY = timedelta(days=1)
EVENING = time(17)
BY_ITSELF = "procedure.E019"
"""Why nobody enters the end of an inner case; in a made-up history it stands for that case."""


@dataclass(frozen=True)
class Timeline:
    """A case that the edition allows so far, and why it goes no further where it does not."""

    case: Case
    refused: tuple[Refusal, ...] = ()
    act: str = ""
    """The act that was refused."""

    def lines(self) -> tuple[str, ...]:
        """One line for each act, with its day, people and facts."""
        return tuple(_line(self.case.edition, record) for record in self.case.records)


def dated(edition: Edition, path: tuple[Move, ...], calendar: Calendar, start: date) -> Timeline:
    """The moves of a history on days of a calendar, each as soon as it can be."""
    case, day = Case(edition), start
    for move in settled(path):
        if move.clock:
            day = max(day, _expiry(case, move.clock, calendar, day) + DAY)
        if move.act:
            day = max(day, _fixed(case, move.act, day))
            record = _record(edition, move, day)
            reasons = tuple(r for r in refusals(case, record, calendar) if r.code != BY_ITSELF)
            if reasons:
                return Timeline(case, reasons, move.act)
            case, day = case.with_record(record), calendar.after(day, 1) or day + DAY
    return Timeline(case)


def settled(path: tuple[Move, ...]) -> tuple[Move, ...]:
    """The moves with each fact as it was found to be when something read it."""
    found: dict[str, object] = {}
    moves: list[Move] = []
    for move in reversed(path):
        if move.refined:
            found[move.refined[0]] = move.refined[1]
        facts = {
            name: found.pop(name, value) if value is ANY else value for name, value in move.facts.items()
        }
        known = {name: value for name, value in facts.items() if value is not None}
        moves.append(Move(move.act, known, move.group, move.clock))  # type: ignore[arg-type]
    return tuple(reversed(moves))


def _record(edition: Edition, move: Move, day: date) -> Record:
    act = edition.act[move.act]
    entered = {n: v for n, v in move.facts.items() if v is not ANY}
    given: dict[str, Value] = {n: v for n, v in entered.items() if v != SOME}
    optional = tuple(name for name, value in entered.items() if value == SOME and name in act.may_ask)
    facts = filled(edition, replace(act, asks=act.asks + optional), given, day)
    papers = tuple(paper.title for paper in act.documents)
    people = cast(edition) if move.group == UNTOLD else everyone(edition, move.group)
    who = people[act.by]
    return Record(act.id, who, day, datetime.combine(day, EVENING), facts, papers)


def _expiry(case: Case, clock: str, calendar: Calendar, day: date) -> date:
    """The last day of a clock; where nobody has fixed one, the day itself."""
    return due(case, calendar, day)[clock].day or day


def _fixed(case: Case, act: str, day: date) -> date:
    """The day that was fixed for an act, or the day itself."""
    fixed = case.state.facts.get(case.edition.act[act].not_before)
    return fixed if isinstance(fixed, date) else day


def _line(edition: Edition, record: Record) -> str:
    facts = "，".join(f"{edition.words.fact(n)}：{edition.fact[n].named(v)}" for n, v in record.facts.items())
    who = "、".join(person.id for person in record.by)
    return f"{record.happened_on}  {edition.words.act(record.act)}（{who}）" + (f"  {facts}" if facts else "")
