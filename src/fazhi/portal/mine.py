"""What belongs to somebody of the public, whichever app keeps it: apps register how theirs is read and found.

The portal knows kinds and keys alone; a chapter registers its source when it is loaded.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fazhi.portal.models import Belonging


@dataclass(frozen=True)
class Matter:
    """How one thing stands, for its owner; ``day`` is what comes next, and ``what`` says what that is."""

    title: str
    number: str
    state: str
    done: bool
    day: date | None = None
    what: str = ""
    demo: bool = False


@dataclass(frozen=True)
class Source:
    """One kind of thing: how those of some keys stand, and which key a number and a code lead to."""

    kind: str
    title: str
    read: Callable[[Collection[str], date], Mapping[str, Matter]]
    find: Callable[[str, str], str]


@dataclass(frozen=True)
class Line:
    """A belonging with how it stands."""

    row: Belonging
    source: Source
    matter: Matter


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Have a kind of thing listed; once, however often its app is loaded."""
    _SOURCES[source.kind] = source


def lines(rows: Iterable[Belonging], today: date) -> list[Line]:
    """The belongings in their order, each kind read at once."""
    held = list(rows)
    known = {name: _read(source, held, today) for name, source in _SOURCES.items()}
    found = ((row, known.get(row.kind, {}).get(row.key)) for row in held)
    return [Line(row, _SOURCES[row.kind], matter) for row, matter in found if matter]


def _read(source: Source, rows: list[Belonging], today: date) -> Mapping[str, Matter]:
    keys = [row.key for row in rows if row.kind == source.kind]
    return source.read(keys, today) if keys else {}


def found(number: str, code: str) -> tuple[str, str] | None:
    """Kind and key of what a number and a code lead to together."""
    for source in _SOURCES.values():
        if key := source.find(number, code):
            return source.kind, key
    return None


def pair(number: str) -> tuple[int, int] | None:
    """A number of two parts.

    >>> pair("3-12"), pair("3－12"), pair("区司法局〔2026〕1号")
    ((3, 12), (3, 12), None)
    """
    parts = [one.strip() for one in number.replace("－", "-").split("-")]
    if len(parts) != 2 or not all(one.isdecimal() and len(one) < 10 for one in parts):
        return None
    return int(parts[0]), int(parts[1])
