"""Putting a draft before the public (公开征求意见)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import policy
from fazhi.cases.actions import Attachment
from fazhi.cases.models import Act, Case
from fazhi.chapters.decisions.consultation import period
from fazhi.chapters.decisions.consultation.actions import record, revise
from fazhi.chapters.decisions.consultation.actions.record import Entry
from fazhi.chapters.decisions.consultation.models import Consultation
from fazhi.chapters.decisions.consultation.terms import NOTE, OPEN, PROCEDURES, Terms
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST, TITLE = 20_000, 120


@dataclass(frozen=True, kw_only=True)
class Open:
    """A consultation on the draft of a case: text, explanation, ways to answer, last day.

    ``shortening`` says why there are fewer than thirty days; ``expropriation`` is asked of major decisions.
    """

    case: Case
    title: str
    text: str
    note: str
    ways: str
    until: date
    shortening: str = ""
    expropriation: bool = False

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Consultation:
        """Give the consultation; what the procedure refuses leaves nothing behind."""
        row = record.locked(self.case.pk)
        policy.demand_handle(actor, row)
        opened, terms = timezone.localdate(at), self._terms(row)
        self._check(row, terms, opened)
        facts = terms.facts(opened, self.until, self.shortening.strip(), self.expropriation)
        act = record.perform(row, actor, at, Entry(OPEN, facts, self._papers(terms)))
        consultation = self._stored(row, act, actor, opened)
        revise.keep(consultation, 1, self.text.strip(), "", actor, at)
        return consultation

    def _terms(self, row: Case) -> Terms:
        if row.procedure not in PROCEDURES:
            wrong = "这一案件的程序没有公开征求意见的环节"
            raise Fault("consultation.E001", wrong, "请在规范性文件或者重大行政决策的案件中办理")
        return PROCEDURES[row.procedure]

    def _check(self, row: Case, terms: Terms, opened: date) -> None:
        if Consultation.objects.filter(case=row).exists():
            raise Fault("consultation.E002", "这一案件已经公开征求意见", "请在征求意见的页面上办理")
        record.words(self.title, "征求意见的事项", TITLE, "consultation.E003")
        record.words(self.text, "草案", revise.LONGEST, "consultation.E003")
        record.words(self.note, "起草说明", LONGEST, "consultation.E003")
        record.words(self.ways, "提意见的方式", LONGEST, "consultation.E003")
        if self.until <= opened:
            raise Fault("consultation.E004", "截止之日不在今天以后", "请把截止之日定在今天以后")
        if not period.is_full(opened, self.until):
            self._explained(terms, opened)

    def _explained(self, terms: Terms, opened: date) -> None:
        if not self.shortening.strip():
            wrong = f"期限只有{period.length(opened, self.until)}日，没有说明缩短的原因"
            remedy = f"请说明原因，或者把截止之日定在{period.until(opened):%Y-%m-%d}以后（含当日）"
            raise Fault("consultation.E005", wrong, remedy, terms.basis)
        record.words(self.shortening, "缩短期限的说明", LONGEST, "consultation.E003")

    def _papers(self, terms: Terms) -> tuple[Attachment, ...]:
        reason = self.shortening.strip()
        note = self.note.strip() + (
            f"\n\n征求意见的期限少于{period.DAYS}日的说明：{reason}" if reason else ""
        )
        papers = ((terms.draft, self.text.strip()), (NOTE, note))
        return tuple(Attachment(title, f"{title}.txt", f"{words}\n".encode()) for title, words in papers)

    def _stored(self, row: Case, act: Act, actor: Actor, opened: date) -> Consultation:
        return Consultation.objects.create(
            case=row,
            act=act,
            keeper_id=actor.identity,
            title=self.title.strip(),
            note=self.note.strip(),
            ways=self.ways.strip(),
            opened_on=opened,
            until=self.until,
            shortening="" if period.is_full(opened, self.until) else self.shortening.strip(),
            demo=row.demo,
        )
