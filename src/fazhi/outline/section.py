"""The divisions of a document as a tree: each numbered passage with what it lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from fazhi.outline import numbering
from fazhi.outline.numbering import Level, Number


@dataclass(frozen=True, eq=False)
class Section:
    """A numbered passage: ``own_end`` is where its first subdivision begins, ``end`` where it is over."""

    number: Number
    own_end: int
    end: int
    parent: Section | None

    @property
    def level(self) -> Level:
        return self.number.level

    @property
    def start(self) -> int:
        return self.number.start

    def ancestors(self) -> list[Section]:
        """The passages this one lies in, the nearest first."""
        return [] if self.parent is None else [self.parent, *self.parent.ancestors()]


def find(text: str) -> list[Section]:
    """The sections of a document in order; 一是…二是… count where nothing else below chapters does.

    >>> sections = find("一、甲\\n1.乙\\n2.丙\\n二、丁")
    >>> [(s.number.written, len(s.ancestors())) for s in sections]
    [('一', 0), ('1', 1), ('2', 1), ('二', 0)]
    """
    numbers = numbering.find(text)
    narrow = {Level.ARTICLE, Level.CHINESE_BRACKET, Level.ARABIC}
    if not any(number.level in narrow for number in numbers):
        numbers = _with_ordinals(text, numbers)
    return tree(numbers, len(text))


def _with_ordinals(text: str, numbers: list[Number]) -> list[Number]:
    bounds = [0, *(n.start for n in numbers), len(text)]
    found = [numbering.ordinals(text, a, b) for a, b in pairwise(bounds)]
    return sorted([*numbers, *(n for group in found if len(group) > 1 for n in group)], key=lambda n: n.start)


def tree(numbers: list[Number], end: int) -> list[Section]:
    """Sections with their parents, from numbers in the order of the text that ends at ``end``."""
    found: list[Section] = []
    opened: list[Section] = []
    for index, number in enumerate(numbers):
        while opened and opened[-1].level >= number.level:
            opened.pop()
        following = numbers[index + 1 :]
        own_end = following[0].start if following else end
        over = next((n.start for n in following if n.level <= number.level), end)
        section = Section(number, own_end, over, opened[-1] if opened else None)
        opened.append(section)
        found.append(section)
    return found


def children(sections: Iterable[Section]) -> dict[Section | None, list[Section]]:
    """The sections by what they directly lie in."""
    below: dict[Section | None, list[Section]] = defaultdict(list)
    for section in sections:
        below[section.parent].append(section)
    return below
