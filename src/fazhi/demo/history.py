"""A lawful made-up history: every step is taken by the real actions, on fixed dates, by demo people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from django.utils import timezone

from fazhi.duties.actions import Answer, Ask, Chase, Confirm, SendBack
from fazhi.duties.actions.supervision import Supervision
from fazhi.duties.evidence import File
from fazhi.duties.models import Occurrence
from fazhi.office.actor import Actor

FATES = (
    (34, ("answer -20", "confirm -8")),
    (8, ("ask -60", "answer -15", "confirm -5")),
    (8, ("answer -25", "return -15", "answer -6", "confirm -1")),
    (5, ("answer -12", "return -4")),
    (8, ("answer -6",)),
    (9, ("chase 6", "answer 15", "confirm 21")),
    (10, ("chase 10",)),
    (6, ("answer 300", "return 318")),
    (12, ()),
)
"""Shares of a hundred, with the steps taken and the days between each and the last day."""


@dataclass(frozen=True)
class Cast:
    """Who acts in the demo: one coordinator, and a clerk for some organs."""

    coordinator: Actor
    clerks: dict[int, Actor]
    """By organ id."""


def play(rows: Iterable[Occurrence], cast: Cast, now: datetime) -> int:
    """Take the steps of all occurrences up to ``now`` in the order of time; gives how many were taken."""
    moves = sorted((at, row.pk, word, row) for row in rows for word, at in _moves(row, cast) if at <= now)
    taken: dict[int, int] = {}
    for at, pk, word, row in moves:
        actor = cast.clerks[row.organ_id] if word == "answer" else cast.coordinator
        _step(word, row, taken.get(pk, 0), at).perform(actor, at)
        taken[pk] = taken.get(pk, 0) + 1
    return len(moves)


def _moves(row: Occurrence, cast: Cast) -> Iterator[tuple[str, datetime]]:
    if row.organ_id not in cast.clerks:
        return
    seed = _seed(row)
    for move in _fate(seed % 100):
        word, days = move.split()
        yield word, _moment(row.due_on + timedelta(days=int(days)), seed)


def _seed(row: Occurrence) -> int:
    """A number fixed by what the occurrence is, the same in every database."""
    key = f"{row.organ.code}|{row.duty.text}|{row.due_on.isoformat()}"
    return int.from_bytes(sha256(key.encode()).digest()[:4])


def _fate(lot: int) -> tuple[str, ...]:
    for share, steps in FATES:
        if lot < share:
            return steps
        lot -= share
    return ()


def _moment(day: date, seed: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9 + seed % 8, seed // 8 % 60)))


def _step(word: str, row: Occurrence, expected: int, at: datetime) -> Supervision:
    match word:
        case "answer":
            return Answer(occurrence=row, expected=expected, text=_report(row), evidence=_evidence(row))
        case "return":
            until = timezone.localdate(at) + timedelta(days=30)
            reasons = "演示：材料未反映实际成效，请补充。"
            return SendBack(occurrence=row, expected=expected, text=reasons, rectify_by=until)
        case "confirm":
            return Confirm(occurrence=row, expected=expected, text="演示：材料齐全，予以确认。")
        case "chase":
            return Chase(occurrence=row, expected=expected, text="演示：已逾期，请尽快报送。")
        case _:
            return Ask(occurrence=row, expected=expected, text="演示：请按期报送完成情况和佐证材料。")


def _report(row: Occurrence) -> str:
    return f"演示：{row.organ}已办理“{row.duty.text}”（{row.label}），有关情况见佐证材料。"


def _evidence(row: Occurrence) -> tuple[File, ...]:
    note = f"演示材料，并非真实文件。\n单位：{row.organ}\n事项：{row.duty.text}\n期次：{row.label}\n"
    return (File(f"演示佐证-{row.label}.txt", note.encode()),)
