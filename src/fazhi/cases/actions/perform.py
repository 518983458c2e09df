"""An act in a case: the one way by which a case moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import capacity, guard, lawbook
from fazhi.cases.actions import group, paper, repeat
from fazhi.cases.actions.append import Entry, append, persons
from fazhi.cases.actions.paper import Attachment
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.procedure import act as procedure
from fazhi.procedure import joint
from fazhi.procedure.act import Kind
from fazhi.procedure.case import Case as Held
from fazhi.procedure.joint import Joint
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value


@dataclass(frozen=True, kw_only=True)
class Perform:
    """One act on a case; ``expected`` is the number of acts the person saw when deciding.

    Somebody else having acted meanwhile is ``cases.E409``: look again, then decide again. A request repeated
    with the same ``key`` gives the act of the first one. Refusals of the procedure come as its own ``Fault``,
    with the article, and nothing is recorded. Where cases are joined the act is done in each for which it
    still counts.
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
    to: Organ | None = None
    """For 移送: the organ that the case goes to, where it is one of this installation."""
    key: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Check, append and bring what is derived up to date, all or nothing."""
        request = repeat.digest(self.key, self.case.number, self.content())
        if done := repeat.earlier(self.key, request):
            return done
        rows = group.lock((self.case,))
        group.demand(actor, rows, {self.case.pk: self.expected})
        paper.check(self.papers)
        held = group.loaded(rows)
        act = held[self.case.number].edition.act.get(self.act)
        self._check(act)
        if act and act.kind is Kind.CORRECTION:
            held = {self.case.number: held[self.case.number]}
        entry = Entry(actor=actor, at=at, papers=self.papers, extra=self._extra(), request=request)
        return self._write(rows, Joint(held), entry)

    def _check(self, act: procedure.Act | None) -> None:
        demand_single(act)
        if self.to and (act is None or act.kind is not Kind.TRANSFER or not self.reason.strip()):
            wrong = "写明了移送机关，但所办理的不是移送，或者没有写明理由"
            raise Fault("cases.E037", wrong, "请选择移送的行为并写明理由")

    def _extra(self) -> dict[str, str] | None:
        return {"sent_to": self.to.code} if self.to else None

    def _write(self, rows: tuple[Case, ...], whole: Joint, entry: Entry) -> Act:
        row = next(one for one in rows if one.pk == self.case.pk)
        record = self.record(row, entry.actor, entry.at)
        for refusal in joint.refusals(whole, record, lawbook.days()):
            raise refusal.fault()
        open_to = whole.open_to(self.act)
        counting = [one for one in rows if one.number in open_to]
        for one in counting:
            guard.demand(one, open_to[one.number], record)
        keeper = row if row in counting else counting[0]
        acts = {
            one.pk: self._append(one, open_to[one.number], record, entry, one is keeper) for one in counting
        }
        group.settle(rows if len(rows) > 1 else (), entry.at)
        return acts[keeper.pk]

    def _append(self, row: Case, before: Held, record: Record, entry: Entry, keeps: bool) -> Act:
        """The act in one of the cases; the one at the desk keeps the key by which a repeat is known."""
        if self.to:
            row.sent_to = self.to
            row.save(update_fields=["sent_to"])
        return append(row, before, record, replace(entry, key=self.key if keeps else ""))

    def record(self, row: Case, actor: Actor, at: datetime) -> Record:
        """The record of it, unjudged."""
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

    def content(self) -> tuple[object, ...]:
        """What the request asks for, so that a repeated one is known."""
        return (
            self.act,
            self.happened_on,
            dict(self.facts),
            tuple((one.title, one.digest) for one in self.papers),
            self.colleagues,
            self.corrects,
            self.instead_on,
            self.reason,
            *((self.to.code,) if self.to else ()),
        )


def demand_single(act: procedure.Act | None) -> None:
    """Refuse an act that ties cases together or parts them, where no other cases are named."""
    if act and act.kind in (Kind.JOINDER, Kind.SEVERANCE):
        wrong = f"{act.title}须写明与哪些案件合并或者分为哪些案件"
        raise Fault("cases.E031", wrong, f"请从案件页面的“{act.title}”进入办理", str(act.basis))
