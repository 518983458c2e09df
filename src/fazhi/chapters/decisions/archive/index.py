"""The index of a file (卷内目录): what must be there by article, what is there, what is missing, whose it is.

A file is complete when nothing that an article demands is missing, or each such thing is declared not
applicable with a reason (重大行政决策程序暂行条例第三十三条：及时完整归档).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from fazhi.ledger import canonical
from fazhi.ledger.canonical import Json

Key = tuple[int, str]
"""Number of the act in the file, and title of the paper."""


class State(StrEnum):
    """How a thing that belongs into the file stands."""

    KEPT = "kept"
    MISSING = "missing"
    WAIVED = "waived"
    UNSURE = "unsure"
    """Not there, and no article says that it must be a paper of its own: a person checks."""


@dataclass(frozen=True)
class Sheet:
    """A paper on file; ``pages`` is ``None`` where nobody counts them, ``late`` says who put it in later."""

    title: str
    file_name: str
    digest: str
    """SHA-256, hexadecimal."""
    size: int
    """Bytes."""
    day: date
    number: str = ""
    pages: int | None = None
    late: str = ""
    place: str = ""
    """Where its bytes are: ``paper-7`` or ``supplement-7``."""


@dataclass(frozen=True)
class Wanted:
    """A paper that an act must leave, on which article, and whether its absence keeps the file open."""

    title: str
    article: str
    must: bool = True


@dataclass(frozen=True)
class Step:
    """An act on file: who did it in which role, what it must leave and what it left."""

    number: int
    title: str
    day: date
    role: str
    people: tuple[str, ...]
    wanted: tuple[Wanted, ...] = ()
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Item:
    """One line of the index."""

    step: Step
    title: str
    article: str
    state: State
    sheet: Sheet | None = None
    reason: str = ""

    @property
    def key(self) -> Key:
        """By which it is declared not applicable or supplied."""
        return self.step.number, self.title

    @property
    def owed(self) -> str:
        """Who has to supply it.

        >>> step = Step(3, "公布决策", date(2026, 3, 2), "决策机关办公机构", ("演示·办公室甲",))
        >>> Item(step, "解读材料", "", State.MISSING).owed
        '决策机关办公机构（演示·办公室甲）'
        """
        return f"{self.step.role}（{'、'.join(self.step.people)}）" if self.step.people else self.step.role

    def as_dict(self) -> dict[str, Json]:
        """The line as it is fixed when the file is closed."""
        sheet = self.sheet
        held: dict[str, Json] = (
            {"file": sheet.file_name, "sha256": sheet.digest, "size": sheet.size} if sheet else {}
        )
        said = {"article": self.article} if self.article else {}
        reason = {"reason": self.reason} if self.reason else {}
        where: dict[str, Json] = {
            "act": self.step.number,
            "step": self.step.title,
            "day": self.step.day.isoformat(),
        }
        return {**where, "title": self.title, "state": self.state.value, **said, **held, **reason}


@dataclass(frozen=True)
class Index:
    """All lines in the order of the acts."""

    items: tuple[Item, ...]

    def of(self, state: State) -> tuple[Item, ...]:
        """The lines that stand so."""
        return tuple(item for item in self.items if item.state is state)

    @property
    def complete(self) -> bool:
        """Whether nothing that an article demands is missing."""
        return not self.of(State.MISSING)

    @cached_property
    def content(self) -> bytes:
        """The index as it is fixed by a closing: canonical JSON (RFC 8785)."""
        return canonical.encode([item.as_dict() for item in self.items])

    @property
    def digest(self) -> str:
        """SHA-256 of it, hexadecimal."""
        return sha256(self.content).hexdigest()

    @property
    def kept(self) -> int:
        """How many papers there are."""
        return len(self.of(State.KEPT))


def index(steps: tuple[Step, ...], waived: Mapping[Key, str]) -> Index:
    """The index of a file; ``waived`` are the reasons of what was declared not applicable.

    >>> step = Step(1, "公布决策", date(2026, 3, 2), "办公机构", (), (Wanted("公布文本", "第三十二条"),))
    >>> [item.state.value for item in index((step,), {}).items], index((step,), {}).complete
    (['missing'], False)
    >>> index((step,), {(1, "公布文本"): "只在公报刊登"}).complete
    True
    """
    return Index(tuple(item for step in steps for item in _items(step, waived)))


def _items(step: Step, waived: Mapping[Key, str]) -> Iterator[Item]:
    wanted = {one.title: one for one in step.wanted}
    for one in wanted.values():
        found = [sheet for sheet in step.sheets if sheet.title == one.title]
        yield from (Item(step, one.title, one.article, State.KEPT, sheet) for sheet in found)
        if not found:
            yield _absent(step, one, waived.get((step.number, one.title), ""))
    others = (sheet for sheet in step.sheets if sheet.title not in wanted)
    yield from (Item(step, sheet.title, "", State.KEPT, sheet) for sheet in others)


def _absent(step: Step, wanted: Wanted, reason: str) -> Item:
    state = State.WAIVED if reason else State.MISSING if wanted.must else State.UNSURE
    return Item(step, wanted.title, wanted.article, state, reason=reason)
