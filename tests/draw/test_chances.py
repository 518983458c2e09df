"""Each candidate's chance is what was published, over many seeds; the seeds are fixed, so the test is too."""

import hashlib
import hmac
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.draw import ticket, wheel
from fazhi.draw.selection import Outcome, select
from fazhi.ledger.digest import Algorithm
from tests.draw.samples import simple

DRAWS = 4_000
CHI_SQUARE_19 = 43.8
"""The 0.999 quantile of chi-square with 19 degrees of freedom."""


def casts(draws: int = DRAWS) -> list[ticket.Lot]:
    return [ticket.lot(Algorithm.SHA256, n.to_bytes(32, "big")) for n in range(draws)]


def counted(outcome: Outcome, **plan: int) -> Counter[str]:
    given = simple(20, 5, **plan)
    return Counter(r.id for cast in casts() for r in select(given, cast) if r.outcome is outcome)


@pytest.mark.parametrize("outcome", [Outcome.SELECTED, Outcome.SUBSTITUTE])
def test_equal_candidates_are_drawn_equally_often(outcome: Outcome) -> None:
    found = counted(outcome, substitutes=5)
    expected = DRAWS * 5 / 20
    variance = expected * (1 - 5 / 20) * 20 / 19
    assert sum((found[f"{n:04}"] - expected) ** 2 for n in range(20)) / variance < CHI_SQUARE_19


def test_every_pair_of_neighbours_in_the_list_is_drawn_together_equally_often() -> None:
    given = simple(10, 4)
    together: Counter[tuple[str, str]] = Counter()
    for cast in casts():
        chosen = sorted(r.id for r in select(given, cast) if r.outcome is Outcome.SELECTED)
        together.update((a, b) for i, a in enumerate(chosen) for b in chosen[i + 1 :])
    expected = DRAWS * Fraction(4 * 3, 10 * 9)
    assert len(together) == 45
    assert max(abs(n - expected) for n in together.values()) < 4.2 * float(expected) ** 0.5


def test_weighted_candidates_are_drawn_as_often_as_published() -> None:
    weights = [1] * 13 + [2] * 5 + [4, 40]
    given = simple(20, 4, weights=weights)
    found = Counter(r.id for cast in casts() for r in select(given, cast) if r.outcome is Outcome.SELECTED)
    assert found["0019"] == DRAWS
    statistic = 0.0
    for n, (up, down) in enumerate(wheel.chances(weights, 4)[:19]):
        chance = up / down
        assert chance == 3 * weights[n] / 27
        statistic += (found[f"{n:04}"] - DRAWS * chance) ** 2 / (DRAWS * chance * (1 - chance))
    assert statistic < CHI_SQUARE_19


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.data())
def test_over_all_starts_the_wheel_meets_each_chance_exactly(weights: list[int], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(weights)))
    rest = [w for i, w in enumerate(weights) if i not in wheel.certain(weights, number)]
    starts = range(sum(rest)) or range(1)
    spins = [wheel.spin(weights, number, lambda _, start=start: start) for start in starts]
    assert all(len(set(spun)) == number for spun in spins)
    found = Counter(i for spun in spins for i in spun)
    chances = [Fraction(*each) for each in wheel.chances(weights, number)]
    assert [Fraction(found[i], len(starts)) for i in range(len(weights))] == chances


@given(st.binary(max_size=64), st.text(st.characters(blacklist_categories=("Cs",))))
def test_the_lot_is_hmac(key: bytes, text: str) -> None:
    peer = hmac.new(key, text.encode(), hashlib.sha256).digest()
    assert ticket.lot(Algorithm.SHA256, key)(text) == peer


def test_a_number_beyond_the_last_full_multiple_is_passed_over() -> None:
    asked: list[str] = []

    def cast(text: str) -> bytes:
        asked.append(text)
        return b"\xff" * 32 if len(asked) == 1 else (11).to_bytes(32, "big")

    assert ticket.below(cast, "轮", 10) == 1
    assert [text[-1] for text in asked] == ["0", "1"]
    assert all(a < b for a, b in pairwise(asked))
