"""Our list beside the superior's: what they changed since we followed them, what is our own (4.1).

Three lists are compared by key: the superior's edition that ours was brought in line with (base), the
superior's newest (theirs), and ours. Organ columns are left out: at each level another organ exercises the
same power.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fazhi.packs.register_entry import Kind, RegisterEntry
from fazhi.registers.difference import Cell, Item, changed, plain
from fazhi.registers.files.table import DAYS

Texts = Mapping[str, str]


class Standing(StrEnum):
    """How one of our entries stands to the superior's."""

    CONFLICT = "conflict"
    """Both changed it, differently."""
    FOLLOW = "follow"
    """They changed it, added it or removed it; we have not."""
    OWN = "own"
    """We changed it, added it or removed it; they have not."""
    BOTH = "both"
    """Both made the same change."""
    SAME = "same"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Standing.CONFLICT: "两级均有调整且不一致",
    Standing.FOLLOW: "上级有调整，本级未跟进",
    Standing.OWN: "本级自行调整",
    Standing.BOTH: "两级调整一致",
    Standing.SAME: "一致",
}


@dataclass(frozen=True)
class Aligned:
    """One key in three lists; a text is ``None`` where the list has not the entry."""

    key: str
    standing: Standing
    theirs: tuple[Cell, ...]
    """What the superior changed from the base."""
    ours: tuple[Cell, ...]
    """What we changed from the base."""
    in_base: bool
    in_theirs: bool
    in_ours: bool

    def as_dict(self) -> dict[str, object]:
        return {
            "key": self.key,
            "standing": self.standing.value,
            "theirs": [vars(cell) for cell in self.theirs],
            "ours": [vars(cell) for cell in self.ours],
            "in": {"base": self.in_base, "theirs": self.in_theirs, "ours": self.in_ours},
        }


@dataclass(frozen=True)
class List:
    """One of the three lists: its entries, read by its own schema."""

    kind: RegisterEntry
    items: tuple[Item, ...]

    def texts(self, heads: Iterable[str]) -> dict[str, dict[str, str]]:
        wanted = tuple(heads)
        return {item.key: {head: plain(self.kind, item)[head] for head in wanted} for item in self.items}


def align(base: List, theirs: List, ours: List) -> tuple[Aligned, ...]:
    """Every key of the three lists with how it stands, what needs work first, else in our order."""
    heads = _heads(base.kind, theirs.kind, ours.kind)
    three = tuple(one.texts(heads) for one in (base, theirs, ours))
    keys = dict.fromkeys(key for texts in (three[2], three[1], three[0]) for key in texts)
    found = [_aligned(key, *(texts.get(key) for texts in three)) for key in keys]
    return tuple(sorted(found, key=lambda one: list(Standing).index(one.standing)))


def _heads(*kinds: RegisterEntry) -> tuple[str, ...]:
    """The heads that all three have and that mean the same at every level."""
    compared = [[column.title for column in kind.columns if column.kind is not Kind.ORGAN] for kind in kinds]
    first, *others = compared
    return (*(head for head in first if all(head in other for other in others)), *DAYS.values())


def _aligned(key: str, base: Texts | None, theirs: Texts | None, ours: Texts | None) -> Aligned:
    return Aligned(
        key,
        standing(base, theirs, ours),
        tuple(changed(base or {}, theirs or {})),
        tuple(changed(base or {}, ours or {})),
        base is not None,
        theirs is not None,
        ours is not None,
    )


def standing(base: Texts | None, theirs: Texts | None, ours: Texts | None) -> Standing:
    """How an entry stands, given its text in each list, ``None`` where it is not there.

    >>> one, other = {"名称": "甲"}, {"名称": "乙"}
    >>> standing(one, other, one).value, standing(None, None, one).value
    ('follow', 'own')
    """
    if theirs == ours:
        return Standing.SAME if ours == base else Standing.BOTH
    if ours == base:
        return Standing.FOLLOW
    return Standing.OWN if theirs == base else Standing.CONFLICT
