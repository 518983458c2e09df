"""Which duties of an outline show themselves in which indicators, as a district's pack says (0.1)."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pydantic import Field

from fazhi.fault import Fault
from fazhi.packs import DISTRICT, indicators
from fazhi.packs.entry import Entry
from fazhi.packs.indicator_entry import Code, IndicatorEntry, Unit
from fazhi.packs.layer import Layered
from fazhi.packs.mistakes import gathered, refused
from fazhi.packs.pack import chain
from fazhi.packs.source import Source, suggest


class BindingEntry(Entry):
    """The duties of a measure that say all of some words, and the figures that stand beside them."""

    id: Code
    measure: str = Field(min_length=1)
    """The measure's number in the outline."""
    duty: tuple[str, ...] = Field(min_length=1)
    indicators: tuple[Code, ...] = Field(min_length=1)
    at_least: int | None = None
    """Per cent, or a number: from here on the figures show the duty done, each that has a value."""
    computable: bool = False
    """Whether the figures alone show it; where not, they are only there for the person who judges."""

    def fits(self, measure: str, duty: str) -> bool:
        """Whether a duty is meant."""
        return measure == self.measure and all(word in duty for word in self.duty)


def load(pack: Path = DISTRICT) -> tuple[BindingEntry, ...]:
    """The bindings of a pack and of those above it; a lower one takes the place of one with its id."""
    paths = (layer.folder / "bindings.yaml" for layer in chain(pack))
    found = gathered(partial(_read, path) for path in paths if path.is_file())
    return tuple({one.id: one for several in found for one in several}.values())


def _read(path: Path) -> tuple[BindingEntry, ...]:
    return Source(path).read(tuple[BindingEntry, ...])


def of(pack: Path) -> tuple[BindingEntry, ...]:
    """The same, and every indicator that they name exists; a target is one that a figure can reach."""
    known, path = indicators.load(pack), chain(pack)[-1].folder / "bindings.yaml"
    if path.is_file():
        source = Source(path)
        entries = source.read(tuple[BindingEntry, ...])
        told = ((n, wrong) for n, one in enumerate(entries) for wrong in _mistakes(one, known))
        refused(source.refuse((n,), wrong, remedy) for n, (wrong, remedy) in told)
        refused(_doubled(source, entries))
    return load(pack)


def _mistakes(one: BindingEntry, known: Layered[IndicatorEntry]) -> Iterator[tuple[str, str]]:
    for code in one.indicators:
        if code not in known:
            yield f"没有指标“{code}”", suggest(code, list(known))
    if one.computable and one.at_least is None:
        yield "可以由数值说明的，须写目标", "请写 at_least，或者去掉 computable"
    units = {known[code].unit for code in one.indicators if code in known}
    if one.at_least is not None and Unit.DAYS in units:
        yield "天数没有至少达到的目标", "请去掉 at_least"
    if one.at_least is not None and len(units) > 1:
        yield "一个目标只能衡量同一单位的指标", "请分成几条，或者去掉 at_least"


def _doubled(source: Source, entries: tuple[BindingEntry, ...]) -> Iterator[Fault]:
    names = [one.id for one in entries]
    for n, name in enumerate(names):
        if name in names[:n]:
            yield source.refuse((n, "id"), f"“{name}”写了两次", "请改用另一个编号")
