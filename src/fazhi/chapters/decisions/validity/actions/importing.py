"""Documents older than the platform, out of a list file: all rows, or none, or the good ones."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone

from fazhi.chapters.decisions.validity import particulars
from fazhi.chapters.decisions.validity.actions.enter import keep, organ, taken
from fazhi.chapters.decisions.validity.actions.record import Entry
from fazhi.chapters.decisions.validity.models import Document, Record, Upload
from fazhi.chapters.decisions.validity.particulars import Known, form
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.registers.files.table import rows
from fazhi.registers.reading import Bad, Line, Mistake, Reading


@dataclass(frozen=True, kw_only=True)
class Import:
    """With ``partial`` the good rows are kept; without it one bad row keeps all of them out."""

    file_name: str
    data: bytes
    partial: bool = False
    demo: bool = False
    waiting: Upload | None = None

    def report(self, actor: Actor, at: datetime) -> Reading:
        """What would be registered and what not: a dry run, which writes nothing."""
        day = timezone.localdate(at)
        found = particulars.read(rows(form(), self.file_name, self.data), Known(day, Directory(day), taken()))
        return _allowed(found, actor)

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> list[Document]:
        """Give the documents; ``Fault`` validity.E025 where rows are bad and all were wanted."""
        self._use_up()
        reading = self.report(actor, at)
        if reading.bad and not self.partial:
            wrong = f"{len(reading.bad)}行有问题，没有导入任何一行"
            raise Fault("validity.E025", wrong, "请改正后重新导入，或者选择只导入其余各行")
        if not reading.lines:
            raise Fault("validity.E025", "没有一行可以导入", "请按报告改正后重新上传")
        return [self._keep(line, actor, at) for line in reading.lines]

    def _keep(self, line: Line, actor: Actor, at: datetime) -> Document:
        entry = Entry(
            kind=Record.Kind.ENTER, effective_on=timezone.localdate(at), at=at, actor=actor,
            text=f"由{PurePath(self.file_name).name}第{line.line}行导入",
        )  # fmt: skip
        return keep(particulars.cells_of(line), entry, demo=self.demo)

    def _use_up(self) -> None:
        if self.waiting is None:
            return
        held = Upload.objects.select_for_update().filter(pk=self.waiting.pk).first()
        if held is None:
            raise Fault("validity.E026", "这份文件目录已被导入或者丢弃", "请查看登记簿，需要时重新上传")
        held.delete()


def _allowed(found: Reading, actor: Actor) -> Reading:
    """Rows of offices for which the person may not register are bad, too."""
    refused = {line.line: _no_right(line) for line in found.lines if not _may(actor, line)}
    good = tuple(line for line in found.lines if line.line not in refused)
    return Reading(good, tuple(sorted((*found.bad, *refused.values()), key=lambda one: one.line)))


def _may(actor: Actor, line: Line) -> bool:
    return actor.may(Right.KEEP_REGISTER, organ(line.cells).pk)


def _no_right(line: Line) -> Bad:
    wrong = f"您的岗位不能为{line.cells['organ']}登记文件"
    fault = Fault("validity.E027", wrong, "请由该单位或者统筹协调人员导入")
    return Bad(line.line, line.key, (Mistake(form().column("organ").title, fault),))


def upload(actor: Actor, name: str, data: bytes, at: datetime) -> Upload:
    """The file waiting for a decision; a ``Fault`` where it cannot be read, and then nothing is kept."""
    demand_somewhere(actor)
    rows(form(), name, data)
    return Upload.objects.create(
        file_name=PurePath(name.replace("\\", "/")).name[-255:],
        content=data,
        uploaded_at=at,
        uploaded_by_id=actor.identity,
    )


def discard(actor: Actor, waiting: Upload) -> None:
    """Throw a file away; nothing of it was kept."""
    demand_own(actor, waiting)
    waiting.delete()


def demand_own(actor: Actor, waiting: Upload) -> None:
    """A waiting file is for whoever brought it, and for the coordinators."""
    if waiting.uploaded_by_id != actor.person_id:
        actor.demand(Right.KEEP_REGISTER)


def demand_somewhere(actor: Actor) -> None:
    """Refuse whoever keeps no register of any organ."""
    if not any(actor.may(Right.KEEP_REGISTER, one) for one in (None, *actor.organs())):
        actor.demand(Right.KEEP_REGISTER)
