"""Carry an edition into measures, parts, duties and occurrences; what is unchanged keeps its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from fazhi.duties import matching
from fazhi.duties.actions import occurrences
from fazhi.duties.models import Assignment, Duty, Edition, Measure, Occurrence
from fazhi.duties.naming import Naming
from fazhi.duties.narrowing import meant
from fazhi.duties.owing import Share, falling_due, owing
from fazhi.duties.schedule import Term
from fazhi.duties.stored import measure_of
from fazhi.outline import reading as read


@dataclass(frozen=True)
class Placed:
    """A measure as read, the row it became, and how the names in it are understood."""

    read: read.Measure
    row: Measure
    naming: Naming

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Who has a part in it."""
        return self.naming.shares(self.read)


Written = tuple[read.Duty, Duty, Placed]


def write(edition: Edition, reading: read.Reading, naming: Naming, term: Term) -> None:
    """Bring all rows of the outline to what the edition says; what it no longer says is withdrawn."""
    rows = _measures(edition, reading)
    general = meant(row.pk for _, row in rows)
    placed = [Placed(m, row, naming.within(general.get(row.pk, {}))) for m, row in rows]
    _assignments(Assignment.objects.filter(measure__outline=edition.outline), placed)
    among = Occurrence.objects.filter(duty__measure__outline=edition.outline)
    occurrences.bring_to(edition, _due(_duties(edition, placed), term), among)


def renew(row: Measure, naming: Naming) -> occurrences.Moved:
    """Bring the parts in one measure, and what falls due under it, to names understood anew."""
    outline, written = row.outline, measure_of(row)
    edition = outline.editions.last()
    assert written  # a measure in force was read from the edition in force
    assert edition
    place = Placed(written, row, naming)
    _assignments(row.assignments.all(), [place])
    pairs = matching.duties(list(row.duties.filter(withdrawn=None)), written.duties)
    term = Term(outline.signed_on or outline.starts_on, outline.ends_on)
    due = _due([(new, old, place) for old, new in pairs], term)
    return occurrences.bring_to(edition, due, Occurrence.objects.filter(duty__measure=row))


def _due(duties: Iterable[Written], term: Term) -> list[occurrences.Due]:
    return [
        (row, organ, day)
        for duty, row, place in duties
        for organ in owing(duty, place.shares, place.naming.subject)
        for day in falling_due(duty, place.read, term)
    ]


def _measures(edition: Edition, reading: read.Reading) -> list[tuple[read.Measure, Measure]]:
    outline = edition.outline
    pairs = matching.measures(list(outline.measures.filter(withdrawn=False)), list(reading.measures))
    old = {id(new): row for row, new in pairs}
    rows = [(new, old.get(id(new)) or Measure(outline=outline)) for new in reading.measures]
    kept = [row.pk for row, _ in pairs]
    outline.measures.exclude(pk__in=kept).update(withdrawn=True)
    for position, (new, row) in enumerate(rows):
        _fill(row, new, position)
    return rows


def _fill(row: Measure, new: read.Measure, position: int) -> None:
    row.position, (row.start, row.end) = position, new.span
    row.number, row.chapter, row.title = new.number, new.chapter, new.title
    row.text, row.deadline = new.text, new.deadline
    row.save()


def _assignments(old: QuerySet[Assignment], placed: Iterable[Placed]) -> None:
    """The parts are a projection of the edition in force and are made anew; the edition itself keeps them."""
    rows = [_part(p.row, share, n) for p in placed for n, share in enumerate(p.shares)]
    old.delete()
    Assignment.objects.bulk_create(rows)


def _part(measure: Measure, share: Share, position: int) -> Assignment:
    return Assignment(
        measure=measure, organ=share.organ, part=share.part, written=share.written, position=position
    )


def _duties(edition: Edition, placed: list[Placed]) -> list[Written]:
    old = Duty.objects.filter(measure__outline=edition.outline, withdrawn=None).select_related("measure")
    kept = _identities(list(old), placed)
    rows: list[Written] = []
    for place in placed:
        for position, new in enumerate(place.read.duties):
            row = kept.get(id(new)) or Duty(introduced=edition)
            _fill_duty(row, new, place.row, position)
            rows.append((new, row, place))
    old.exclude(pk__in=[row.pk for _, row, _ in rows]).update(withdrawn=edition)
    return rows


def _identities(old: list[Duty], placed: list[Placed]) -> dict[int, Duty]:
    """Old rows by the new duty that has the same words, in the same measure first, then anywhere."""
    found: dict[int, Duty] = {}
    for place in placed:
        here = [duty for duty in old if duty.measure_id == place.row.pk]
        found |= {id(new): row for row, new in matching.duties(here, place.read.duties)}
    used = {row.pk for row in found.values()}
    rest = [new for place in placed for new in place.read.duties if id(new) not in found]
    moved = matching.duties([duty for duty in old if duty.pk not in used], rest)
    return found | {id(new): row for row, new in moved}


def _fill_duty(row: Duty, new: read.Duty, measure: Measure, position: int) -> None:
    row.measure, row.position, (row.start, row.end) = measure, position, new.span
    row.text, row.modality, row.due = new.text, new.modality.value, new.due
    row.quantity, row.unit, row.frequency = new.quantity or "", new.unit or "", new.frequency or ""
    row.who, row.condition = new.who or "", new.condition or ""
    row.save()
