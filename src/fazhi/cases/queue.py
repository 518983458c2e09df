"""Lists of cases: mine by the day they fall due, an organ's, one procedure's, by number or words."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from fazhi.cases import lawbook, policy
from fazhi.cases.models import Case
from fazhi.office.actor import Actor

STATES = (("open", "在办"), ("overdue", "已逾期"), ("closed", "已办结"), ("all", "全部"))


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
    """The cases a person may see that a search asks for, those due first ahead."""
    rows = policy.visible(actor).filter(_state(search.state, today))
    if search.mine:
        rows = rows.filter(handlers=actor.person_id)
    if search.procedure:
        rows = rows.filter(procedure=search.procedure)
    for word in search.text.split():
        rows = rows.filter(Q(number__contains=word) | Q(title__contains=word))
    return rows.select_related("organ").order_by(F("next_due").asc(nulls_last=True), "-pk")


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
