"""From those who registered to a draw, and from its results to who takes part (程序暂行条例第十六条第三款).

Pure: what each group has of seats is given; of a group with no more accepted than seats everybody is taken.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from fazhi.draw.beacon import Beacon
from fazhi.draw.candidate import Candidate
from fazhi.draw.plan import Plan
from fazhi.draw.quota import Quota
from fazhi.draw.selection import Outcome, Result
from fazhi.draw.share import Commitment


@dataclass(frozen=True)
class Entrant:
    """Somebody who registered: the number, the group, and why not in the lot, empty where in it."""

    id: str
    group: str
    excluded: str = ""


@dataclass(frozen=True)
class Places:
    """What a group has: seats, and how many substitutes are drawn behind them."""

    group: str
    number: int
    substitutes: int = 0


@dataclass(frozen=True)
class Terms:
    """What was published before anybody could know the outcome."""

    draw: str
    day: str
    promise: Commitment
    beacon: Beacon


def needed(entrants: Iterable[Entrant], places: Iterable[Places]) -> bool:
    """Whether any group has more who may be drawn than seats.

    >>> needed([Entrant("1-1", "公众"), Entrant("1-2", "公众")], [Places("公众", 1)])
    True
    """
    sizes = _sizes(entrants)
    return any(sizes[each.group] > each.number for each in places)


def plan(terms: Terms, entrants: Sequence[Entrant], places: Sequence[Places]) -> Plan:
    """The draw: everybody who registered stands on the list, the excluded with their reason."""
    sizes = _sizes(entrants)
    return Plan(
        draw=terms.draw,
        date=terms.day,
        candidates=tuple(Candidate(one.id, one.group, excluded=one.excluded) for one in entrants),
        quotas=tuple(_quota(each, sizes[each.group]) for each in places),
        commitments=(terms.promise,),
        beacon=terms.beacon,
    )


def _sizes(entrants: Iterable[Entrant]) -> Counter[str]:
    return Counter(one.group for one in entrants if not one.excluded)


def _quota(each: Places, size: int) -> Quota:
    number = min(each.number, size)
    return Quota("", each.group, number, min(each.substitutes, size - number))


def order(results: Iterable[Result]) -> dict[str, tuple[str, ...]]:
    """For each group the ids drawn, then the substitutes, each in drawn order."""
    kinds = {Outcome.SELECTED: 0, Outcome.SUBSTITUTE: 1}
    drawn = sorted(
        (kinds[one.outcome], one.rank, one.stratum, one.id) for one in results if one.outcome in kinds
    )
    found: dict[str, tuple[str, ...]] = {}
    for _, _, group, id_ in drawn:
        found[group] = (*found.get(group, ()), id_)
    return found


def seated(
    ordered: Mapping[str, Sequence[str]], places: Iterable[Places], gone: Collection[str]
) -> tuple[str, ...]:
    """Who has a seat when some have gone: substitutes move up in their order, within their group.

    >>> seated({"公众": ("1-3", "1-1", "1-2")}, [Places("公众", 2)], {"1-3"})
    ('1-1', '1-2')
    """
    staying = ((each, [id_ for id_ in ordered.get(each.group, ()) if id_ not in gone]) for each in places)
    return tuple(id_ for each, ids in staying for id_ in ids[: each.number])
