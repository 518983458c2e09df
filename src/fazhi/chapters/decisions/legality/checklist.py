"""What a legality review looks at: authority, procedure, content (程序暂行条例第二十七条), as data."""

from functools import cache
from pathlib import Path

from pydantic import Field

from fazhi.packs.entry import Entry
from fazhi.packs.source import Source

FOLDER = Path(__file__).with_name("checklists")


class Item(Entry):
    """One thing to be answered; left out where the case says ``no`` to the fact it ``concerns``.

    ``fact`` is the fact of the case's act that the answer settles.
    """

    id: str
    title: str
    article: str
    concerns: str = ""
    fact: str = ""


class Head(Entry):
    """权限, 程序 or 内容; sound when no item of it is answered with no."""

    id: str
    title: str
    fact: str = ""
    items: tuple[Item, ...] = Field(min_length=1)


class Checklist(Entry):
    """The heads for one procedure."""

    basis: str
    heads: tuple[Head, ...] = Field(min_length=3, max_length=3)

    def without(self, denied: frozenset[str]) -> "Checklist":
        """What is left to answer where the case says no to some facts."""
        kept = (
            head.model_copy(update={"items": tuple(i for i in head.items if i.concerns not in denied)})
            for head in self.heads
        )
        return self.model_copy(update={"heads": tuple(kept)})

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for head in self.heads for item in head.items)


@cache
def checklist(procedure: str) -> Checklist:
    """The checklist of a procedure, from the file of its name.

    >>> [head.title for head in checklist("major-decision").heads]
    ['权限', '程序', '内容']
    """
    return Source(FOLDER / f"{procedure}.yaml").read(Checklist)
