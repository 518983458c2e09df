"""A date that explains itself: what was counted, what was left out and why, on which article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from fazhi.law.calendar import DAY, MAKE_UP, WEEKEND, Stretch
from fazhi.law.ground import CORRESPONDING, DAY_ZERO, ROLL
from fazhi.law.unit import Unit
from fazhi.law.year import State

if TYPE_CHECKING:
    from fazhi.law.last_day import LastDay
    from fazhi.law.period import Period

WEEKDAYS = "一二三四五六日"
BY_LITIGATION = (
    "注意：末日顺延是诉讼法的规则，没有规定准用的行政法律未必如此；"
    "能否顺延须由承办机关法制机构确认，未确认的以未顺延的末日为准"
)
BY_WORDS = "注意：按小时怎样计算没有查到统一的条文，以上按文义连续计算，须由承办机关法制机构确认"


def written(day: date) -> str:
    """A day as it stands in an explanation.

    >>> written(date(2024, 2, 18))
    '2024-02-18（星期日）'
    """
    return f"{day:%Y-%m-%d}（星期{WEEKDAYS[day.weekday()]}）"


def steps(answer: LastDay) -> tuple[str, ...]:
    """Every step from the event to the last day, in Chinese."""
    match answer.period.unit:
        case Unit.HOUR:
            return tuple(_by_hours(answer))
        case Unit.WORKING_DAY:
            return tuple(_by_working_days(answer))
        case _:
            return tuple(_by_the_calendar(answer))


def _by_hours(answer: LastDay) -> Iterator[str]:
    yield f"自{_instant(answer.event)}起连续计算{answer.period}，休息日、节假日不扣除"
    yield f"截止于{_instant(answer.raw)}"
    yield BY_WORDS


def _by_working_days(answer: LastDay) -> Iterator[str]:
    yield _start(answer)
    yield f"按工作日计算{answer.period}：周末和节假日不计，调休上班的周末计入"
    until = answer.raw
    span = (until, answer.event - DAY) if answer.backward else (answer.event + DAY, until)
    yield from _passed(answer.calendar.stretches(*span))
    if answer.day is None:
        yield from _unknown_count(answer)
    else:
        yield f"第{answer.period.amount}个工作日是{written(answer.day)}"
        yield from _projected(answer)
    yield from numbering(answer.period, answer.event)


def _by_the_calendar(answer: LastDay) -> Iterator[str]:
    yield _start(answer)
    yield f"{_count(answer)}，末日为{written(answer.raw)}"
    yield from settling(answer)
    yield from numbering(answer.period, answer.event)


def numbering(period: Period, event: date) -> Iterator[str]:
    """What is not known about the numbers of the articles cited for a count from a day."""
    by_month = period.unit in (Unit.MONTH, Unit.YEAR)
    grounds = (DAY_ZERO, CORRESPONDING) if by_month else (DAY_ZERO,)
    yield from filter(None, (ground.numbering(event) for ground in grounds))


def settling(answer: LastDay) -> Iterator[str]:
    """Whether the raw last day moves, where to, and by when one is safe."""
    yield from _end(answer)
    if answer.roll and not answer.moved_by and answer.day != answer.raw:
        yield BY_LITIGATION
    if answer.conservative and answer.conservative != answer.day:
        yield f"稳妥起见，宜在此前最后一个已公布的工作日{written(answer.conservative)}以前办结"


def _start(answer: LastDay) -> str:
    direction = "向前倒数，前一日" if answer.backward else "次日"
    return f"{written(answer.event)}当日不计入，{direction}为第1日（{DAY_ZERO.on(answer.event)}）"


def _count(answer: LastDay) -> str:
    if answer.period.unit is Unit.CALENDAR_DAY:
        return f"按自然日连续计算{answer.period}，期间内的休息日计入"
    return f"{answer.period}按对应日计算，没有对应日的为月末日（参照{CORRESPONDING.on(answer.event)}）"


def _end(answer: LastDay) -> Iterator[str]:
    if not answer.roll:
        why = "倒数的期间不因休息日移动" if answer.backward else "按末日不顺延计算"
        yield f"{why}，末日就是{written(answer.raw)}"
    elif answer.day is None:
        yield _unknown_end(answer)
    elif answer.rolled:
        reason = answer.calendar.rest(answer.raw)
        basis = answer.moved_by or ROLL.on(answer.event)
        yield f"末日是休息日（{reason}），顺延至其后第一个工作日{written(answer.day)}（{basis}）"
        yield from _projected(answer)
    else:
        yield f"末日是{_kind(answer.raw)}，不顺延"
        yield from _projected(answer)


def _kind(day: date) -> str:
    return f"{MAKE_UP}的周末，属于工作日" if day.weekday() >= 5 else "工作日"


def _passed(stretches: tuple[Stretch, ...]) -> Iterator[str]:
    weekends = sum(stretch.length for stretch in stretches if stretch.name == WEEKEND)
    if weekends:
        yield f"不计周末{weekends}日"
    for stretch in stretches:
        if stretch.name == MAKE_UP:
            yield f"计入{MAKE_UP}日：{_span(stretch)}"
        elif stretch.name != WEEKEND:
            yield f"不计{stretch.name}放假{stretch.length}日：{_span(stretch)}"


def _span(stretch: Stretch) -> str:
    if stretch.since == stretch.until:
        return written(stretch.since)
    return f"{stretch.since:%Y-%m-%d}至{stretch.until:%Y-%m-%d}"


def _unknown_count(answer: LastDay) -> Iterator[str]:
    yield f"期间进入{_unknown_years(answer, answer.event)}，该年放假安排尚未公布或者未载入，不能确定末日"
    bound = "不晚于" if answer.backward else "不早于"
    yield f"把未公布的日子都当作工作日，末日{bound}{written(answer.raw)}；公布后须重新计算"
    if answer.conservative:
        yield f"无论怎样安排，在{written(answer.conservative)}以前办结都不逾期"


def _unknown_end(answer: LastDay) -> str:
    years = _unknown_years(answer, answer.raw)
    return f"{years}放假安排尚未公布或者未载入，不能确定末日是否休息日、顺延到哪一日；公布后须重新计算"


def _unknown_years(answer: LastDay, start: date) -> str:
    since, until = sorted((start, answer.raw))
    known = answer.calendar
    years = range(since.year, until.year + 1)
    named = [year for year in years if known.state(date(year, 1, 1)) is State.UNKNOWN]
    return "、".join(f"{year}年" for year in named or [known.last.year + 1])


def _projected(answer: LastDay) -> Iterator[str]:
    if answer.provisional:
        yield "其中有的年度只是预计安排，末日为暂定；正式通知公布后须重新计算"


def _instant(moment: date) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"
