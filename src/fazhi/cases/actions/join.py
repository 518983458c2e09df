"""Joining cases (并案): one act in each of them, and from then on they are handled as one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from fazhi.cases import lawbook
from fazhi.cases.actions import engage, group, paper, repeat
from fazhi.cases.actions.append import Entry, append
from fazhi.cases.actions.perform import Perform
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import case as procedure
from fazhi.procedure import joint


@dataclass(frozen=True, kw_only=True)
class Join:
    """Other cases joined to that of ``act``; those already joined to any of them come along.

    ``seen`` is the number of acts of each other case, by its key, that the person saw when deciding. Each
    case keeps its number, its records and its own clocks; the clock that ends first binds all.
    """

    act: Perform
    seen: Mapping[int, int]

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act in the first case; where one of the cases refuses, none is joined."""
        asked = self.act
        request = repeat.digest(self.act.key, asked.case.number, sorted(self.seen), *asked.content())
        if done := repeat.earlier(asked.key, request):
            return done
        seen = {**self.seen, asked.case.pk: asked.expected}
        rows = group.lock(Case.objects.filter(pk__in=seen))
        group.demand(actor, rows, seen)
        check(rows, asked)
        row = next(one for one in rows if one.pk == asked.case.pk)
        return self._write(row, rows, Entry(actor=actor, at=at, papers=asked.papers, request=request))

    def _write(self, row: Case, rows: tuple[Case, ...], entry: Entry) -> Act:
        before = group.loaded(rows)
        record = self.act.record(row, entry.actor, entry.at)
        whole = joint.joined(before, record, lawbook.days())
        _lead(rows, entry)
        acts = {one.pk: _append(one, before[one.number], whole, self._keyed(entry, one)) for one in rows}
        group.settle(rows, entry.at)
        return acts[row.pk]

    def _keyed(self, entry: Entry, row: Case) -> Entry:
        return replace(entry, key=self.act.key) if row.pk == self.act.case.pk else entry


def check(rows: tuple[Case, ...], asked: Perform) -> None:
    """Refuse what no procedure decides: cases of several organs, and those inside or around another."""
    paper.check(asked.papers)
    reasoned(asked)
    for row in rows:
        if wrong := objection(row, rows[0]):
            raise Fault("cases.E032", f"{row.number}不能并案：{wrong}", "请另选案件，或者分别办理")


def objection(row: Case, first: Case) -> str:
    """Why a case cannot be joined to another, whatever its procedure says; empty where it can."""
    if row.organ_id != first.organ_id:
        return "各案不属同一承办机关"
    if row.outer_id:
        return "它是另一案件的子案件"
    return "它有子案件" if row.inners.exists() else ""


def reasoned(asked: Perform) -> None:
    """Refuse where no reason is given: who reads the other file later must find why."""
    if not asked.reason.strip():
        raise Fault("cases.E033", "没有写明并案、分案或者移送的理由", "请写明理由")


def _lead(rows: tuple[Case, ...], entry: Entry) -> None:
    """All follow the first, and whoever handled one of them handles all."""
    handlers = {row.pk: frozenset(row.handlers.values_list("pk", flat=True)) for row in rows}
    everybody = frozenset[int]().union(*handlers.values())
    for row in rows:
        row.lead = rows[0]
        row.save(update_fields=["lead"])
        engage.put(row, sorted(everybody - handlers[row.pk]), entry.actor, entry.at)


def _append(row: Case, before: procedure.Case, whole: joint.Joint, entry: Entry) -> Act:
    return append(row, before, whole.cases[row.number].records[-1], entry)
