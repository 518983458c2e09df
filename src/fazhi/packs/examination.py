"""A pack and those above it read as a whole: what is wrong, and what the registry does not know."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.law.validity import Dated
from fazhi.packs import calendar, content, golden, registers, rules
from fazhi.packs.basis import link
from fazhi.packs.content import Content
from fazhi.packs.pack import Pack, chain
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
)
"""Each stands on those before it, so the first that fails is the one to mend."""


@dataclass(frozen=True)
class Examination:
    """What a check found; a pack without ``fault`` may be used."""

    packs: tuple[Pack, ...]
    contents: tuple[Content, ...]
    notes: tuple[str, ...]
    fault: Fault | None = None


def examine(folder: Path) -> Examination:
    """Check a pack and those above it; the highest mistake comes first and alone, to be mended."""
    packs: tuple[Pack, ...] = ()
    try:
        packs = chain(folder)
        for layer in packs:
            for step in STEPS:
                step(layer.folder)
    except Fault as fault:
        return Examination(packs, (), (), fault)
    contents = tuple(content.read(layer.folder) for layer in packs)
    return Examination(packs, contents, tuple(dict.fromkeys(_notes(folder))))


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
