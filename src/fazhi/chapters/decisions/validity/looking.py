"""What is to be found on a day: ends that came or come near, bases that changed, references left behind."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.utils import timezone

from fazhi.chapters.decisions.validity import references
from fazhi.chapters.decisions.validity.models import Document, Finding
from fazhi.chapters.decisions.validity.shift import Law
from fazhi.chapters.decisions.validity.state import DAY, State
from fazhi.chapters.decisions.validity.warning import advance

Kind = Finding.Kind


@dataclass(frozen=True)
class Found:
    """A finding before it is kept."""

    document: Document
    kind: Finding.Kind
    key: str
    text: str
    data: dict[str, Any] = field(default_factory=dict)


def look(day: date) -> Iterator[Found]:
    """Everything that is to be found on a day, whether or not it was found before."""
    yield from expired(day)
    yield from expiring(day)
    yield from _bases(day)
    yield from _cited(day)


def expired(day: date) -> Iterator[Found]:
    """Documents whose stated end has passed since they were registered."""
    for row in Document.objects.filter(ended_as=State.LAPSED, valid_until__lt=day, ended_on__lte=day):
        until = row.valid_until
        if until and row.ended_on == until + DAY and until >= timezone.localdate(row.entered_at):
            text = f"有效期截至{until}，自{row.ended_on}起失效"
            yield Found(row, Kind.EXPIRED, digest(until), text, {"until": until.isoformat()})


def expiring(day: date) -> Iterator[Found]:
    """Documents that end within the days which the district named; none while it named none."""
    setting = advance()
    if setting is None:
        return
    last = day + timedelta(days=setting.days)
    for row in Document.objects.in_force(day).filter(valid_until__gte=day, valid_until__lte=last):
        assert row.valid_until
        text = f"有效期截至{row.valid_until}，请在此之前决定是否修改、废止或者重新公布"
        yield Found(row, Kind.EXPIRING, digest(row.valid_until), text, {"until": row.valid_until.isoformat()})


def _bases(day: date) -> Iterator[Found]:
    """Changes of the articles on which documents rest that still hold."""
    law, shelf = Law(day), references.Shelf(day)
    for row in Document.objects.standing(day).exclude(bases=""):
        for shift in law.shifts(row.bases, row.published_on):
            yield Found(row, Kind.BASIS, shift.key, shift.wrong, shift.as_dict())
        for citation, basis in shelf.among(row.bases):
            if basis.pk != row.pk and (state := basis.state(day)) in ENDED:
                text = f"依据的{basis}自{basis.ended_on}起{state.label}"
                data = {"what": state.value, "citation": citation, "document": basis.pk}
                yield Found(row, Kind.BASIS, digest(basis.pk, basis.ended_on), text, data)


ENDED = (State.AMENDED, State.ABOLISHED, State.LAPSED)


def _cited(day: date) -> Iterator[Found]:
    for one in references.everywhere(day):
        if one.state in (*ENDED, State.STOPPED):
            data = {"entry": one.entry.pk, "register": one.register, "key": one.entry.key}
            where = digest(one.register, one.entry.key, one.column, one.citation)
            yield Found(one.document, Kind.CITED, where, one.wrong, data)


def digest(*parts: object) -> str:
    """What makes a finding the same one."""
    return sha256("|".join(map(str, parts)).encode()).hexdigest()
