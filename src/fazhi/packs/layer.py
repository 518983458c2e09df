"""Elements of several packs, one over the other: the lower may add or be stricter, not looser (DESIGN §3)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from fazhi.fault import Fault
from fazhi.law.validity import Dated, covers, overlap
from fazhi.packs.mistakes import Step, refused, sorted_out
from fazhi.packs.pack import Pack
from fazhi.packs.source import Place, Source


class Element(Dated, Protocol):
    """What a pack holds by id, in editions that follow each other."""

    @property
    def id(self) -> str: ...

    @property
    def delegated(self) -> str: ...


E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Located(Generic[E]):
    """An element and where it is written."""

    value: E
    source: Source
    at: Place

    def __str__(self) -> str:
        """The place, as a message names it."""
        folder = self.source.path.parent.parent.name
        return f"{folder}/{self.source.label} 第{self.source.line(self.at)}行"

    def fault(self, code: str, wrong: str, remedy: str) -> Fault:
        return self.source.fault(code, self.at, wrong, remedy=remedy)


class Layered(Mapping[str, E], Generic[E]):
    """Elements by id, the lowest layer's latest edition first; ``on`` gives that of a day."""

    def __init__(self, held: Mapping[str, tuple[Located[E], ...]]) -> None:
        self._held = held

    def __getitem__(self, name: str) -> E:
        return self._held[name][0].value

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def on(self, name: str, day: date) -> E | None:
        """The element in force on a day, of the lowest layer that has one."""
        editions = (located.value for located in self._held.get(name, ()))
        return next((one for one in editions if covers(one, day)), None)

    def located(self) -> Iterator[Located[E]]:
        """Every edition of every element, with its place."""
        for editions in self._held.values():
            yield from editions


def layered(
    packs: Iterable[Pack],
    read: Callable[[Pack], Iterable[Step[Located[E]]]],
    loosening: Callable[[E, E], str],
) -> Layered[E]:
    """The elements of packs given from the highest down.

    ``Fault`` pack.E006 where a lower one loosens what the upper has not delegated, pack.E007 where two
    editions of one element are in force on one day; with them every mistake that reading found.
    """
    held: dict[str, tuple[Located[E], ...]] = {}
    faults: list[Fault] = []
    for pack in packs:
        own: dict[str, tuple[Located[E], ...]] = {}
        found, wrong = sorted_out(read(pack))
        faults += wrong
        for one in found:
            faults += _same_day(one, own.get(one.value.id, ()))
            faults += _loosened(one, held.get(one.value.id, ()), loosening)
            own[one.value.id] = (*own.get(one.value.id, ()), one)
        for name, editions in own.items():
            latest = sorted(editions, key=lambda located: located.value.since or date.min, reverse=True)
            held[name] = (*latest, *held.get(name, ()))
    refused(faults)
    return Layered(held)


def _same_day(one: Located[E], others: tuple[Located[E], ...]) -> Iterator[Fault]:
    for other in others:
        if day := overlap(one.value, other.value):
            told = "" if day == date.min else f"在{day}"
            wrong = f"{one.value.id} 重复，{told}与 {other} 同时施行"
            yield one.fault("pack.E007", wrong, "请改用另一个编号，或者用 since、until 使两个版本前后相接")


def _loosened(
    one: Located[E], uppers: tuple[Located[E], ...], loosening: Callable[[E, E], str]
) -> Iterator[Fault]:
    for upper in uppers:
        if upper.value.delegated or not overlap(one.value, upper.value):
            continue
        if reason := loosening(upper.value, one.value):
            wrong = f"{one.value.id} 与上层 {upper} 不符：{reason}"
            yield one.fault(
                "pack.E006", wrong, "请改得不比上层宽松；上层有授权的，由上层以 delegated 写明授权条文"
            )
