"""Putting people on a case and taking them off it (指派、调整承办人员)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from fazhi import statement
from fazhi.cases import policy
from fazhi.cases.actions import announce, repeat
from fazhi.cases.models import Case, Engagement, Event
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from fazhi.row import insert, inserting


@dataclass(frozen=True, kw_only=True)
class Engage:
    """A person comes on a case, from any organ, or leaves it; a case is never without a handler."""

    case: Case
    person: Person
    on: bool = True
    reason: str = ""
    key: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Engagement:
        """Give the row on record; a request repeated with the same ``key`` gives that of the first."""
        request = repeat.digest(self.key, self.case.number, self.person.pk, self.on, self.reason)
        if done := repeat.earlier_of(Engagement.objects.all(), self.key, request):
            return done
        row = Case.objects.select_for_update(of=("self",)).get(pk=self.case.pk)
        policy.demand_handle(actor, row)
        self._check(row)
        asked = {"reason": self.reason.strip()[:200], "key": self.key or None, "request": request}
        engagement = _record(row, self.person.pk, self.on, actor, at, **asked)
        kind = Event.Kind.ENGAGED if self.on else Event.Kind.RELEASED
        announce.tell(row, kind, at, person=self.person.pk, by=actor.identity)
        return engagement

    def _check(self, row: Case) -> None:
        present = row.handlers.filter(pk=self.person.pk).exists()
        if present == self.on:
            wrong = f"{self.person}{'已在' if present else '不在'}承办人员之列"
            raise Fault("cases.E021", wrong, "请查看案件现在的承办人员")
        if not self.on and not self.reason.strip():
            raise Fault("cases.E022", "没有写明解除指派的理由", "请写明理由")
        if not self.on and row.handlers.count() == 1:
            raise Fault("cases.E023", "案件不能没有承办人员", "请先指派另一名承办人员")


def put(row: Case, people: Iterable[int], actor: Actor, at: datetime) -> None:
    """Those who open a case handle it."""
    through = Case.handlers.through
    found = [(through(case=row, person_id=one), _engagement(row, one, True, actor, at)) for one in people]
    statement.run(*(inserting(one) for pair in found for one in pair))


def _record(row: Case, person: int, on: bool, actor: Actor, at: datetime, **asked: Any) -> Engagement:
    change = row.handlers.add if on else row.handlers.remove
    change(person)
    engagement = _engagement(row, person, on, actor, at, **asked)
    insert(engagement)
    return engagement


def _engagement(row: Case, person: int, on: bool, actor: Actor, at: datetime, **asked: Any) -> Engagement:
    return Engagement(case=row, person_id=person, on=on, by_id=actor.identity, at=at, **asked)
