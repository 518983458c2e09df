"""A draw by weight whose chances are exactly what was published: number × weight ÷ total, at most one.

The candidates lie on a wheel, in the random order of their tickets, each as long as number × weight. From a
random start every total-th mark selects the candidate it falls on (systematic sampling; Madow 1949). Keys of
the form u^(1/w) need fractions and miss the published chances: see ADR 0031.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate


def certain(weights: Sequence[int], number: int) -> set[int]:
    """The places of those so heavy that their chance is one; the others share what is left.

    >>> certain([1, 1, 8], 2)
    {2}
    """
    sure: set[int] = set()
    while True:
        rest = [i for i in range(len(weights)) if i not in sure]
        left, total = number - len(sure), sum(weights[i] for i in rest)
        heavy = {i for i in rest if left * weights[i] >= total}
        if not heavy:
            return sure
        sure |= heavy


def spin(weights: Sequence[int], number: int, start: Callable[[int], int]) -> list[int]:
    """The places of ``number`` candidates, in order; ``start`` gives a random number below the total.

    >>> spin([1, 2, 1], 2, lambda total: 1)
    [1, 2]
    """
    sure = certain(weights, number)
    rest = [i for i in range(len(weights)) if i not in sure]
    left, total = number - len(sure), sum(weights[i] for i in rest)
    mark = start(total) if left else 0
    ends = zip(rest, accumulate(left * weights[i] for i in rest), strict=True)
    marked = [i for i, end in ends if (end - 1 - mark) % total < left * weights[i]]
    return sorted([*sure, *marked])


def chances(weights: Sequence[int], number: int) -> list[tuple[int, int]]:
    """Each candidate's chance of being among ``number``, as a fraction not reduced."""
    sure = certain(weights, number)
    left = number - len(sure)
    total = sum(w for i, w in enumerate(weights) if i not in sure)
    return [(1, 1) if i in sure else (left * w, total) for i, w in enumerate(weights)]
