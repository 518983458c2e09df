"""A document template: whose act it belongs to, what it says, and what it needs to say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fazhi.law.rule import Basis
from fazhi.procedure.condition import Condition
from fazhi.procedure.edition import Edition

SLOT = re.compile(r"\{([^{}]*)\}")
NAMES = ("organ", "day", "number", "history")
"""What office and case supply with every document; ``history`` are the acts so far, with their days."""


@dataclass(frozen=True)
class Field:
    """What the drafter fills in because the procedure does not record it."""

    title: str
    basis: str = ""
    long: bool = False


@dataclass(frozen=True)
class Line:
    """A paragraph; with a condition it stands only where the case meets it."""

    text: str
    when: Condition | None = None


@dataclass(frozen=True)
class Element:
    """What an article says that a document states, and the names or words that state it."""

    title: str
    basis: Basis
    by: tuple[str, ...] = ()
    words: str = ""
    when: Condition | None = None


@dataclass(frozen=True)
class Template:
    """One document of one act of a procedure; ``made_by`` names another body that makes it, then no text."""

    id: str
    title: str
    procedure: str
    act: str
    basis: Basis
    lines: tuple[Line, ...] = ()
    made_by: str = ""
    numbered: bool = False
    number: str = ""
    head: bool = False
    headings: tuple[Line, ...] = ()
    when: Condition | None = None
    elements: tuple[Element, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    cites: Mapping[str, Basis] = field(default_factory=dict)
    addressee: str = ""
    attachments: tuple[str, ...] = ()
    note: str = ""
    slip: bool = False
    """May also be printed on a roll, in the street."""

    @property
    def around(self) -> tuple[str, ...]:
        """The texts around the body."""
        return (self.number, self.addressee, *self.attachments, self.note)

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that may be said."""
        return (*self.around, *(line.text for line in (*self.headings, *self.lines)))

    def slots(self) -> Iterator[tuple[str, str]]:
        """Every name in braces, with the text it stands in."""
        for text in self.texts:
            yield from ((name, text) for name in SLOT.findall(text))

    @property
    def certain(self) -> frozenset[str]:
        """The fields without which there is never a paper; others stand only in some cases."""
        standing = (line.text for line in (*self.headings[:1], *self.lines) if line.when is None)
        names = {name for text in (*self.around, *standing) for name in SLOT.findall(text)}
        return frozenset(self.fields) & names

    def known(self, edition: Edition) -> tuple[str, ...]:
        """Every name that may stand in braces."""
        acts = (f"done.{act}" for act in edition.act)
        bases = (f"basis.{act}" for act in edition.act)
        cites = (f"cite.{name}" for name in self.cites)
        facts = (f"{kind}.{fact}" for kind in ("fact", "all") for fact in edition.fact)
        limits = (f"limit.{clock.id}" for clock in edition.clocks if clock.budget)
        return (*NAMES, *self.fields, *edition.fact, *facts, *cites, *acts, *bases, *limits)
