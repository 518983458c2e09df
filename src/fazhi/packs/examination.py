"""A pack and those above it read as a whole: what is wrong, and what the registry does not know."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.law.validity import Dated
from fazhi.packs import bindings, calendar, content, golden, indicators, lock, registers, rules, stories
from fazhi.packs.basis import link
from fazhi.packs.content import Content
from fazhi.packs.mistakes import every, gathered, sorted_out
from fazhi.packs.pack import Pack, chain
from fazhi.packs.source import Source
from fazhi.packs.statutes import catalogue
from fazhi.packs.tables import loading

STEPS: tuple[Callable[[Path], object], ...] = (
    content.read,
    catalogue,
    calendar.load,
    rules.load,
    loading.load,
    registers.load,
    golden.of,
    lock.kept,
    indicators.of,
    bindings.of,
    stories.of,
)
"""Each stands on those before it."""
NO_FORMS: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Examination:
    """What a check found; a pack without ``faults`` may be used."""

    packs: tuple[Pack, ...]
    contents: tuple[Content, ...]
    notes: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


def examine(folder: Path, forms: Mapping[str, Any] = NO_FORMS) -> Examination:
    """Check a pack and those above it; every mistake is told, those of the highest pack first.

    ``forms`` are the models of files that the apps define, by kind. A mistake may hide others: an entry that
    cannot be read is not checked against the law, and tests wait for the rules they are about.
    """
    try:
        packs = chain(folder)
    except Fault as fault:
        return Examination((), (), (), every(fault))
    work: tuple[Callable[[Path], object], ...] = (*STEPS, partial(_districts, forms))
    _, faults = sorted_out(partial(step, layer.folder) for layer in packs for step in work)
    if faults:
        return Examination(packs, (), (), tuple({str(fault): fault for fault in faults}.values()))
    contents = tuple(content.read(layer.folder) for layer in packs)
    return Examination(packs, contents, tuple(dict.fromkeys(_notes(folder))))


def _districts(forms: Mapping[str, Any], folder: Path) -> None:
    """The files that the apps read, held to the form that the apps demand."""
    paths = ((folder / f"{kind}.yaml", form) for kind, form in forms.items())
    gathered(partial(_form, path, form) for path, form in paths if path.exists())


def _form(path: Path, form: Any) -> None:
    Source(path).read(form)


def _notes(folder: Path) -> Iterator[str]:
    known = catalogue(folder)
    for basis, element in _bases(folder):
        if note := link(basis, element, known, lambda wrong, remedy: Fault("pack.E008", wrong, remedy)):
            yield note


def _bases(folder: Path) -> Iterator[tuple[Basis, Dated]]:
    for rule in rules.load(folder).located():
        yield rule.value.basis, rule.value
    for table in loading.load(folder).located():
        for row in table.value.rows:
            yield row.basis, table.value
    for register in registers.load(folder).located():
        for _, basis in registers.bases(register.value):
            yield basis, register.value
    for indicator in indicators.load(folder).located():
        for _, basis in indicators.bases(indicator.value):
            yield basis, indicator.value
