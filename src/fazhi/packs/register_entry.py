"""The schema of a register as a pack writes it: columns, key, who keeps it, on which article (4.1, 4.2).

A column that names a ``basis`` is one that an article demands; every other one is the house's own, and
says so wherever it is shown.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from fazhi.packs.basis import BasisEntry
from fazhi.packs.entry import Entry
from fazhi.packs.rules import PeriodEntry

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
OrganKind = Literal[
    "party", "discipline", "congress", "government", "street", "judicial", "branch", "society"
]


class Kind(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"
    ORGAN = "organ"
    """An organ of the district by any of its names; in a superior's list, as written."""
    CITATION = "citation"
    """Articles that are cited, but on which the entry does not rest."""
    BASIS = "basis"
    """The articles on which the entry rests: what the basis audit re-checks."""


class Column(Entry):
    """One column; ``title`` is the head in files and on pages."""

    id: Name
    title: str = Field(min_length=1, max_length=30)
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""
    basis: BasisEntry | None = None
    """The article that demands the column; left out for one of the house's own."""


class Demand(Entry):
    """Some entries must rest on law of a certain rank: a normative document cannot carry them."""

    where: dict[Name, tuple[str, ...]] = {}
    """Choices by column that an entry must have for the demand to bind it; empty binds every entry."""
    accepts: str
    """What may carry the entry, in Chinese (法律、法规、规章)."""
    state_council: bool = False
    """A decision of the State Council will do as well; which of its documents is one, a person says."""
    basis: BasisEntry


class Update(Entry):
    """How often the law has the register brought up to date; left out where it states no period."""

    every: PeriodEntry
    basis: BasisEntry


class Consent(Entry):
    """Who must agree before an edition is published; a change of what is published is then argued, too."""

    by: str = Field(min_length=2)
    basis: BasisEntry


class RegisterEntry(Entry):
    """One register as the pack defines it, in one edition of its schema."""

    id: str = Field(pattern=r"^[a-z0-9-]+$", max_length=40)
    title: str = Field(min_length=2, max_length=60)
    says: str
    since: date | None = None
    until: date | None = None
    basis: BasisEntry | None = None
    undetermined: str = ""
    """Who says on what the register rests, where no article is established."""
    keeper: tuple[OrganKind, ...] = Field(min_length=1)
    """The kinds of organs that keep one each."""
    publisher: str
    """Who publishes it, in Chinese."""
    published: bool
    """For everybody, or internal to the desk."""
    update: Update | None = None
    consent: Consent | None = None
    key: tuple[Name, ...] = Field(min_length=1)
    columns: tuple[Column, ...] = Field(min_length=1)
    demands: tuple[Demand, ...] = ()
    delegated: str = ""

    def column(self, name: str) -> Column:
        """A column by its id."""
        return next(column for column in self.columns if column.id == name)

    def of(self, *kinds: Kind) -> tuple[Column, ...]:
        """The columns of some kinds."""
        return tuple(column for column in self.columns if column.kind in kinds)
