"""Redaction before publication: bring a file in, look at it on record, decide what is hidden, release."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from fazhi.documents import publication
from fazhi.documents.models import Choice, Look, Original, Release
from fazhi.documents.publication.file import original_text
from fazhi.documents.redaction.kind import LABELS
from fazhi.documents.reviewing import Mark, added, applied, decided
from fazhi.documents.upload import receive
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.right import Right


@dataclass(frozen=True)
class Submit:
    """送审: a file whose text is read and whose masks are proposed; nothing is decided yet."""

    organ: Organ
    file_name: str
    data: bytes

    def perform(self, actor: Actor, at: datetime) -> Original:
        """The ``Fault`` of ``upload`` or of ``publication`` where the file cannot be read."""
        actor.demand(Right.DRAFT, self.organ.pk)
        file = receive(self.file_name, self.data)
        text, found = original_text(file.data, file.name), publication.read(file.data, file.name)
        marks = [Mark(s.start, s.end, s.masked, LABELS[s.kind]) for s in found.redaction.spans]
        return Original.objects.create(
            organ=self.organ,
            safe_name=found.name.text,
            file_name=file.name,
            data=file.data,
            digest=sha256(file.data).hexdigest(),
            text=text,
            proposed=[astuple(mark) for mark in marks],
            warnings=list(found.warnings),
            at=at,
            by_id=actor.identity,
        )


def look(actor: Actor, original: Original, purpose: str, at: datetime) -> Look:
    """查看原文: recorded before anything is shown; ``Fault`` documents.E061 without a purpose."""
    actor.demand(Right.DRAFT, original.organ_id)
    if not purpose.strip():
        raise Fault("documents.E061", "没有填写查看原文的目的", "请填写目的，查看记录长期保存")
    return Look.objects.create(original=original, purpose=purpose.strip()[:200], at=at, by_id=actor.identity)


@dataclass(frozen=True)
class Decide:
    """审核: which proposals stand, by their place in the list, and what else is hidden."""

    original: Original
    accepted: frozenset[int]
    more: tuple[str, ...] = ()

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Choice:
        """``Fault`` documents.E062 for who has not looked at the original, E060 for words not in it."""
        actor.demand(Right.DRAFT, self.original.organ_id)
        if not Look.objects.filter(original=self.original, by=actor.identity).exists():
            raise Fault("documents.E062", "您还没有查看过原文，不能审核", "请先填写目的并查看原文")
        proposed = proposals(self.original)
        accepted = [mark for n, mark in enumerate(proposed) if n in self.accepted]
        marks = decided(accepted, added(self.original.text, self.more))
        return Choice.objects.create(
            original=self.original,
            marks=[astuple(mark) for mark in marks],
            rejected=len(proposed) - len(accepted),
            at=at,
            by_id=actor.identity,
        )


@dataclass(frozen=True)
class Publish:
    """公开: the latest choice, by a leader; the text and its digest are fixed."""

    original: Original
    expected: int
    """The choice that the person saw."""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Release:
        """``Fault`` documents.E063 where nobody reviewed, E064 where it went out, E409 where it changed."""
        actor.demand(Right.ISSUE, self.original.organ_id)
        row = Original.objects.select_for_update().get(pk=self.original.pk)
        choice = row.choices.last()
        if choice is None:
            raise Fault("documents.E063", "还没有人审核这份文件", "请先由承办人审核")
        if choice.pk != self.expected:
            raise Fault("documents.E409", "您打开页面后，审核结果又有变化", "请查看最新结果后再公开")
        if Release.objects.filter(choice=choice).exists():
            raise Fault("documents.E064", "这一审核结果已经公开", "无需再次公开")
        text = applied(row.text, marks_of(choice.marks))
        digest = sha256(text.encode()).hexdigest()
        return Release.objects.create(choice=choice, text=text, digest=digest, at=at, by_id=actor.identity)


def proposals(original: Original) -> tuple[Mark, ...]:
    """The proposed marks in the order of the text."""
    return marks_of(original.proposed)


def marks_of(stored: Iterable[list[object]]) -> tuple[Mark, ...]:
    """Marks as they were stored."""
    return tuple(Mark(*values) for values in stored)  # type: ignore[arg-type]
