"""The opinion: composed from what was answered and ruled, and filed as the case's own act."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases.actions import Attachment, Perform
from fazhi.cases.models import Act
from fazhi.cases.store import File
from fazhi.chapters.decisions.legality import standing
from fazhi.chapters.decisions.legality.actions import reviewer
from fazhi.chapters.decisions.legality.actions.save import current
from fazhi.chapters.decisions.legality.composing import compose, settled
from fazhi.chapters.decisions.legality.models import Examination, Found
from fazhi.chapters.decisions.legality.standing import Standing
from fazhi.chapters.decisions.legality.terms import LAWFUL, OPINION, REVIEW, RISK
from fazhi.documents.paper import Paper, Signature, paragraphs
from fazhi.documents.press.word import docx
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.procedure.value import Value


@dataclass(frozen=True, kw_only=True)
class Conclude:
    """The conclusion, one of the edition's own; ``expected`` is the number of acts the page was shown.

    Refused while anything is open (legality.E008), and where it says lawful against its own answers
    (legality.E009). Everything else is judged by the procedure.
    """

    examination: Examination
    seen: int
    expected: int
    opinion: str
    risk: str = ""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Act:
        """Give the act with the opinion among its papers."""
        file = reviewer.demand(actor, self.examination.case_id, at)
        now = current(self.examination, standing.read(self.examination, file.case), self.seen)
        self._check(now, file)
        return Perform(
            case=file.row,
            expected=self.expected,
            act=REVIEW,
            happened_on=timezone.localdate(at),
            facts=self._facts(now, file),
            papers=(self._paper(now, file, at),),
        ).perform(actor, at)

    def _check(self, now: Standing, file: File) -> None:
        left = len(now.open_items), len(now.open_findings)
        if any(left):
            wrong = f"还有{left[0]}个审核事项、{left[1]}处发现没有结论"
            raise Fault("legality.E008", wrong, "请逐项作出结论并保存后再提出意见", now.checklist.basis)
        if self.opinion not in file.case.edition.fact[OPINION].choices:
            raise Fault("legality.E006", "没有选择审核结论", "请在页面上选择")
        serious = [one for one in now.accepted if one.severity == Found.Severity.MUST_FIX]
        if self.opinion == LAWFUL and (now.denied or serious):
            what = "、".join((*(item.title for item in now.denied), *map(str, serious)))
            wrong = f"结论为合法，但是审核认为不符合或者应改的有：{what}"
            remedy = "请改变结论，或者改变这些事项的结论并写明理由"
            raise Fault("legality.E009", wrong, remedy, now.checklist.basis)

    def _facts(self, now: Standing, file: File) -> dict[str, Value]:
        risk = reviewer.kept(self.risk, "法律风险")
        facts: dict[str, Value] = {OPINION: self.opinion, **settled(now)}
        facts |= {RISK: risk} if risk else {}
        brings = file.case.edition.act[REVIEW].brings
        return {name: value for name, value in facts.items() if name in brings}

    def _paper(self, now: Standing, file: File, at: datetime) -> Attachment:
        title = file.case.edition.act[REVIEW].documents[0].title
        advice = standing.advice(file, self.examination.act.sequence)
        conclusion = file.case.edition.fact[OPINION].named(self.opinion)
        text = compose(now, tuple(one.line for one in advice), conclusion, self.risk.strip()).text
        paper = Paper(title, paragraphs(text), Signature(file.row.organ.full_name, timezone.localdate(at)))
        return Attachment(title, f"{title}.docx", docx(paper))
