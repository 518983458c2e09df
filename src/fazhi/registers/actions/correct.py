"""Correct one entry: a new draft edition that differs from the newest in that entry alone (4.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.resolution import Directory
from fazhi.office.right import Right
from fazhi.packs.register_entry import RegisterEntry
from fazhi.registers.actions import entries
from fazhi.registers.difference import Cell, changed, plain
from fazhi.registers.files.table import Row
from fazhi.registers.models import Correction, Edition, Entry, Register
from fazhi.registers.reading import Line, Reading, read
from fazhi.registers.standing import form_of, newest

LONGEST = 5_000


@dataclass(frozen=True, kw_only=True)
class Correct:
    """更正: what the entry is to say, by column id and ``since``, ``until``, with the reason and the basis.

    The edition is a draft like any other: it counts once it was approved by another person and published.
    """

    entry: Entry
    cells: Mapping[str, str]
    reason: str
    basis: str

    def reading(self, at: datetime) -> Reading:
        """The entry as it would be kept, or everything that is wrong in it; nothing is written."""
        day = timezone.localdate(at)
        directory = None if self._register.superior else Directory(day)
        row = Row(self.entry.position, dict(self.cells))
        return read(self._kind(at), [row], directory)

    def changes(self, at: datetime) -> tuple[Cell, ...]:
        """The cells that would differ; ``Fault`` as in ``perform``."""
        line = self._line(at)
        found = tuple(changed(plain(self._kind(at), self.entry), plain(self._kind(at), line)))
        if not found:
            raise Fault("registers.E071", "内容没有改动", "请修改需要更正的栏目")
        return found

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Edition:
        """The new draft edition.

        ``Fault`` registers.E409 where a newer edition is there, E070 without reason or basis, E071 where
        nothing changes, E072 where the columns are others today, E073 where a cell is wrong, E026 where
        another entry has the same key.
        """
        actor.demand(Right.KEEP_REGISTER, self._register.organ_id)
        Register.objects.select_for_update().get(pk=self._register.pk)
        self._check()
        self.changes(at)
        lines = self._lines(self._line(at))
        edition = self._edition(self._kind(at), lines, actor, at)
        entries.write(edition, self._kind(at), lines, timezone.localdate(at))
        Correction.objects.create(
            edition=edition, entry=self.entry, reason=self.reason.strip(), basis=self.basis.strip()
        )
        return edition

    @property
    def _register(self) -> Register:
        return self.entry.edition.register

    def _check(self) -> None:
        last = newest(self._register)
        if last and last.pk != self.entry.edition_id:
            wrong = f"您打开页面后，清单又有了第{last.number}版"
            raise Fault("registers.E409", wrong, f"请在第{last.number}版上更正")
        for words, head in ((self.reason, "更正理由"), (self.basis, "更正依据")):
            if not words.strip() or len(words) > LONGEST or "\0" in words:
                raise Fault("registers.E070", f"没有填写{head}，或者超过{LONGEST}字", f"请填写{head}")

    def _kind(self, at: datetime) -> RegisterEntry:
        kind = form_of(self._register, timezone.localdate(at))
        if _columns(kind) != _columns(self.entry.edition.form):
            wrong = "这一版以后清单的栏目有变化，不能逐项更正"
            raise Fault("registers.E072", wrong, "请按新的栏目导入整份清单")
        return kind

    def _line(self, at: datetime) -> Line:
        reading = self.reading(at)
        if reading.bad:
            told = "；".join(f"{one.column}：{one.fault.wrong}" for one in reading.bad[0].mistakes)
            raise Fault("registers.E073", told, "请按栏目的要求填写")
        line = reading.lines[0]
        same = self.entry.edition.entries.filter(key=line.key).exclude(pk=self.entry.pk).first()
        if same:
            raise Fault("registers.E026", f"“{line.key}”与第{same.position}项重复", "请改用另一个编码")
        return line

    def _lines(self, line: Line) -> tuple[Line, ...]:
        held = self.entry.edition.entries.all()
        return tuple(
            line if one.pk == self.entry.pk else Line(one.position, one.key, one.cells, one.since, one.until)
            for one in held
        )

    def _edition(self, kind: RegisterEntry, lines: tuple[Line, ...], actor: Actor, at: datetime) -> Edition:
        before = self.entry.edition
        return Edition.objects.create(
            register=self._register,
            number=self._register.editions.count() + 1,
            schema=kind.model_dump(mode="json", exclude_defaults=True),
            file_name=f"在第{before.number}版上更正 {self.entry.key}"[:255],
            digest=entries.digest(lines),
            base=before.base,
            drafted_at=at,
            drafted_by_id=actor.identity,
        )


def _columns(kind: RegisterEntry) -> list[dict[str, object]]:
    """The columns as they are stored: what a pack left to its default is equal to what was never written."""
    return [column.model_dump(mode="json", exclude_defaults=True) for column in kind.columns]
