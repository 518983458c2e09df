"""What would have been different: recorded cases read under another edition or another calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fazhi.law.calendar import Calendar
from fazhi.procedure.case import Case
from fazhi.procedure.due import Reading, due
from fazhi.procedure.edition import Edition
from fazhi.procedure.perform import refusals


class Kind(StrEnum):
    """What a difference means to whoever handled the case."""

    REFUSED = "refused"
    PERMITTED = "permitted"
    REASONS = "reasons"
    LATE = "late"
    IN_TIME = "in-time"
    DUE = "due"
    OUTCOME = "outcome"

    @property
    def chinese(self) -> str:
        """The meaning as an official reads it."""
        return CHINESE[self]


CHINESE = {
    Kind.REFUSED: "不再允许",
    Kind.PERMITTED: "改为允许",
    Kind.REASONS: "理由不同",
    Kind.LATE: "成为逾期",
    Kind.IN_TIME: "不再逾期",
    Kind.DUE: "到期日不同",
    Kind.OUTCOME: "结果不同",
}


@dataclass(frozen=True)
class Effect:
    """One difference: in record ``number`` of a case (from 1), or in a clock."""

    number: int
    what: str
    before: str
    after: str
    kind: Kind


def simulate(
    cases: Iterable[Case], edition: Edition, calendar: Calendar, other: Calendar | None = None
) -> Iterator[tuple[Effect, ...]]:
    """For each case what another edition (and calendar, if ``other`` is given) would have changed."""
    for case in cases:
        yield tuple(effects(case, calendar, case.under(edition), other or calendar))


def effects(case: Case, calendar: Calendar, draft: Case, other: Calendar) -> Iterator[Effect]:
    """Acts refused or permitted otherwise, clocks that end on another day, another end."""
    yield from _acts(case, calendar, draft, other)
    now, then = due(case, calendar), due(draft, other)
    for name in sorted(now.keys() | then.keys()):
        days = [str(found[name].day or "不能确定") if name in found else "没有" for found in (now, then)]
        if days[0] != days[1]:
            clocks = draft.edition.words if name in then else case.edition.words
            yield Effect(len(case.records), clocks.clock(name), days[0], days[1], Kind.DUE)
        yield from _lateness(case, now.get(name), then.get(name))
    ends = (case.state.outcome, draft.state.outcome)
    if ends[0] != ends[1]:
        yield Effect(len(case.records), "办结", ends[0] or "未办结", ends[1] or "未办结", Kind.OUTCOME)


def _acts(case: Case, calendar: Calendar, draft: Case, other: Calendar) -> Iterator[Effect]:
    for n, record in enumerate(case.records):
        now = refusals(case.entered(n), record, calendar)
        then = refusals(draft.entered(n), record, other)
        said = ["；".join(reason.because for reason in reasons) or "可以办理" for reasons in (now, then)]
        if said[0] != said[1]:
            kind = Kind.REFUSED if not now else Kind.REASONS if then else Kind.PERMITTED
            yield Effect(n + 1, case.edition.words.act(record.act), said[0], said[1], kind)


def _lateness(case: Case, now: Reading | None, then: Reading | None) -> Iterator[Effect]:
    """Whether a thing done or undone in time would have been late, or the other way round."""
    at = case.latest or date.min
    late = [bool(reading and reading.expired(at)) for reading in (now, then)]
    if late[0] != late[1] and (reading := then or now):
        said = ["逾期" if one else "未逾期" for one in late]
        kind = Kind.LATE if late[1] else Kind.IN_TIME
        yield Effect(len(case.records), reading.clock.title, said[0], said[1], kind)
