"""Keep the rows of a file as the next edition of a register: all of them, or none, or the good ones (4.1)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.actions import entries
from fazhi.registers.files.table import rows
from fazhi.registers.models import Edition, Register, Upload
from fazhi.registers.reading import Reading, read
from fazhi.registers.standing import form_of, latest


@dataclass(frozen=True, kw_only=True)
class Keep:
    """A person's decision that a file is the register's next edition.

    With ``partial`` the rows that may be kept are, and the others are recorded with their reasons; without it
    one bad row keeps all of them out. ``base`` is the superior's edition to which the list was brought in
    line. ``waiting`` is the upload that is used up.
    """

    register: Register
    file_name: str
    data: bytes
    partial: bool = False
    base: Edition | None = None
    waiting: Upload | None = None

    def report(self, at: datetime) -> Reading:
        """What keeping would keep and leave out: a dry run, which writes nothing."""
        day = timezone.localdate(at)
        kind = form_of(self.register, day)
        directory = None if self.register.superior else Directory(day)
        return read(kind, rows(kind, self.file_name, self.data), directory)

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Edition:
        """Give the new edition, a draft; ``Fault`` registers.E010 where rows are bad and all were wanted."""
        actor.demand(Right.KEEP_REGISTER, self.register.organ_id)
        Register.objects.select_for_update().get(pk=self.register.pk)
        self._use_up()
        reading = self.report(at)
        self._check(reading)
        kind = form_of(self.register, timezone.localdate(at))
        edition = self._edition(kind, reading, actor, at)
        entries.write(edition, kind, reading.lines, timezone.localdate(at))
        return edition

    def _use_up(self) -> None:
        if self.waiting is None:
            return
        held = Upload.objects.select_for_update().filter(pk=self.waiting.pk).first()
        if held is None:
            raise Fault("registers.E011", "这份待导入清单已被导入或者丢弃", "请查看清单版本，需要时重新上传")
        held.delete()

    def _check(self, reading: Reading) -> None:
        if reading.bad and not self.partial:
            wrong = f"{len(reading.bad)}行有问题，没有导入任何一行"
            raise Fault("registers.E010", wrong, "请改正后重新导入，或者选择只导入其余各行")
        if not reading.lines:
            raise Fault("registers.E010", "没有一行可以导入", "请按报告改正后重新上传")
        before = latest(self.register)
        base_id = self.base.pk if self.base else None
        if before and (before.digest, before.base_id) == (entries.digest(reading.lines), base_id):
            raise Fault("registers.E012", f"内容与第{before.number}版完全相同", "无需重复导入")
        self._check_base()

    def _check_base(self) -> None:
        if self.base and (not self.base.register.superior or self.base.register.kind != self.register.kind):
            raise Fault("registers.E016", "对照的版本不是同一种上级清单的版本", "请从上级清单的版本中选择")

    def _edition(self, kind: RegisterEntry, reading: Reading, actor: Actor, at: datetime) -> Edition:
        return Edition.objects.create(
            register=self.register,
            number=self.register.editions.count() + 1,
            schema=kind.model_dump(mode="json", exclude_defaults=True),
            file_name=PurePath(self.file_name.replace("\\", "/")).name[-255:],
            digest=entries.digest(reading.lines),
            base=self.base,
            drafted_at=at,
            drafted_by_id=actor.identity,
            left_out=[bad.as_dict() for bad in reading.bad],
        )
