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
    heading: str = ""
    fields: Mapping[str, Field] = field(default_factory=dict)
    cites: Mapping[str, Basis] = field(default_factory=dict)
    addressee: str = ""
    attachments: tuple[str, ...] = ()
    note: str = ""

    @property
    def around(self) -> tuple[str, ...]:
        """The texts around the body."""
        return (self.heading, self.number, self.addressee, *self.attachments, self.note)

    def slots(self) -> Iterator[tuple[str, str]]:
        """Every name in braces, with the text it stands in."""
        for text in (*self.around, *(line.text for line in self.lines)):
            yield from ((name, text) for name in SLOT.findall(text))

    @property
    def certain(self) -> frozenset[str]:
        """The fields without which there is never a paper; others stand only in some cases."""
        always = (*self.around, *(line.text for line in self.lines if line.when is None))
        return frozenset(self.fields) & {name for text in always for name in SLOT.findall(text)}

    def known(self, edition: Edition) -> tuple[str, ...]:
        """Every name that may stand in braces."""
        acts = (f"done.{act}" for act in edition.act)
        bases = (f"basis.{act}" for act in edition.act)
        cites = (f"cite.{name}" for name in self.cites)
        facts = (f"{kind}.{fact}" for kind in ("fact", "all") for fact in edition.fact)
        return (*NAMES, *self.fields, *edition.fact, *facts, *cites, *acts, *bases)
