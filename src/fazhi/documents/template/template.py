"""A document template: whose act it belongs to, what it says, and what it needs to say it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fazhi.law.rule import Basis
from fazhi.procedure.condition import Condition
from fazhi.procedure.edition import Edition

SLOT = re.compile(r"\{([^{}]*)\}")
NAMES = ("organ", "day", "number")
"""What the office supplies with every document."""


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
    fields: Mapping[str, Field] = field(default_factory=dict)
    cites: Mapping[str, Basis] = field(default_factory=dict)
    addressee: str = ""
    note: str = ""

    def slots(self) -> Iterator[tuple[str, str]]:
        """Every name in braces, with the text it stands in."""
        for text in (self.addressee, *(line.text for line in self.lines), self.note):
            yield from ((name, text) for name in SLOT.findall(text))

    def known(self, edition: Edition) -> tuple[str, ...]:
        """Every name that may stand in braces."""
        acts = (f"done.{act}" for act in edition.act)
        bases = (f"basis.{act}" for act in edition.act)
        cites = (f"cite.{name}" for name in self.cites)
        return (*NAMES, *self.fields, *edition.fact, *cites, *acts, *bases)
