"""The daily check: what is found is kept once, however often the check is made (13.2)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity import looking
from fazhi.chapters.decisions.validity.actions import record
from fazhi.chapters.decisions.validity.actions.find import find
from fazhi.chapters.decisions.validity.actions.gather import Gather
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.looking import Found
from fazhi.chapters.decisions.validity.models import Check, Document, Finding, Record


@dataclass(frozen=True)
class Inspected:
    """What a check did; ``gathered`` records came out of cases, ``failed`` acts could not be read."""

    day: date
    gathered: int
    failed: int
    found: int

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do."""
        return not (self.gathered or self.found)


@dataclass(frozen=True, kw_only=True)
class Inspect:
    """The check of the day of ``at``; with ``again`` also where it was made already."""

    again: bool = False

    def perform(self, at: datetime) -> Inspected:
        """Take over what cases decided, then look once a day: after a crash the next round looks again."""
        day = timezone.localdate(at)
        gathered = Gather().perform(at)
        made = Check.objects.filter(day=day).exists()
        found = self._look(day, at) if self.again or not made else 0
        return Inspected(day, gathered.recorded, gathered.failed, found)

    @transaction.atomic
    def _look(self, day: date, at: datetime) -> int:
        found = sum(_keep(one, at) for one in looking.look(day))
        Check.objects.get_or_create(day=day, defaults={"found": found, "at": at})
        return found


def _keep(found: Found, at: datetime) -> bool:
    new = find(found.document, found.kind, found.key, found.text, found.data, at)
    if new and found.kind == Finding.Kind.EXPIRED:
        _lapse(found.document, at)
    return new


def _lapse(document: Document, at: datetime) -> None:
    """The day on which the stated end was seen to have passed goes on record, too."""
    row = record.locked(document.pk)
    assert row.ended_on
    kind, text = Record.Kind.LAPSE, "载明的有效期已经届满"
    record.append(row, Entry(kind=kind, effective_on=row.ended_on, at=at, text=text))
