"""Put a document on the register: of a row of a list, or of a form (条例第四十七条第一款)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.chapters.decisions.validity import particulars
from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.models import Document, Record
from fazhi.chapters.decisions.validity.particulars import Known
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.registers.cell import Raw
from fazhi.registers.files.table import Row
from fazhi.registers.reading import Mistake, Reading

ENDS = {
    State.AMENDED: Record.Kind.AMEND,
    State.ABOLISHED: Record.Kind.ABOLISH,
    State.LAPSED: Record.Kind.DECLARE,
}


class Refused(Fault):
    """A form that cannot be registered, with everything that is wrong in it."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        first = mistakes[0]
        super().__init__(first.fault.code, f"{first.column}：{first.fault.wrong}", first.fault.remedy)
        self.mistakes = mistakes


@dataclass(frozen=True, kw_only=True)
class Enter:
    """One document by hand; ``cells`` are by column, as the form has them."""

    cells: Mapping[str, Raw]
    demo: bool = False

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Document:
        """Give the document; ``Refused`` tells every mistake at once."""
        day = timezone.localdate(at)
        cells = checked(self.cells, Known(day, Directory(day), taken()))
        actor.demand(Right.KEEP_REGISTER, organ(cells).pk)
        return keep(
            cells, Entry(kind=Record.Kind.ENTER, effective_on=day, at=at, actor=actor), demo=self.demo
        )


def checked(cells: Mapping[str, Raw], known: Known) -> dict[str, Any]:
    """The cells of a form as a record keeps them."""
    reading: Reading = particulars.read([Row(1, dict(cells))], known)
    if reading.bad:
        raise Refused(reading.bad[0].mistakes)
    return particulars.cells_of(reading.lines[0])


def taken() -> frozenset[str]:
    """The numbers on the register."""
    return frozenset(Document.objects.values_list("number", flat=True))


def organ(cells: Mapping[str, Any]) -> Organ:
    """The organ that answers for a document; its column was resolved when the cells were read."""
    return Organ.objects.get(name=cells["organ"])


def keep(cells: Mapping[str, Any], entry: Entry, *, demo: bool = False, case: Case | None = None) -> Document:
    """The document with its first record, and with its end where it had ended before."""
    given = {"organ": organ(cells), "case": case, "demo": demo, "entered_at": entry.at}
    try:
        document = Document.objects.create(**given, **particulars.columns(cells))
    except IntegrityError:
        wrong = f"“{cells['number']}”刚刚由他人登记"
        raise Fault("validity.E010", wrong, "请在该文件的页面核对") from None
    record.append(document, Entry(**{**vars(entry), "data": cells}))
    if found := particulars.end(cells):
        state, day = found
        told = {"kind": ENDS[state], "effective_on": day, "text": cells.get("ended_by", ""), "act": None}
        record.append(document, Entry(**{**vars(entry), **told}))
    return document
