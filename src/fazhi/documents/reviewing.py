"""What a person decides about proposed masks: which stand, which do not, and what else is hidden."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fazhi.fault import Fault


@dataclass(frozen=True, order=True)
class Mark:
    """Characters ``start`` to ``end`` (exclusive) of the original, and what is published in their place."""

    start: int
    end: int
    masked: str
    why: str
    """The kind in Chinese, or 人工添加."""


ADDED = "人工添加"
MASK = "***"
LONGEST = 200


def added(text: str, wanted: Iterable[str]) -> tuple[Mark, ...]:
    """Every place of words that a reviewer wants hidden; one line each, ``words=instead`` to replace them.

    ``Fault`` documents.E060 names words that do not occur: nobody believes something hidden that is not.

    >>> [(m.start, m.masked) for m in added("甲与乙，甲在场", ["甲=某甲"])]
    [(0, '某甲'), (4, '某甲')]
    """
    found: list[Mark] = []
    for line in filter(None, (line.strip() for line in wanted)):
        words, _, instead = line.partition("=")
        places = list(_places(text, words)) if 0 < len(words) <= LONGEST else []
        if not places:
            raise Fault("documents.E060", f"原文中没有“{words[:40]}”", "请照原文填写要隐去的文字，每行一处")
        found += [Mark(at, at + len(words), instead or MASK, ADDED) for at in places]
    return tuple(found)


def decided(accepted: Iterable[Mark], more: Iterable[Mark]) -> tuple[Mark, ...]:
    """Accepted and added marks without overlaps: what any of them hides stays hidden.

    >>> decided([Mark(0, 3, "张某", "姓名")], [Mark(2, 5, "***", ADDED), Mark(9, 10, "***", ADDED)])[0]
    Mark(start=0, end=5, masked='***', why='人工添加')
    """
    taken: list[Mark] = []
    for mark in sorted((*accepted, *more), key=lambda m: (m.start, -m.end)):
        before = taken[-1] if taken else None
        if before is None or mark.start >= before.end:
            taken.append(mark)
        elif mark.end > before.end:
            taken[-1] = Mark(before.start, mark.end, MASK, ADDED)
    return tuple(taken)


def applied(text: str, marks: Iterable[Mark]) -> str:
    """The text as it would be published.

    >>> applied("张三到场", [Mark(0, 2, "张某", "姓名")])
    '张某到场'
    """
    return "".join(mark.masked if mark else words for words, mark in segments(text, marks))


def segments(text: str, marks: Iterable[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """The original in pieces, each with the mark that lies on it."""
    place = 0
    for mark in marks:
        yield text[place : mark.start], None
        yield text[mark.start : mark.end], mark
        place = mark.end
    yield text[place:], None


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))
