"""What a newly read text would change in an outline, shown before it is put in force (measure 0.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fazhi.duties import matching
from fazhi.duties.models import Duty, Measure, Outline
from fazhi.outline import reading as read


class Change(StrEnum):
    """What happens to a measure or a duty."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True)
class MeasureChange:
    """One measure with its duties that come and go; wording before and after where it differs."""

    change: Change
    number: str
    title: str
    before: str = ""
    after: str = ""
    new_duties: tuple[str, ...] = ()
    gone_duties: tuple[str, ...] = ()


def difference(outline: Outline, reading: read.Reading) -> tuple[MeasureChange, ...]:
    """The measures that a reading would change, in its order, then those it no longer has."""
    old = list(outline.measures.filter(withdrawn=False).prefetch_related("duties"))
    pairs = {id(new): row for row, new in matching.measures(old, list(reading.measures))}
    changes = [_change(pairs.get(id(new)), new) for new in reading.measures]
    kept = {row.pk for row in pairs.values()}
    changes += [_gone(row) for row in old if row.pk not in kept]
    return tuple(c for c in changes if c.change != Change.SAME)


def _change(row: Measure | None, new: read.Measure) -> MeasureChange:
    words = tuple(duty.text for duty in new.duties)
    if row is None:
        return MeasureChange(Change.NEW, new.number, new.title, after=new.text, new_duties=words)
    came, went = _duties(_in_force(row), new.duties)
    same = not came and not went and row.text == new.text and row.title == new.title
    change = Change.SAME if same else Change.CHANGED
    return MeasureChange(change, new.number, new.title, row.text, new.text, came, went)


def _duties(old: Sequence[Duty], new: Sequence[read.Duty]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = matching.duties(list(old), list(new))
    kept_old, kept_new = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
    came = tuple(duty.text for duty in new if id(duty) not in kept_new)
    return came, tuple(duty.text for duty in old if id(duty) not in kept_old)


def _gone(row: Measure) -> MeasureChange:
    words = tuple(duty.text for duty in _in_force(row))
    return MeasureChange(Change.GONE, row.number, row.title, before=row.text, gone_duties=words)


def _in_force(row: Measure) -> list[Duty]:
    return [duty for duty in row.duties.all() if duty.withdrawn_id is None]
