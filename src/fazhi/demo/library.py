"""The demo's published documents and the opened duties of its outline, all by the real acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone
from pydantic import Field

from fazhi.duties.models import Outline
from fazhi.library.actions import OpenDuties, Publish, SetValidity
from fazhi.library.models import Item, Validity
from fazhi.library.origin import Origin
from fazhi.library.told import Told
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.pack import Entry
from fazhi.office.pack import load as read_pack

DATA = Path(__file__).with_name("library.yaml")
REVIEW = "演示：经公开审查和保密审查，属于主动公开的范围"
ISSUER, OUTLINE_AGO = "justice", 30
MORNING = time(10)


class ReadingEntry(Entry):
    """What explains a document to the public."""

    title: str
    text: str


class ChangeEntry(Entry):
    """How a document came to stand otherwise, some days ago."""

    state: Validity.State
    ago: int = Field(ge=1)
    reason: str


class DocumentEntry(Entry):
    """A document; days count back from the day of the demo."""

    organ: str
    title: str
    text: str
    ago: int = Field(ge=1)
    state: Validity.State
    index_number: str = ""
    number: str = ""
    subject: str = ""
    summary: str = ""
    signed: int | None = None
    issued: int | None = None
    change: ChangeEntry | None = None
    reading: ReadingEntry | None = None


class LibraryPack(Entry):
    """The demo's documents."""

    documents: tuple[DocumentEntry, ...]


@dataclass(frozen=True)
class Shelves:
    """Who publishes for each organ, and when."""

    coordinator: Actor
    clerks: dict[int, Actor]
    today: date

    def day(self, ago: int | None) -> date | None:
        return self.today - timedelta(days=ago) if ago is not None else None

    def at(self, ago: int) -> datetime:
        return timezone.make_aware(datetime.combine(self.today - timedelta(days=ago), MORNING))


def play(shelves: Shelves, title: str) -> None:
    """Fill the library once, and open the duties of the outline of that title."""
    if Item.objects.filter(demo=True).exists():
        return
    for entry, organ in _staffed(shelves):
        _publish(entry, organ, shelves)
    outline = Outline.objects.get(title=title)
    if outline.editions.order_by("number")[0].imported_at < shelves.at(OUTLINE_AGO):
        _open(outline, shelves)


def _staffed(shelves: Shelves) -> Iterator[tuple[DocumentEntry, Organ]]:
    organs = {organ.code: organ for organ in Organ.objects.filter(pk__in=shelves.clerks)}
    entries = read_pack(DATA, LibraryPack).documents
    for entry in sorted(entries, key=lambda one: -one.ago):
        if entry.organ in organs:
            yield entry, organs[entry.organ]


def _publish(entry: DocumentEntry, organ: Organ, shelves: Shelves) -> None:
    clerk = shelves.clerks[organ.pk]
    told = Told(
        title=entry.title, index_number=entry.index_number, number=entry.number, subject=entry.subject,
        summary=entry.summary, signed_on=shelves.day(entry.signed), issued_on=shelves.day(entry.issued),
    )  # fmt: skip
    file = (f"{entry.title}.txt", entry.text.encode())
    row = Publish(
        organ=organ, told=told, review=REVIEW, state=entry.state, files=(file,), checked=True, demo=True
    ).perform(clerk, shelves.at(entry.ago))  # fmt: skip
    if entry.reading:
        _explain(entry.reading, row, entry.ago, shelves)
    if entry.change:
        day, reason = shelves.at(entry.change.ago), entry.change.reason
        change = SetValidity(item=row, state=entry.change.state, since=day.date(), reason=reason)
        change.perform(clerk, day)


def _explain(reading: ReadingEntry, document: Item, ago: int, shelves: Shelves) -> None:
    Publish(
        organ=document.organ, told=Told(title=reading.title, subject=document.subject), review=REVIEW,
        kind=Item.Kind.READING, text=reading.text, document=document, checked=True, demo=True,
    ).perform(shelves.clerks[document.organ_id], shelves.at(ago))  # fmt: skip


def _open(outline: Outline, shelves: Shelves) -> None:
    when = shelves.at(OUTLINE_AGO)
    told = Told(title=outline.title, subject="司法行政\\政府法治", signed_on=outline.signed_on)
    Publish(
        organ=Organ.objects.get(code=ISSUER), told=told, review=REVIEW, state=Validity.State.IN_FORCE,
        origin=Origin(outline=outline), checked=True, demo=True,
    ).perform(shelves.coordinator, when)  # fmt: skip
    OpenDuties(outline=outline, review=REVIEW).perform(shelves.coordinator, when)
