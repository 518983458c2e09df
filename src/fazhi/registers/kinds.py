"""Which registers there are, as the packs say on a day."""

from datetime import date
from functools import cache

from fazhi.fault import Fault
from fazhi.office.models import Organ
from fazhi.packs import registers
from fazhi.packs.layer import Layered
from fazhi.packs.register_entry import RegisterEntry


@cache
def _all() -> Layered[RegisterEntry]:
    return registers.load()


def kinds(day: date) -> list[RegisterEntry]:
    """Every register in force on a day, in the order of its id."""
    found = (_all().on(name, day) for name in sorted(_all()))
    return [kind for kind in found if kind]


def kind(name: str, day: date) -> RegisterEntry:
    """One register by its id; ``Fault`` registers.E013 where the packs have none on that day."""
    if found := _all().on(name, day):
        return found
    known = "、".join(f"{each.id}（{each.title}）" for each in kinds(day))
    raise Fault("registers.E013", f"规则包没有名为“{name}”的清单", f"请从 {known} 中选择")


def kept_by(register: RegisterEntry, organ: Organ) -> bool:
    """Whether an organ is of a kind that keeps this register."""
    return organ.kind in register.keeper
