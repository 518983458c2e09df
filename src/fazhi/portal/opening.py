"""Which procedures somebody outside may begin: those whose opening act is a party's, kept by a counter."""

from datetime import date

from fazhi.cases import lawbook
from fazhi.cases.secrecy import COMPLAINT
from fazhi.law.rule import Basis
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.role import RoleKind

WAY = "internet"
"""A choice of this name, where a fact offers it, is how an application came that was sent from the portal."""
RATING = "service-rating"
"""Procedures with this tag begin from a matter that is done, never from a form of their own."""


def begins(edition: Edition) -> Act | None:
    """The opening act of a party whose record a post may keep; none where only offices begin.

    A fact that names an official cannot be asked of the public.
    """
    return next((act for act in edition.acts if act.starts and _partys(edition, act)), None)


def _partys(edition: Edition, act: Act) -> bool:
    role = edition.role[act.by]
    asks_officials = any(edition.fact[name].kind is FactKind.PERSON for name in act.asks)
    return role.kind is RoleKind.PARTY and bool(role.recorded_by) and not asks_officials


def counter_post(edition: Edition, act: Act) -> str:
    """The title of the post that keeps the record for the party."""
    keeper = edition.role[act.by].recorded_by[0]
    return edition.role[keeper].holder


def opened(day: date) -> tuple[Edition, ...]:
    """The editions in force on a day that somebody outside may begin a case under."""
    known = (one for held in lawbook.editions().values() for one in held)
    return tuple(one for one in known if one.in_force(day) and asked_for(one))


def asked_for(edition: Edition) -> Act | None:
    """The opening act that a form on the portal asks for; none where the procedure has no such form."""
    return None if RATING in edition.tags else begins(edition)


def complains(edition: Edition) -> bool:
    """Whether it takes complaints and reports about an office: these have their own page, name nobody."""
    return COMPLAINT in edition.tags


def answered(fact: Fact) -> bool:
    """Whether the portal itself answers a fact: how the application came."""
    return fact.kind is FactKind.CHOICE and WAY in fact.choices


def received(edition: Edition) -> tuple[str, Basis] | None:
    """Which day is that of receipt for what came over the internet, and its article, if laid down."""
    for act in edition.acts:
        by = act.dated_by
        if by and WAY in by.days:
            return edition.words.fact(by.days[WAY]), by.basis
    return None
