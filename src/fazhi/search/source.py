"""What an app lets be found: its entries, who may see them, which rows they are made from.

A source never hands in what is sealed or names a natural person: the index is plain text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from fazhi.office.actor import Actor

EVERYBODY = "everybody"
"""The circle that holds also those without a log-in."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found, as it stands now."""

    key: int
    title: str
    text: str = ""
    day: date | None = None
    organs: frozenset[int] = frozenset()
    """The organs under whose name it is looked for."""
    circles: frozenset[str] = frozenset()
    """Who may see it, in the source's own words, such as ``organ-7``: they narrow, the policy decides."""


@dataclass(frozen=True)
class Watch:
    """A table that entries are made from; ``keys`` selects, as ``id``, the keys that a ``{row}`` touches."""

    table: str
    keys: str = "SELECT {row}.id AS id"


class Source(Protocol):
    """One kind of things to be found."""

    @property
    def kind(self) -> str:
        """A word for machines, for good."""

    @property
    def title(self) -> str:
        """What the reader calls it."""

    @property
    def icon(self) -> str:
        """Its icon on pages."""

    @property
    def table(self) -> str:
        """Its own table: the ids there are the keys of the entries."""

    @property
    def watches(self) -> tuple[Watch, ...]:
        """Every table that its entries are made from."""

    def entries(self, keys: Iterable[int]) -> Iterable[Entry]:
        """The entries of some keys; a key that is not given back is not to be found (any more)."""

    def circles(self, actor: Actor) -> frozenset[str] | None:
        """The circles the reader is in; ``None`` for all of them."""

    def pages(self, actor: Actor, keys: Iterable[int]) -> Mapping[int, str]:
        """By the policy, now: those of some keys that the reader may see, each with its address."""


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Let a source be searched from now on."""
    _SOURCES[source.kind] = source


def sources() -> Mapping[str, Source]:
    """Every source by its kind, in the order they came."""
    return _SOURCES
