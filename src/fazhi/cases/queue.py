"""Lists of cases: mine by the day they fall due, an organ's, one procedure's, by number or words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from fazhi.cases import lawbook, policy
from fazhi.cases.models import Case
from fazhi.office.actor import Actor
from fazhi.search.saying import saying

STATES = (("open", "在办"), ("overdue", "已逾期"), ("closed", "已办结"), ("all", "全部"))
NEWEST = ("-pk",)
DUE = (F("next_due").asc(nulls_last=True), "-pk")
MOST = 1_000
"""A list goes no further; who looks for more narrows it."""


@dataclass(frozen=True)
class Search:
    """What an address asks for."""

    text: str = ""
    procedure: str = ""
    state: str = "open"
    mine: bool = False


def search_of(query: QueryDict) -> Search:
    """The search of an address; what it says wrongly is not asked."""
    state = query.get("state", "open")
    procedure = query.get("procedure", "")
    return Search(
        text=query.get("q", "")[:80].replace("\0", ""),
        procedure=procedure if procedure in lawbook.editions() else "",
        state=state if state in dict(STATES) else "open",
        mine=query.get("mine") == "1",
    )


def matching(actor: Actor, search: Search, today: date) -> QuerySet[Case]:
    """The cases a person may see that a search asks for, those due first ahead, closed ones newest first."""
    seen = policy.visible(actor)
    return _asked(seen.filter(handlers=actor.person_id) if search.mine else seen, search, today)


def first(actor: Actor, search: Search, today: date) -> list[int]:
    """The keys of the same cases in their order, ``MOST`` and one more at most: so long a list is not read.

    Each part of what the person may see is read in the order of an index, so that no number of cases on file
    makes it slower.
    """
    parts = (policy.own(actor),) if search.mine else policy.parts(actor)
    head, *rest = (_dated(_asked(part, search, today)[: MOST + 1]) for part in parts)
    found = sorted((_rank(day, search), -pk) for day, pk in head.union(*rest))
    return [-key for _, key in found[: MOST + 1]]


def _dated(rows: QuerySet[Case]) -> QuerySet[Case, tuple[date | None, int]]:
    return Case.objects.filter(pk__in=rows.values("pk")).order_by().values_list("next_due", "pk")


def rows(keys: Iterable[int]) -> list[Case]:
    """The cases of some keys of the list, in its order."""
    wanted = tuple(keys)
    found = Case.objects.select_related("organ").in_bulk(wanted)
    return [found[key] for key in wanted if key in found]


def _rank(day: date | None, search: Search) -> date:
    return date.max if day is None or search.state == "closed" else day


def _asked(rows: QuerySet[Case], search: Search, today: date) -> QuerySet[Case]:
    rows = rows.filter(_state(search.state, today))
    if search.procedure:
        rows = rows.filter(procedure=search.procedure)
    rows = rows.filter(saying(search.text, "number__contains", "title__contains"))
    return rows.select_related("organ").order_by(*(NEWEST if search.state == "closed" else DUE))


def _state(state: str, today: date) -> Q:
    match state:
        case "open":
            return Q(outcome="")
        case "overdue":
            return Q(outcome="", next_due__lt=today)
        case "closed":
            return ~Q(outcome="")
        case _:
            return Q()
