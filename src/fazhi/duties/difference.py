"""What a newly read text would change in an outline, shown before it is put in force (measure 0.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fazhi.duties import matching
from fazhi.duties.models import Outline
from fazhi.duties.stored import reading_of
from fazhi.duties.wording import PARTS
from fazhi.outline.reading import Measure, Reading

Words = tuple[str, ...]


class Change(StrEnum):
    """What happens to a measure."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True)
class MeasureChange:
    """One measure with the duties and units that come and go; wording before and after where it differs."""

    change: Change
    number: str
    title: str
    before: str = ""
    after: str = ""
    new_duties: Words = ()
    gone_duties: Words = ()
    new_units: Words = ()
    """Units as 牵头：区司法局."""
    gone_units: Words = ()
    title_before: str = ""


def difference(outline: Outline, reading: Reading) -> tuple[MeasureChange, ...]:
    """What a reading would change in the edition in force."""
    latest = outline.editions.last()
    return compare(reading_of(latest) if latest else Reading("", ""), reading)


def compare(old: Reading, new: Reading) -> tuple[MeasureChange, ...]:
    """The measures that differ, in the new reading's order, then those it no longer has.

    >>> old = Measure("1", "普法", "一", "开展普法。", (0, 8))
    >>> new = Measure("1", "普法", "一", "每年开展普法。", (0, 10))
    >>> [c.change.value for c in compare(Reading("", "", {}, (old,)), Reading("", "", {}, (new,)))]
    ['changed']
    """
    pairs = matching.measures(old.measures, new.measures)
    before = {id(b): a for a, b in pairs}
    kept = {id(a) for a, _ in pairs}
    changes = [_change(before.get(id(measure)), measure) for measure in new.measures]
    changes += [_gone(measure) for measure in old.measures if id(measure) not in kept]
    return tuple(c for c in changes if c.change != Change.SAME)


def _change(old: Measure | None, new: Measure) -> MeasureChange:
    if old is None:
        duties = _texts(new)
        return MeasureChange(
            Change.NEW, new.number, new.title, after=new.text, new_duties=duties, new_units=_units(new)
        )
    return MeasureChange(
        Change.SAME if _meaning(old) == _meaning(new) else Change.CHANGED,
        new.number,
        new.title,
        before=old.text,
        after=new.text,
        new_duties=_beyond(new, old),
        gone_duties=_beyond(old, new),
        new_units=_without(_units(new), _units(old)),
        gone_units=_without(_units(old), _units(new)),
        title_before=old.title,
    )


def _gone(old: Measure) -> MeasureChange:
    return MeasureChange(
        Change.GONE,
        old.number,
        old.title,
        before=old.text,
        gone_duties=_texts(old),
        gone_units=_units(old),
    )


def _meaning(measure: Measure) -> tuple[object, ...]:
    """All that a measure says, without the places where it says it."""
    duties = tuple({**vars(duty), "span": None, "marks": None} for duty in measure.duties)
    heading = (measure.number, measure.title, measure.chapter)
    return *heading, measure.text, measure.deadline, _units(measure), duties


def _texts(measure: Measure) -> Words:
    return tuple(duty.text for duty in measure.duties)


def _beyond(here: Measure, there: Measure) -> Words:
    """The duties of one measure that the other has not, word for word."""
    common = {id(a) for a, _ in matching.duties(here.duties, there.duties)}
    return tuple(duty.text for duty in here.duties if id(duty) not in common)


def _units(measure: Measure) -> Words:
    return tuple(f"{PARTS[unit.part]}：{unit.name}" for unit in measure.units)


def _without(names: Sequence[str], others: Iterable[str]) -> Words:
    known = set(others)
    return tuple(name for name in names if name not in known)
