"""What an applicant sees of the own case: the steps that concern them, their clocks, what is theirs to do.

Whose step it is follows from the edition alone. A clock in which another party or body must act, such as the
one a third party has to answer in, is not told, and neither is what the office does among itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from fazhi.cases import lawbook, store
from fazhi.documents.models import Issue
from fazhi.documents.templates import load
from fazhi.portal import opening
from fazhi.portal.models import Application, Rating
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.clock import Clock
from fazhi.procedure.due import Reading, due
from fazhi.procedure.edition import Edition
from fazhi.procedure.permitted import permitted
from fazhi.procedure.person import Person
from fazhi.procedure.role import RoleKind
from fazhi.procedure.value import Value
from fazhi.procedure.variables import of

TOLD = (Kind.COMPLETION, Kind.EXTENSION)
"""Detours that the applicant is told of with what was asked: facts of other acts stay with the office."""
TAG = "told"
"""Other acts whose facts are meant for the applicant are marked so in the edition."""


@dataclass(frozen=True)
class Step:
    """One thing that happened, with what the applicant was asked for in it."""

    title: str
    on: date
    own: bool
    asked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Course:
    """The public side of one case."""

    application: Application
    edition: Edition
    outcome: str
    steps: tuple[Step, ...]
    clocks: tuple[Reading, ...]
    to_do: tuple[Act, ...]
    replies: tuple[Issue, ...]


def course(application: Application, today: date) -> Course:
    """How the case stands on a day."""
    case = store.load(application.case)
    edition = case.edition
    known = concerning(edition)
    outcome = case.state.outcome
    return Course(
        application,
        edition,
        edition.words.outcome(outcome) if outcome else "",
        tuple(_steps(case, known)),
        tuple(_clocks(case, today)),
        tuple(_to_do(case, today)),
        replies(application),
    )


def follow_up(row: Rating) -> tuple[Step, ...]:
    """What became of a rating, as far as it concerns who gave it."""
    case = store.load(row.file)
    return tuple(_steps(case, concerning(case.edition)))


def concerning(edition: Edition) -> frozenset[str]:
    """The acts that an applicant is told of."""
    role = _role(edition)
    own = {act.id for act in edition.acts if act.by == role}
    called = {name for act in edition.acts if act.by == role for name in _before(act)}
    told = {act.id for act in edition.acts if _told(act)}
    timed = {name for clock in edition.clocks if _applicants(edition, clock) for name in clock.stops}
    begun = {name for clock in edition.clocks if _applicants(edition, clock) for name in clock.starts}
    return frozenset(own | called | told | timed | begun)


def _told(act: Act) -> bool:
    return act.kind in TOLD or TAG in act.tags


def _before(act: Act) -> Iterator[str]:
    """The acts without which an act of the applicant cannot be done."""
    for gate in act.requires:
        yield from of(gate.that).acts


def _role(edition: Edition) -> str:
    act = opening.begins(edition)
    return act.by if act else ""


def _applicants(edition: Edition, clock: Clock) -> bool:
    others = {act.id for act in edition.acts if _outside(edition, act.by)}
    return others.isdisjoint(clock.stops)


def _outside(edition: Edition, role: str) -> bool:
    return edition.role[role].kind is not RoleKind.OFFICIAL and role != _role(edition)


def _steps(case: Case, known: frozenset[str]) -> Iterator[Step]:
    edition = case.edition
    for record in case.records:
        if record.act in known:
            act = edition.act[record.act]
            asked = tuple(_said(edition, record.facts)) if _told(act) else ()
            yield Step(act.title, record.happened_on, act.by == _role(edition), asked)


def _said(edition: Edition, facts: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for name, value in facts.items():
        fact = edition.fact.get(name)
        yield edition.words.fact(name), fact.named(value) if fact else str(value)


def _clocks(case: Case, today: date) -> Iterator[Reading]:
    for reading in due(case, lawbook.days(), today).values():
        if reading.running and not case.state.outcome and _applicants(case.edition, reading.clock):
            yield reading


def _to_do(case: Case, today: date) -> Iterator[Act]:
    role = _role(case.edition)
    if not role:
        return
    somebody = Person("申请人", frozenset({case.edition.role[role].holder}))
    for one in permitted(case, somebody, today, lawbook.days()):
        if one.permitted and one.act.by == role:
            yield one.act


def replies(application: Application) -> tuple[Issue, ...]:
    """The issued papers of the case that are made with an act the applicant is told of, and still stand."""
    kinds = told_papers(lawbook.edition(application.case.edition_id))
    rows = Issue.objects.filter(version__document__case_key=application.case.number, withdrawal=None)
    return tuple(rows.filter(version__document__kind__in=kinds).select_related("version__document", "number"))


def told_papers(edition: Edition) -> frozenset[str]:
    """The titles of papers that are made for the applicant; letters to third parties are not."""
    acts = concerning(edition)
    return frozenset(
        title for procedure, act, title in _templates() if procedure == edition.id and act in acts
    )


@cache
def _templates() -> frozenset[tuple[str, str, str]]:
    """Procedure, act and title of every paper that the packs know how to make."""
    return frozenset(load())
