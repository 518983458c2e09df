"""How many units have a government lawyer or a legal adviser (纲要 36), by kind of unit.

Whether sub-districts count among the units was read nowhere: both sums are given, and which one counts the
district's justice bureau says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.chapters.decisions.counsel.terms import ADVISERS, LAWYERS
from fazhi.office.models import Organ
from fazhi.registers.models import Entry, Register
from fazhi.registers.standing import in_force

UNDETERMINED = "哪些单位计入、街道是否计入，没有读到规定，由区司法局确定"
CORE = (Organ.Kind.PARTY, Organ.Kind.GOVERNMENT)


@dataclass(frozen=True)
class Share:
    """Of so many units, so many have a lawyer, an adviser, either."""

    title: str
    units: int
    lawyers: int
    advisers: int
    either: int
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """By kind, and the two sums between which nobody has chosen."""

    kinds: tuple[Share, ...]
    sums: tuple[Share, ...]


def coverage(day: date) -> Coverage:
    """The figures of a day, from the registers in force."""
    held = {kind: set(_units(kind, day)) for kind in (LAWYERS, ADVISERS)}
    organs = list(Organ.objects.order_by("pk"))
    kinds = (_share(label, [o for o in organs if o.kind == kind], held) for kind, label in Organ.Kind.choices)
    core = [o for o in organs if o.kind in CORE]
    streets = [o for o in organs if o.kind == Organ.Kind.STREET]
    sums = (
        _share("党委部门和政府部门，不计街道", core, held),
        _share("党委部门和政府部门，计入街道", [*core, *streets], held),
    )
    return Coverage(tuple(one for one in kinds if one.units), sums)


def _units(kind: str, day: date) -> Iterator[str]:
    for register in Register.objects.filter(kind=kind).exclude(organ=None):
        if edition := in_force(register):
            yield from (unit for entry in edition.entries.on(day) if (unit := unit_of(entry)))


def unit_of(entry: Entry) -> str:
    """The unit that an entry of a lawyer or adviser names."""
    return str(entry.cells.get("unit", ""))


def _share(title: str, organs: list[Organ], held: dict[str, set[str]]) -> Share:
    lawyers = {o.name for o in organs if o.name in held[LAWYERS]}
    advisers = {o.name for o in organs if o.name in held[ADVISERS]}
    without = tuple(o.name for o in organs if o.name not in lawyers | advisers)
    return Share(title, len(organs), len(lawyers), len(advisers), len(lawyers | advisers), without)
