"""An act in a case: the one way by which a case moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import capacity, lawbook, policy, store
from fazhi.cases.actions import paper, repeat
from fazhi.cases.actions.append import Entry, append, persons
from fazhi.cases.actions.paper import Attachment
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.perform import refusals
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value


@dataclass(frozen=True, kw_only=True)
class Perform:
    """One act on a case; ``expected`` is the number of acts the person saw when deciding.

    Somebody else having acted meanwhile is ``cases.E409``: look again, then decide again. A request repeated
    with the same ``key`` gives the act of the first one. Refusals of the procedure come as its own ``Fault``,
    with the article, and nothing is recorded.
    """

    case: Case
    expected: int
    act: str
    happened_on: date
    facts: Mapping[str, Value] = field(default_factory=dict)
    papers: tuple[Attachment, ...] = ()
    colleagues: tuple[int, ...] = ()
    """Further officials who act together with the person at the desk."""
    corrects: int | None = None
    instead_on: date | None = None
    reason: str = ""
    key: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Check, append and bring what is derived up to date, all or nothing."""
        request = repeat.digest(self.case.number, self._request())
        if done := repeat.earlier(self.key, request):
            return done
        row = Case.objects.select_for_update(of=("self",)).get(pk=self.case.pk)
        policy.demand_handle(actor, row)
        self._check_sequence(row)
        paper.check(self.papers)
        before = store.load(row)
        record = self._record(row, actor, at)
        for refusal in refusals(before, record, lawbook.days()):
            raise refusal.fault()
        entry = Entry(actor=actor, at=at, papers=self.papers, key=self.key, request=request)
        return append(row, before, record, entry)

    def _check_sequence(self, row: Case) -> None:
        if row.sequence != self.expected:
            wrong = "您打开页面后，这一案件又有了新的办理记录"
            raise Fault("cases.E409", wrong, "请查看最新记录后再办理")

    def _record(self, row: Case, actor: Actor, at: datetime) -> Record:
        acting = capacity.people(persons(actor, self.colleagues), row, self.happened_on)
        return Record(
            act=self.act,
            by=acting,
            happened_on=self.happened_on,
            recorded_at=timezone.localtime(at),
            facts=dict(self.facts),
            documents=tuple(one.title for one in self.papers),
            corrects=self.corrects,
            instead_on=self.instead_on,
            reason=self.reason,
        )

    def _request(self) -> tuple[object, ...]:
        return (
            self.act,
            self.happened_on,
            dict(self.facts),
            tuple((one.title, one.digest) for one in self.papers),
            self.colleagues,
            self.corrects,
            self.instead_on,
            self.reason,
        )
