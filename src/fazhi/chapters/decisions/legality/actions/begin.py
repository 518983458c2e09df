"""A reviewer takes up a draft: its text is fixed, and the automatic part of the review marks it."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from fazhi.cases.models import Paper
from fazhi.cases.store import File
from fazhi.chapters.decisions.legality import standing
from fazhi.chapters.decisions.legality.actions import reviewer
from fazhi.chapters.decisions.legality.models import Examination, Found
from fazhi.chapters.decisions.review.desk import review
from fazhi.chapters.decisions.review.finding import Finding
from fazhi.fault import Fault
from fazhi.law.citation import Citation
from fazhi.law.resolution import Resolved
from fazhi.office.actor import Actor
from fazhi.source import load
from fazhi.statutes.lookup import look_up

LONGEST = 200_000


@dataclass(frozen=True)
class Upload:
    """A file that the reviewer brings, where the paper on file cannot be read as text."""

    file_name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Begin:
    """Begin on a paper of the case, or on an upload; one examination for each time the draft was sent."""

    case_id: int
    paper: int | None = None
    upload: Upload | None = None

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Examination:
        """Give the examination with its findings; a file that is no text is refused whole."""
        file = reviewer.demand(actor, self.case_id, at)
        sent = standing.sent(file.row)
        if sent is None or Examination.objects.filter(act=sent).exists():
            raise Fault("legality.E004", "这一次送审的草案已经开始审核", "请打开审核页面继续")
        source, content, name = self._draft(file)
        text = load(content, name)
        if len(text) > LONGEST:
            raise Fault("legality.E005", f"{name} 超过{LONGEST}字", "请只上传草案正文")
        row = Examination.objects.create(
            case=file.row,
            act=sent,
            source=source,
            digest=sha256(content).hexdigest(),
            text=text,
            person_id=actor.identity,
            at=at,
        )
        found = review(text, _resolve, row.day).findings
        Found.objects.bulk_create(_row(row, number, one) for number, one in enumerate(found, 1))
        return row

    def _draft(self, file: File) -> tuple[str, bytes, str]:
        """Where the draft comes from, its bytes, its file's name."""
        if self.upload:
            return f"另行上传：{self.upload.file_name[-200:]}", self.upload.content, self.upload.file_name
        paper = Paper.objects.filter(pk=self.paper or 0, act__case=file.row).first()
        if paper is None:
            raise Fault("legality.E005", "没有选择草案", "请选择卷内的草案，或者上传 TXT、DOCX 文件")
        return f"卷内《{paper.title}》", bytes(paper.content), paper.file_name


def _resolve(citation: Citation, day: date) -> tuple[Resolved, ...]:
    return tuple(found.resolved for found in look_up(citation, day))


def _row(row: Examination, number: int, one: Finding) -> Found:
    return Found(
        examination=row,
        number=number,
        rule=one.rule.id,
        title=one.rule.title,
        severity=one.rule.severity.value,
        clause=one.clause[:200],
        begin=one.span[0],
        end=one.span[1],
        text=one.text,
        why=one.rule.why,
        article=one.rule.article,
        remedy=one.rule.remedy,
    )
