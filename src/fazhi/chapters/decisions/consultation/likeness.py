"""Which comments say much the same, so that one reasoned answer serves them: proposed, never decided, here.

Pure and deterministic: the same comments give the same groups on every machine, in whatever order they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fazhi.bigram import index_terms

LIKE = (1, 2)
"""The share of common terms in all terms of two comments from which they count as alike: at least a half."""
MOST = 1_000
"""Comments compared at once: each is compared with each."""


@dataclass(frozen=True)
class Said:
    """A comment as the comparison sees it: its number, the clause it is on, its words."""

    number: int
    clause: str
    text: str


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of terms have at least ``LIKE`` of all their terms in common.

    >>> alike(frozenset({"收费", "太高"}), frozenset({"收费", "太高", "了"}))
    True
    """
    common = len(one & other)
    return common > 0 and common * LIKE[1] >= (len(one) + len(other) - common) * LIKE[0]


def groups(comments: Sequence[Said]) -> tuple[tuple[int, ...], ...]:
    """The numbers of those that are alike, directly or through others, on the same clause; none stands alone.

    >>> texts = ("建议延长过渡期到一年", "建议把过渡期延长到一年", "希望增加停车位")
    >>> groups([Said(n, "第三条", text) for n, text in enumerate(texts, 1)])
    ((1, 2),)
    """
    ordered = sorted(comments, key=lambda one: one.number)[:MOST]
    terms = {one.number: frozenset(index_terms(one.text)) for one in ordered}
    found = {one.number: one.number for one in ordered}
    for one, other in _pairs(ordered):
        if alike(terms[one], terms[other]):
            _join(found, one, other)
    return tuple(sorted(_several(found)))


def _pairs(ordered: Sequence[Said]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(ordered):
        yield from ((one.number, b.number) for b in ordered[place + 1 :] if b.clause == one.clause)


def _join(found: dict[int, int], one: int, other: int) -> None:
    first, second = sorted((_root(found, one), _root(found, other)))
    found[second] = first


def _root(found: Mapping[int, int], number: int) -> int:
    while found[number] != number:
        number = found[number]
    return number


def _several(found: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    members: dict[int, list[int]] = {}
    for number in found:
        members.setdefault(_root(found, number), []).append(number)
    return (tuple(group) for group in members.values() if len(group) > 1)
