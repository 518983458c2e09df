"""Where documents are cited as a basis, and which of them can no longer be one (13.2, 20.1)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.chapters.decisions.validity.models import Document
from fazhi.chapters.decisions.validity.state import State
from fazhi.fault import Fault
from fazhi.law.citation import Citation, parse
from fazhi.law.title import key
from fazhi.packs.register_entry import Kind
from fazhi.registers import standing
from fazhi.registers.citations import split
from fazhi.registers.models import Edition, Entry, Register


@dataclass(frozen=True)
class Reference:
    """An entry of a register that cites a document, in the words of its cell."""

    document: Document
    entry: Entry
    register: str
    column: str
    citation: str
    state: State

    @property
    def wrong(self) -> str:
        """The reference in a sentence."""
        where = f"{self.register}“{self.entry.key}”的“{self.column}”"
        return f"{where}仍引用{self.document}，该文件已经{self.state.label}"


class Shelf:
    """The documents that are not in force on a day, by number and by name."""

    def __init__(self, day: date) -> None:
        self.day = day
        rows = Document.objects.exclude(pk__in=Document.objects.in_force(day))
        gone = list(rows.filter(published_on__lte=day).order_by("-published_on"))
        holding = {key(name) for name in Document.objects.in_force(day).values_list("name", flat=True)}
        self._named = {key(one.name): one for one in reversed(gone) if key(one.name) not in holding}
        self._numbered = {key(one.number): one for one in gone}

    def of(self, citation: Citation) -> Document | None:
        """The document that a citation means, if it is one that no longer holds; a number decides first."""
        for number in (citation.edition, citation.statute):
            if found := self._numbered.get(key(number)):
                return found
        return None if citation.edition else self._named.get(key(citation.statute))

    def among(self, text: str) -> Iterator[tuple[str, Document]]:
        """The citations of a cell that mean such a document."""
        for one in split(text):
            try:
                found = self.of(parse(one))
            except Fault:
                continue
            if found:
                yield one, found


def unusable(edition: Edition, day: date) -> tuple[Reference, ...]:
    """What of one edition of a register rests on a document that no longer holds."""
    return tuple(_of(edition, Shelf(day)))


def everywhere(day: date) -> Iterator[Reference]:
    """The same of every register of our own that is in force."""
    shelf = Shelf(day)
    rows: Iterable[Register] = Register.objects.filter(organ__isnull=False)
    for edition in filter(None, map(standing.in_force, rows)):
        yield from _of(edition, shelf)


def _of(edition: Edition, shelf: Shelf) -> Iterator[Reference]:
    columns = edition.form.of(Kind.BASIS, Kind.CITATION)
    for entry in edition.entries.on(shelf.day):
        for column in columns:
            for text, document in shelf.among(str(entry.cells.get(column.id, ""))):
                state = document.state(shelf.day)
                yield Reference(document, entry, str(edition.register), column.title, text, state)
