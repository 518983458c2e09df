"""Cases joined or split (并案、分案) so that no duty falls due later and no record is lost by it.

No law says how the periods of joined cases run. Each keeps its own, and the one that ends first controls; an
edition whose law restarts a period on joining says so by naming the act among the clock's ``starts``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.procedure import perform
from fazhi.procedure.act import Kind
from fazhi.procedure.case import Case
from fazhi.procedure.due import Reading
from fazhi.procedure.due import due as readings
from fazhi.procedure.edition import Edition
from fazhi.procedure.permitted import Permission
from fazhi.procedure.permitted import permitted as permissions
from fazhi.procedure.person import Person
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal


@dataclass(frozen=True)
class Joint:
    """Cases handled as one: each, by its number, with its own records and those since they were joined.

    What is entered holds for every case in which the act is not yet done as often as it may be.
    """

    cases: Mapping[str, Case]

    @property
    def edition(self) -> Edition:
        """The edition that governs all of them."""
        return next(iter(self.cases.values())).edition

    def open_to(self, act: str) -> Mapping[str, Case]:
        """The cases for which an act may still count; all of them where it is spent in each."""
        most = self.edition.act[act].at_most if act in self.edition.act else None
        free = {n: c for n, c in self.cases.items() if most is None or c.state.done.get(act, 0) < most}
        return free or self.cases

    def with_record(self, record: Record) -> "Joint":
        """The joint case with one more record, unjudged."""
        grown = {name: case.with_record(record) for name, case in self.open_to(record.act).items()}
        return Joint({**self.cases, **grown})


def joined(cases: Mapping[str, Case], record: Record, calendar: Calendar) -> Joint:
    """Cases joined by an act of kind 合并, which is recorded in each with the numbers of the others.

    ``Fault`` where there is only one, they are under several editions, or the act is refused in any of them.
    """
    _check(cases, record)
    named = {n: replace(record, cases=tuple(other for other in cases if other != n)) for n in cases}
    return Joint({n: perform.perform(case, named[n], calendar) for n, case in cases.items()})


def severed(joint: Joint, record: Record, calendar: Calendar) -> Mapping[str, Case]:
    """The cases apart again by an act of kind 分案: each with its own records and the common ones."""
    _kind(joint.edition, record, Kind.SEVERANCE)
    named = replace(record, cases=tuple(joint.cases))
    return {n: perform.perform(case, named, calendar) for n, case in joint.cases.items()}


def split(case: Case, names: tuple[str, ...], record: Record, calendar: Calendar) -> Mapping[str, Case]:
    """One case made into several by an act of kind 分案: each keeps every record, and so every clock."""
    _kind(case.edition, record, Kind.SEVERANCE)
    if len(set(names)) < max(2, len(names)):
        basis = str(case.edition.act[record.act].basis)
        raise Fault("procedure.E026", "分案须分为两件以上，案号不得重复", "请写明各案的案号", basis)
    return dict.fromkeys(names, perform.perform(case, replace(record, cases=names), calendar))


def refusals(joint: Joint, record: Record, calendar: Calendar) -> tuple[Refusal, ...]:
    """Every reason against a record in any of the cases for which it would count."""
    found = (perform.refusals(case, record, calendar) for case in joint.open_to(record.act).values())
    return tuple(dict.fromkeys(reason for reasons in found for reason in reasons))


def performed(joint: Joint, record: Record, calendar: Calendar) -> Joint:
    """The joint case with the record, or the first reason against it as a ``Fault``."""
    for reason in refusals(joint, record, calendar):
        raise reason.fault()
    return joint.with_record(record)


def due(joint: Joint, calendar: Calendar, at: date | None = None) -> Mapping[str, Reading]:
    """For each clock the reading of the case where it ends first; one that still runs comes before others."""
    day = at or max((case.latest or date.min for case in joint.cases.values()), default=date.min)
    found = [readings(case, calendar, day) for case in joint.cases.values()]
    return {name: min((one[name] for one in found), key=_urgency) for name in joint.edition.clock}


def readings_of(joint: Joint, name: str, calendar: Calendar, at: date) -> Mapping[str, Reading]:
    """The clocks of one of the cases: while its own runs, the reading of the case where it ends first.

    What is done in a case is no longer due in it; a time that must pass first is the case's own, and so is
    the day from which a clock counts.
    """
    own = readings(joint.cases[name], calendar, at)
    others = [readings(case, calendar, at) for other, case in joint.cases.items() if other != name]
    return {clock: _first(own[clock], [one[clock] for one in others]) for clock in own}


def _first(own: Reading, others: list[Reading]) -> Reading:
    if not own.running or own.clock.at_least:
        return own
    first = min((own, *(one for one in others if one.running)), key=_urgency)
    return replace(first, started=own.started)


def partners(case: Case) -> frozenset[str]:
    """The numbers of the cases handled as one with it, by its own records: joined and not parted since."""
    found: frozenset[str] = frozenset()
    for record in case.records:
        act = case.edition.act.get(record.act)
        if act and act.kind is Kind.JOINDER:
            found |= frozenset(record.cases)
        elif act and act.kind is Kind.SEVERANCE:
            found = frozenset()
    return found


def permitted(
    joint: Joint, person: Person | tuple[Person, ...], at: date, calendar: Calendar
) -> tuple[Permission, ...]:
    """Every act as it could be done: refused for the reasons of every case in which it would count."""
    found = {n: permissions(case, person, at, calendar) for n, case in joint.cases.items()}
    each = (_together(joint, n, found) for n in range(len(joint.edition.acts)))
    return tuple(each)


def _together(joint: Joint, n: int, found: Mapping[str, tuple[Permission, ...]]) -> Permission:
    act = joint.edition.acts[n]
    held = [found[name][n] for name in joint.open_to(act.id)]
    return Permission(
        act,
        tuple(dict.fromkeys(reason for one in held for reason in one.refusals)),
        tuple(gate for gate in act.requires if any(gate in one.depends_on for one in held)),
        held[0].questions,
        tuple(dict.fromkeys(warning for one in held for warning in one.warnings)),
    )


def _urgency(reading: Reading) -> tuple[bool, bool, date]:
    return not reading.running, reading.day is None, reading.day or date.max


def _check(cases: Mapping[str, Case], record: Record) -> None:
    editions = {case.edition.content_hash: case.edition for case in cases.values()}
    if len(cases) < 2 or len(editions) > 1:
        wrong = "只有一件案件" if len(cases) < 2 else "各案不在同一程序的同一版本之下"
        raise Fault("procedure.E026", f"{wrong}，不能合并", "请选择同一程序、同一版本的两件以上案件")
    for edition in editions.values():
        _kind(edition, record, Kind.JOINDER)


def _kind(edition: Edition, record: Record, kind: Kind) -> None:
    if record.act not in edition.act or edition.act[record.act].kind is not kind:
        known = "、".join(_titles(edition, kind))
        remedy = f"请以{known}记录" if known else f"{edition.title}没有规定{kind.chinese}，请分别办理"
        raise Fault("procedure.E026", f"“{edition.words.act(record.act)}”不是{kind.chinese}", remedy)


def _titles(edition: Edition, kind: Kind) -> Iterator[str]:
    return (act.title for act in edition.acts if act.kind is kind)
