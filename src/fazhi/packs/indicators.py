"""The indicators of the packs, each held against the procedures and registers that it counts (34.1)."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from fazhi.law.catalogue import Catalogue
from fazhi.law.rule import Basis
from fazhi.packs import DISTRICT, procedures, registers
from fazhi.packs.basis import link
from fazhi.packs.criterion_check import Known, mistakes
from fazhi.packs.indicator_entry import ByEntry, CriterionEntry, IndicatorEntry
from fazhi.packs.layer import Layered, Located, layered
from fazhi.packs.mistakes import Step, gathered, refused
from fazhi.packs.pack import Pack, chain, files
from fazhi.packs.source import Place, Source
from fazhi.packs.statutes import catalogue

Mistake = tuple[Place, str, str]


def load(pack: Path = DISTRICT) -> Layered[IndicatorEntry]:
    """The indicators of a pack and of those above it; a ``Fault`` names file and line of every mistake."""
    return layered(chain(pack), read, loosening)


def read(pack: Pack) -> Iterator[Step[Located[IndicatorEntry]]]:
    """The indicators of one pack alone, each on articles that are in force when it applies."""
    known = catalogue(pack.folder)
    return files(pack.folder / "indicators", lambda source: [partial(_one, source, known)])


def of(pack: Path) -> Layered[IndicatorEntry]:
    """The same, and all that they name exists in the procedures and registers of the pack."""
    found = load(pack)
    editions, lists = procedures.of(pack), registers.load(pack)
    refused(
        one.source.refuse(place, wrong, remedy)
        for one in found.located()
        for place, wrong, remedy in _unknown(one.value, Known(editions, lists))
    )
    return found


def _one(source: Source, known: Catalogue) -> Located[IndicatorEntry]:
    entry = source.read(IndicatorEntry)
    gathered(partial(link, basis, entry, known, source.under(place)) for place, basis in bases(entry))
    return Located(entry, source, ())


def bases(entry: IndicatorEntry) -> Iterator[tuple[Place, Basis]]:
    """Every article on which an indicator rests, with its place in the file."""
    for n, one in enumerate(entry.basis):
        yield ("basis", n), one.basis()
    for n, exclusion in enumerate(entry.exclusions):
        if exclusion.basis:
            yield ("exclusions", n, "basis"), exclusion.basis.basis()


def criteria(entry: IndicatorEntry) -> Iterator[tuple[Place, CriterionEntry]]:
    """Every condition of an indicator with its place."""
    if entry.population.where:
        yield ("population", "where"), entry.population.where
    if entry.numerator:
        yield ("numerator",), entry.numerator
    for n, exclusion in enumerate(entry.exclusions):
        yield ("exclusions", n, "when"), exclusion.when
    for name, option in (entry.choice.options if entry.choice else {}).items():
        if option.leaves_out:
            yield ("choice", "options", name, "leaves_out"), option.leaves_out


def _unknown(entry: IndicatorEntry, known: Known) -> Iterator[Mistake]:
    population = entry.population
    for wrong in known.rows(population):
        yield ("population",), wrong, "请核对编号"
    for place, criterion in (*_days(entry), *criteria(entry)):
        for wrong in mistakes(criterion, population, known):
            yield place, wrong, "请核对程序或者清单的定义"


def _days(entry: IndicatorEntry) -> Iterator[tuple[Place, CriterionEntry]]:
    """What the period and the span hang on, as conditions that name it."""
    if entry.population.by:
        yield from _by(entry.population.by)
    for n, name in enumerate(entry.population.late):
        yield ("population", "late", n), CriterionEntry(late=name)
    if entry.span:
        yield ("span", "from"), CriterionEntry(done=entry.span.from_)
        yield ("span", "to"), CriterionEntry(done=entry.span.to)


def _by(by: ByEntry) -> Iterator[tuple[Place, CriterionEntry]]:
    if by.act:
        yield ("population", "by", "act"), CriterionEntry(done=by.act)
    if by.due:
        yield ("population", "by", "due"), CriterionEntry(met=by.due)


def loosening(upper: IndicatorEntry, lower: IndicatorEntry) -> str:
    """Why the lower one is not the upper one made known further, in Chinese; empty where it is."""
    if upper.formula() != lower.formula():
        return "改变了指标的口径"
    return "把公开的指标改为内部" if upper.public and not lower.public else ""
