"""Somebody is asked in a case: interests declared, conflicts refused or told (程序暂行条例第二十条)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from fazhi.cases.models import Case
from fazhi.chapters.decisions.counsel import standing
from fazhi.chapters.decisions.counsel.actions import file
from fazhi.chapters.decisions.counsel.conflict import Declared, Interest, Judgement, judge
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.chapters.decisions.counsel.terms import no_interest
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Person
from fazhi.registers.models import Entry

NAME, PLACE = 100, 200


@dataclass(frozen=True, kw_only=True)
class Assign:
    """A choice from a register (``entry``), or by name from elsewhere, with what was declared.

    ``account`` is the log-in name of an adviser who gives the opinion here in person. Where the platform has
    something to tell, ``reason`` says why this one all the same.
    """

    case_id: int
    role: str
    interest: str
    declared: str
    drafted: bool
    entry: int | None = None
    name: str = ""
    workplace: str = ""
    field: str = ""
    source: str = ""
    account: str = ""
    differing: bool = False
    reason: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Assignment:
        """Give the record; who is refused leaves nothing behind."""
        held = file.asking(actor, self.case_id, self.role, at)
        entry, account = self._entry(), self._account()
        row = self._row(held.row, entry, account)
        self._once(row)
        found = self._judged(row, held.row, entry, timezone.localdate(at))
        row.warnings = list(found.warnings)
        row.reason = self._explained(found)
        row.number = (Assignment.objects.filter(case=held.row).aggregate(last=Max("number"))["last"] or 0) + 1
        row.person_id, row.at = actor.identity, at
        row.save(force_insert=True)
        return row

    def _entry(self) -> Entry | None:
        if self.entry is None:
            return None
        held = [edition.pk for edition in standing.editions(self.role)]
        found = (
            Entry.objects.select_related("edition__register").filter(pk=self.entry, edition__in=held).first()
        )
        if found is None:
            raise Fault("counsel.E010", "现行名册上没有这一人选", "请重新打开页面，从现行名册中选择")
        return found

    def _account(self) -> Person | None:
        if not self.account.strip():
            return None
        found = Person.objects.filter(user__username=self.account.strip()[:150]).first()
        if found is None or self.role != Assignment.Role.LEGAL:
            raise Fault("counsel.E011", "没有这一账号，或者专家论证不用账号", "请核对受聘人的登录名")
        return found

    def _row(self, case: Case, entry: Entry | None, account: Person | None) -> Assignment:
        cells = entry.cells if entry else {}
        name = cells.get("name") or self.name
        place = cells.get("workplace") or cells.get("unit") or self.workplace
        source = f"{entry.edition.register}第{entry.edition.number}版 {entry.key}" if entry else self.source
        if self.interest not in Assignment.Interest.values:
            raise Fault("counsel.E012", "没有申报是否有利害关系", "请由受聘人申报后选择其中一项")
        return Assignment(
            case=case,
            role=self.role,
            name=file.words(str(name), "姓名或者名称", NAME, "counsel.E013"),
            workplace=file.words(str(place), "受聘人的单位", PLACE, "counsel.E013"),
            field=str(cells.get("field") or self.field).strip()[:PLACE],
            source=file.words(source, "从何处选聘", PLACE, "counsel.E013"),
            entry=entry,
            account=account,
            interest=self.interest,
            declared=file.words(self.declared, "利害关系申报的内容", file.LONGEST, "counsel.E012"),
            drafted=self.drafted,
            differing=self.differing,
        )

    def _once(self, row: Assignment) -> None:
        same = Assignment.objects.filter(
            case=row.case, role=row.role, name=row.name, workplace=row.workplace, recusal=None
        )
        if same.exists():
            raise Fault("counsel.E014", f"{row}已经在本案受聘", "无须重复选聘")

    def _judged(self, row: Assignment, case: Case, entry: Entry | None, day: date) -> Judgement:
        names = {case.organ.name, case.organ.full_name, *(one.text for one in case.organ.aliases.all())}
        others = Assignment.objects.filter(case=case, name=row.name, workplace=row.workplace, recusal=None)
        unit = str(entry.cells.get("unit", "")) if entry else ""
        declared = Declared(
            expert=row.role == Assignment.Role.EXPERT,
            interest=Interest(row.interest),
            drafted=row.drafted or case.acts.filter(name="draft", person=row.account_id).exists(),
            same_office=bool({row.workplace, unit} & names),
            both=others.exclude(role=row.role).exists(),
            ended=bool(entry and not Entry.objects.on(day).filter(pk=entry.pk).exists()),
        )
        found = judge(declared)
        if found.refused:
            wrong = f"{row}申报有直接利害关系，不得选择"
            raise Fault("counsel.E015", wrong, "请选择没有直接利害关系的专家、专业机构", no_interest(case))
        return found

    def _explained(self, found: Judgement) -> str:
        reason = self.reason.strip()
        if found.warnings and not reason:
            wrong = "；".join(found.warnings)
            raise Fault("counsel.E016", wrong, "仍要选聘的，请写明理由；理由和这些情形一并记录")
        return file.words(reason, "选聘的理由", file.LONGEST, "counsel.E013") if reason else ""
