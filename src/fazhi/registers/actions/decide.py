"""Submit, approve by another person, return, publish: what is decided about an edition (4.1)."""

from abc import ABC
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.db import transaction

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.registers.demanded import demanded
from fazhi.registers.models import Edition, Register, Review
from fazhi.registers.permitted import refusal, situation

LONGEST = 10_000


@dataclass(frozen=True, kw_only=True)
class Decision(ABC):
    """A decision about an edition; ``expected`` is the number of decisions the person saw.

    ``perform`` gives the record, or raises the ``Fault`` of the first check that fails and records nothing.
    """

    edition: Edition
    expected: int
    text: str = ""

    kind: ClassVar[Review.Kind]

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Review:
        """Check and append, all or nothing; the register is locked, so that decisions come one by one."""
        Register.objects.select_for_update().get(pk=self.edition.register_id)
        now = situation(actor, self.edition)
        if fault := self._conflict(len(now.reviews)) or refusal(self.kind, now) or self._wrong_text():
            raise fault
        return Review.objects.create(
            edition=self.edition,
            sequence=self.expected + 1,
            kind=self.kind,
            person_id=actor.identity,
            organ_id=_speaks_for(actor, self.edition.register),
            at=at,
            text=self.text.strip(),
        )

    def _conflict(self, held: int) -> Fault | None:
        if held == self.expected:
            return None
        return Fault("registers.E409", "您打开页面后，这一版又有了新的办理记录", "请查看最新记录后再办理")

    def _wrong_text(self) -> Fault | None:
        asked = demanded(self.kind, self.edition)
        if asked.what and not self.text.strip():
            return Fault("registers.E044", f"没有填写{asked.what}", f"请填写{asked.what}", asked.basis)
        if len(self.text) > LONGEST or "\0" in self.text:
            return Fault("registers.E045", f"文字超过{LONGEST}字或者含有无效字符", "请精简文字")
        return None


def _speaks_for(actor: Actor, register: Register) -> int | None:
    return actor.speaks_for(register.organ_id) if register.organ_id else min(actor.organs(), default=None)


class Submit(Decision):
    """提交审核: the drafter says that the list is complete."""

    kind = Review.Kind.SUBMIT


class Approve(Decision):
    """审核通过: by a person who neither drafted nor submitted it."""

    kind = Review.Kind.APPROVE


class SendBack(Decision):
    """退回修改: with reasons."""

    kind = Review.Kind.RETURN


class Publish(Decision):
    """公布: the edition is now the one in force; one of an internal register is still not shown outside."""

    kind = Review.Kind.PUBLISH


DECISIONS: dict[Review.Kind, type[Decision]] = {
    decision.kind: decision for decision in (Submit, Approve, SendBack, Publish)
}
