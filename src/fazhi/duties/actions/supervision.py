"""What all steps of supervision share: one order of checks, one place that appends."""

from abc import ABC
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from django.db import transaction
from django.utils import timezone

from fazhi.duties.models import Occurrence, Step
from fazhi.duties.permitted import refusal, situation
from fazhi.fault import Fault
from fazhi.office.actor import Actor

LONGEST = 10_000


@dataclass(frozen=True, kw_only=True)
class Supervision(ABC):
    """A step on an occurrence; ``expected`` is the number of steps the person saw when deciding.

    ``perform`` gives the recorded step, or raises the ``Fault`` of the first check that fails and records
    nothing. Somebody else having acted meanwhile is ``duties.E409``: look again, then decide again.
    """

    occurrence: Occurrence
    expected: int
    text: str = ""

    kind: ClassVar[Step.Kind]
    stage: ClassVar[Occurrence.Stage | None] = None
    text_needed: ClassVar[str] = ""
    """What a person must write with this step; empty where words are optional."""

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Step:
        """Check, append the step and bring the occurrence's stage up to date, all or nothing."""
        row = self._locked()
        today = timezone.localdate(at)
        if fault := self._conflict(row) or refusal(self.kind, situation(actor, row, today)):
            raise fault
        self._check_text()
        self.check(today)
        step = self._append(row, actor, at)
        self.attach(step)
        self._project(row)
        return step

    def check(self, today: date) -> None:  # noqa: B027 - most steps need nothing more
        """What this step needs besides permission; raises its ``Fault``."""

    def attach(self, step: Step) -> None:  # noqa: B027 - most steps carry nothing
        """Record what belongs to the step."""

    def rectify(self) -> date | None:
        """The day by which the organ has to rectify, where this step sets one."""
        return None

    def _locked(self) -> Occurrence:
        rows = Occurrence.objects.select_related("duty__measure__outline", "organ")
        return rows.select_for_update(of=("self",)).get(pk=self.occurrence.pk)

    def _conflict(self, row: Occurrence) -> Fault | None:
        if row.steps.count() == self.expected:
            return None
        return Fault("duties.E409", "您打开页面后，该事项又有了新的办理记录", "请查看最新记录后再办理")

    def _check_text(self) -> None:
        if self.text_needed and not self.text.strip():
            raise Fault("duties.E020", f"没有填写{self.text_needed}", f"请填写{self.text_needed}")
        if len(self.text) > LONGEST or "\0" in self.text:
            raise Fault("duties.E021", f"文字超过 {LONGEST} 字或含有无效字符", "请精简文字，材料作为附件上传")

    def _append(self, row: Occurrence, actor: Actor, at: datetime) -> Step:
        return Step.objects.create(
            occurrence=row,
            sequence=self.expected + 1,
            kind=self.kind,
            person_id=actor.on_record,
            organ_id=actor.speaks_for(row.organ_id),
            at=at,
            text=self.text.strip(),
            rectify_by=self.rectify(),
        )

    def _project(self, row: Occurrence) -> None:
        if self.stage is not None:
            row.stage, row.rectify_by = self.stage, self.rectify()
            row.save(update_fields=["stage", "rectify_by"])
