"""When a clock falls due, with everything that made it so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.law import explanation
from fazhi.law.act import Extended, Span
from fazhi.law.ground import DAY_ZERO
from fazhi.law.last_day import LastDay
from fazhi.law.period import Period
from fazhi.law.unit import Unit


@dataclass(frozen=True)
class Refused:
    """An extension on record that does not lengthen the period, and why."""

    act: Extended
    reason: str


@dataclass(frozen=True)
class Due:
    """The state of a clock; ``last`` is ``None`` while it is paused."""

    start: date
    total: Period
    last: LastDay | None
    shortest: LastDay | None
    """The same if the first day of each excluded span counts, which the law leaves open."""
    spans: tuple[Span, ...]
    granted: tuple[Extended, ...]
    refused: tuple[Refused, ...]
    stopped: date | None
    remaining: int | None
    """What is left while paused: working days or calendar days."""

    @property
    def day(self) -> date | None:
        """The last day; ``None`` while paused or where no calendar is known."""
        return self.last.day if self.last else None

    @property
    def provisional(self) -> bool:
        """Whether the day leans on a calendar that is not announced."""
        return self.last is not None and self.last.provisional

    @property
    def conservative(self) -> date | None:
        """The working day by which one is in time on every reading."""
        return self.shortest.conservative if self.shortest else None

    @property
    def paused(self) -> bool:
        """Whether an open suspension keeps the period from ending."""
        return self.last is None

    def overdue(self, today: date) -> bool:
        """Whether the last day passed with the thing undone; never true of a date that is not certain."""
        return self.day is not None and self.day < (self.stopped or today)

    def as_dict(self) -> dict[str, object]:
        """The state for a machine, under the names ``LastDay.as_dict`` uses, with what a pause adds."""
        return {
            "raw_last_day": self.last.raw.isoformat() if self.last else None,
            "last_day": self.day.isoformat() if self.day else None,
            "rolled": self.last is not None and self.last.rolled,
            "provisional": self.provisional,
            "conservative_last_day": self.conservative.isoformat() if self.conservative else None,
            "paused": self.paused,
            "remaining": self.remaining,
            "explanation": list(self.explain()),
        }

    def explain(self) -> tuple[str, ...]:
        """The reasoning step by step, in Chinese."""
        return tuple(_steps(self))


def _steps(due: Due) -> Iterator[str]:
    yield f"期间自{explanation.written(due.start)}起算，当日不计入（{DAY_ZERO.on(due.start)}）"
    yield from (f"经{act.approver or '批准'}延长{act.by}（{act.on}）" for act in due.granted)
    yield from (f"{item.act.on}的延长{item.act.by}不生效：{item.reason}" for item in due.refused)
    if due.granted:
        yield f"期间合计{due.total}"
    yield from (_away(span) for span in due.spans)
    if due.last is None:
        unit = "个工作日" if due.total.unit is Unit.WORKING_DAY else "日"
        yield f"期间正在中止，尚余{due.remaining}{unit}，恢复后继续计算"
    elif due.total.unit is Unit.WORKING_DAY:
        skipped = due.last.period.amount - due.total.amount
        if skipped:
            yield f"不计入的日子里有{skipped}个工作日，因此数到第{due.last.period.amount}个工作日"
        yield from due.last.explain()[1:]
    else:
        yield f"扣除后末日为{explanation.written(due.last.raw)}"
        yield from explanation.settling(due.last)
        yield from explanation.numbering(due.total, due.start)
    if due.shortest and due.last and due.shortest.raw != due.last.raw:
        yield f"如扣除期间的首日计入，末日为{explanation.written(due.shortest.day or due.shortest.raw)}"
    if due.stopped:
        yield f"{explanation.written(due.stopped)}办结"


def _away(span: Span) -> str:
    reason = span.why or "中止"
    if span.open:
        return f"自{span.since}起不计入：{reason}"
    return f"{span.since}至{span.until}不计入：{reason}"
