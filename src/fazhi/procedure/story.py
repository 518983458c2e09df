"""A golden story: what was done in a case, and what a lawyer expects to follow from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.law.timeline import Difference
from fazhi.procedure.case import Case
from fazhi.procedure.due import due
from fazhi.procedure.edition import Edition
from fazhi.procedure.perform import refusals
from fazhi.procedure.permitted import permitted
from fazhi.procedure.person import Person
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.subcase import SubCase


@dataclass(frozen=True)
class Attempt:
    """An act that must be refused, with the code, and words of the reason and of the article."""

    record: Record
    code: str
    because: str = ""
    basis: str = ""

    def met_by(self, reason: Refusal) -> bool:
        """Whether a reason is the expected one."""
        return reason.code == self.code and self.because in reason.because and self.basis in reason.basis


@dataclass(frozen=True)
class Story:
    """Records in order, and what should hold at the end of the day ``at``."""

    name: str
    basis: str
    edition: Edition
    records: tuple[Record, ...]
    at: date
    due: Mapping[str, date | None]
    """Clocks and their last days; ``None`` where no day can be given."""
    person: tuple[Person, ...] = ()
    """Who asks what is permitted."""
    permitted: tuple[str, ...] = ()
    refused: tuple[Attempt, ...] = ()
    outcome: str | None = None
    subs: tuple[SubCase, ...] = ()
    """Inner cases (听证)."""

    def differences(self, calendar: Calendar) -> tuple[Difference, ...]:
        """What came out otherwise than expected; empty where the story holds."""
        return tuple(self._differences(calendar))

    def explain(self, calendar: Calendar) -> tuple[str, ...]:
        """How the expected clocks came about."""
        readings = due(self.told, calendar, self.at)
        return tuple(
            f"{readings[name].clock.title}：{step}" for name in self.due for step in readings[name].explain()
        )

    @property
    def told(self) -> Case:
        """The case with all records, lawful or not."""
        return Case(self.edition, self.records, self.subs)

    def _differences(self, calendar: Calendar) -> Iterator[Difference]:
        case = self.told
        for each in (case, *(inner.case for inner in self.subs)):
            yield from _played(each, calendar)
        yield from self._clocks(case, calendar)
        yield from self._open(case, calendar)
        for attempt in self.refused:
            yield from _attempted(case, attempt, calendar)
        if self.outcome is not None and case.as_of(self.at).state.outcome != self.outcome:
            yield Difference("outcome", self.outcome, case.state.outcome)

    def _clocks(self, case: Case, calendar: Calendar) -> Iterator[Difference]:
        readings = due(case, calendar, self.at)
        for name, expected in self.due.items():
            if readings[name].day != expected:
                yield Difference(readings[name].clock.title, expected, readings[name].day)

    def _open(self, case: Case, calendar: Calendar) -> Iterator[Difference]:
        if self.permitted:
            found = {p.act.id: p for p in permitted(case, self.person, self.at, calendar)}
            for name in self.permitted:
                reasons = found[name].refusals
                if reasons:
                    yield Difference(found[name].act.title, "可以办理", reasons[0].because)


def _played(case: Case, calendar: Calendar) -> Iterator[Difference]:
    """The acts of a case that are refused, each judged by what was on file when it was entered."""
    for n, record in enumerate(case.records):
        for reason in refusals(case.entered(n), record, calendar):
            title = case.edition.words.act(record.act)
            yield Difference(f"{record.happened_on} {title}", "可以办理", str(reason.fault()))


def _attempted(case: Case, attempt: Attempt, calendar: Calendar) -> Iterator[Difference]:
    reasons = refusals(case, attempt.record, calendar)
    if not any(map(attempt.met_by, reasons)):
        title = case.edition.words.act(attempt.record.act)
        expected = " ".join(filter(None, (attempt.code, attempt.because, attempt.basis)))
        yield Difference(f"不得{title}", expected, "；".join(str(r.fault()) for r in reasons) or "可以办理")
