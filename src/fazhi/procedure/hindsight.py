"""What a late record or a correction changes about acts that were already on file."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.law.calendar import Calendar
from fazhi.procedure.case import Case
from fazhi.procedure.perform import refusals
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal

ENTERED_BACK = "procedure.E016"


@dataclass(frozen=True)
class Objection:
    """An act on file that would have been refused, had everything been known on its day."""

    record: Record
    reasons: tuple[Refusal, ...]


def hindsight(case: Case, calendar: Calendar) -> tuple[Objection, ...]:
    """The acts of a case that do not stand when the whole file is read in the order of its days.

    Nothing is undone by it: whoever answers for the case decides whether to correct, to repeat or to revoke.
    """
    return tuple(_objections(case, calendar))


def _objections(case: Case, calendar: Calendar) -> Iterator[Objection]:
    so_far = Case(case.edition, earlier=case.earlier)
    for record in case.history:
        returned = record.act in case.edition.sub
        found = () if returned or record.corrects else refusals(so_far, record, calendar)
        if reasons := tuple(reason for reason in found if reason.code != ENTERED_BACK):
            yield Objection(record, reasons)
        so_far = so_far.with_record(record)
