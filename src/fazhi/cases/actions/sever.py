"""Severing cases (分案): joined ones go their own ways again, or one case becomes several."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.cases.actions import engage, group, number, paper, repeat, takeover
from fazhi.cases.actions.append import Entry, append
from fazhi.cases.actions.join import reasoned
from fazhi.cases.actions.perform import Perform
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure import case as procedure
from fazhi.procedure import joint

Cases = Mapping[str, procedure.Case]
MOST = 20
LONGEST = 120


@dataclass(frozen=True, kw_only=True)
class Sever:
    """The case of ``act`` severed: from all those joined to it, or into itself and one for each title.

    ``titles`` are what the new cases are about, and empty for joined ones. Every part keeps every record of
    before, so that no clock starts anew.
    """

    act: Perform
    titles: tuple[str, ...] = ()

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act in the case that was severed."""
        asked = self.act
        request = repeat.digest(self.act.key, asked.case.number, self.titles, *asked.content())
        if done := repeat.earlier(asked.key, request):
            return done
        rows = group.lock((asked.case,))
        group.demand(actor, rows, {asked.case.pk: asked.expected})
        paper.check(asked.papers)
        reasoned(asked)
        entry = Entry(actor=actor, at=at, papers=asked.papers, request=request)
        row = next(one for one in rows if one.pk == asked.case.pk)
        return self._part(row, rows, entry) if row.lead_id else self._split(row, entry)

    def _part(self, row: Case, rows: tuple[Case, ...], entry: Entry) -> Act:
        if self.titles:
            wrong = "本案与其他案件已经合并，不能同时分出新的案件"
            raise Fault("cases.E034", wrong, "请先将合并的各案分开，再分案")
        before = group.loaded(rows)
        record = self.act.record(row, entry.actor, entry.at)
        apart = joint.severed(joint.Joint(before), record, lawbook.days())
        acts = {one.pk: self._alone(one, before, apart, entry) for one in rows}
        return acts[row.pk]

    def _alone(self, row: Case, before: Cases, apart: Cases, entry: Entry) -> Act:
        row.lead = None
        row.save(update_fields=["lead"])
        keyed = replace(entry, key=self.act.key) if row.pk == self.act.case.pk else entry
        return append(row, before[row.number], apart[row.number].records[-1], keyed)

    def _split(self, row: Case, entry: Entry) -> Act:
        _check(row, self.titles)
        (before,) = group.loaded((row,)).values()
        year = timezone.localdate(entry.at).year
        names = (row.number, *(number.reserve(row.organ, before.edition, year) for _ in self.titles))
        record = self.act.record(row, entry.actor, entry.at)
        parts = joint.split(before, names, record, lawbook.days())
        extra = {"origin": takeover.chained(row)}
        for name, title in zip(names[1:], self.titles, strict=True):
            part = _part_of(row, name, title, before, entry)
            append(part, before, parts[name].records[-1], replace(entry, extra=extra))
        return append(row, before, parts[row.number].records[-1], replace(entry, key=self.act.key))


def _check(row: Case, titles: tuple[str, ...]) -> None:
    if not 1 <= len(titles) <= MOST or any(len(one) > LONGEST or "\0" in one for one in titles):
        wrong = f"分出的案件应为1至{MOST}件，案由不超过{LONGEST}字"
        raise Fault("cases.E035", wrong, "请逐行填写分出的各案的案由")
    if row.outer_id or row.inners.filter(outcome="").exists():
        wrong = "它是另一案件的子案件，或者它的子案件尚未办结"
        raise Fault("cases.E036", f"{row.number}不能分案：{wrong}", "请在子案件办结后再分案")


def _part_of(row: Case, name: str, title: str, before: procedure.Case, entry: Entry) -> Case:
    """A new case with everything that was on record, for the same people."""
    part = Case.objects.create(
        number=name,
        procedure=row.procedure,
        edition_id=row.edition_id,
        organ=row.organ,
        title=title.strip(),
        secrecy=row.secrecy,
        opened_at=entry.at,
        began_on=row.began_on,
        demo=row.demo,
        origin=row,
        inherited=len(before.records),
    )
    engage.put(part, row.handlers.values_list("pk", flat=True), entry.actor, entry.at)
    return part
