"""Which measure or duty of a new text is which of the old, so that its history goes on."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar

from fazhi.office.resolution import plain


class Numbered(Protocol):
    """A measure, read or stored."""

    @property
    def number(self) -> str: ...
    @property
    def chapter(self) -> str: ...
    @property
    def title(self) -> str: ...


class Worded(Protocol):
    """A duty, read or stored."""

    @property
    def text(self) -> str: ...


Old = TypeVar("Old")
New = TypeVar("New")
Pairs = list[tuple[Old, New]]


def measures(old: Sequence[Old], new: Sequence[New]) -> Pairs[Old, New]:
    """Pairs of the same measure: by number, chapter and title; then by title; then by number and chapter."""
    return _paired(old, new, (_whole, _title, _number))


def duties(old: Sequence[Old], new: Sequence[New]) -> Pairs[Old, New]:
    """Pairs of duties with the same words; where words repeat, in their order."""
    return _paired(old, new, (_words,))


def _whole(measure: Numbered) -> Hashable:
    return plain(measure.number), plain(measure.chapter), plain(measure.title)


def _title(measure: Numbered) -> Hashable:
    return plain(measure.title) or (plain(measure.number), plain(measure.chapter))


def _number(measure: Numbered) -> Hashable:
    return plain(measure.number), plain(measure.chapter)


def _words(duty: Worded) -> Hashable:
    return plain(duty.text)


Key = Callable[..., Hashable]


def _paired(old: Sequence[Old], new: Sequence[New], keys: Sequence[Key]) -> Pairs[Old, New]:
    pairs: Pairs[Old, New] = []
    for key in keys:
        matched = _by(key, old, new)
        pairs += matched
        done = {id(item) for pair in matched for item in pair}
        old = [item for item in old if id(item) not in done]
        new = [item for item in new if id(item) not in done]
    return pairs


def _by(key: Key, old: Sequence[Old], new: Sequence[New]) -> Pairs[Old, New]:
    waiting: dict[Hashable, deque[Old]] = defaultdict(deque)
    for item in old:
        waiting[key(item)].append(item)
    return [(waiting[key(item)].popleft(), item) for item in new if waiting[key(item)]]
