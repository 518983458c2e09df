"""A comment from the public: on file in the case at once, so that no later step can overlook it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.cases.actions import repeat
from fazhi.cases.actions.seal import enclosed
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import draft
from fazhi.chapters.decisions.consultation.actions import keeper, record
from fazhi.chapters.decisions.consultation.actions.record import Entry
from fazhi.chapters.decisions.consultation.models import Author, Comment, Consultation, Version
from fazhi.chapters.decisions.consultation.terms import CLOSE, COMMENT, OPEN
from fazhi.chapters.decisions.participation.submission import earlier, hidden
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST, NAME = 3_000, 200


@dataclass(frozen=True, kw_only=True)
class Say:
    """A comment on the whole or on one clause of a version of the draft; nobody has to give a name.

    ``code`` is what its author is given to look it up by; only its digest is kept. The same ``key`` again is
    the same comment.
    """

    consultation: Consultation
    version: int
    text: str
    kind: str
    key: str
    code: str
    clause: int | None = None
    name: str = ""
    contact: str = ""

    @transaction.atomic
    def perform(self, at: datetime) -> Comment:
        """Give the comment; late, empty, too long, or to a clause that is not there: nothing is kept."""
        row = record.locked(self.consultation.case_id)
        request = repeat.digest(
            self.key, self.consultation.pk, self.version, self.clause, self.kind, self.text.strip()
        )
        rows = Comment.objects.all()
        if done := earlier(
            rows, self.key, request, incomplete="consultation.E014", taken="consultation.E409"
        ):
            return done
        self._check_time(row, at)
        version, text = self._version(), record.words(self.text, "意见内容", LONGEST, "consultation.E010")
        self._check_author()
        label = self._label(version)
        actor = keeper.recorder(self.consultation, row, at)
        comment = self._stored(row, version, label, text, request, actor, at)
        self._seal(comment)
        return comment

    def _check_time(self, row: Case, at: datetime) -> None:
        if row.outcome:
            wrong = "这一事项已经停止办理，不再征求意见"
            raise Fault("consultation.E016", wrong, "可以用本页列明的其他方式向承办单位反映")
        closed = row.acts.filter(name=CLOSE).exists() or self.consultation.until < timezone.localdate(at)
        if closed:
            basis = str(lawbook.edition(row.edition_id).act[OPEN].basis)
            wrong = f"征求意见已于{self.consultation.until:%Y-%m-%d}截止，这条意见没有登记"
            raise Fault("consultation.E011", wrong, "可以用本页列明的其他方式向承办单位反映", basis)

    def _version(self) -> Version:
        found = self.consultation.versions.filter(number=self.version).first()
        if found is None:
            raise Fault("consultation.E012", "没有这一稿草案", "请重新打开页面后再提交")
        return found

    def _label(self, version: Version) -> str:
        if self.clause is None:
            return ""
        found = next((one for one in draft.pieces(version.text) if one.place == self.clause), None)
        if found is None:
            raise Fault("consultation.E012", "草案没有这一条", "请在草案中重新选择要提意见的条款")
        return found.label

    def _check_author(self) -> None:
        if self.kind not in Comment.Kind.values:
            raise Fault("consultation.E013", "没有说明是个人还是企业和其他组织", "请选择其中一项")
        if any(len(said) > NAME or "\0" in said for said in (self.name, self.contact)):
            raise Fault("consultation.E013", f"姓名或者联系方式超过{NAME}字", "请改短；也可以不填")

    def _stored(
        self, row: Case, version: Version, label: str, text: str, request: str, actor: Actor, at: datetime
    ) -> Comment:
        number = (self.consultation.comments.aggregate(last=Max("number"))["last"] or 0) + 1
        said = f"第{number}号意见（{label or '整个草案'}）：{text}"
        return Comment.objects.create(
            consultation=self.consultation,
            version=version,
            act=record.perform(row, actor, at, Entry(COMMENT, {"comment": said})),
            number=number,
            clause=self.clause,
            label=label,
            kind=self.kind,
            text=text,
            code=hidden(self.code),
            key=self.key,
            request=request,
            at=at,
        )

    def _seal(self, comment: Comment) -> None:
        known = {"name": self.name.strip(), "contact": self.contact.strip()}
        if any(known.values()):
            Author.objects.create(comment=comment, **enclosed("意见人", known))
