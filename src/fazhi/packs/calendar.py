"""The official calendar as pack data: one file a year, each with the notice it rests on."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from fazhi.fault import Fault
from fazhi.law.calendar import Calendar
from fazhi.law.year import Holiday, State, Year
from fazhi.packs import DISTRICT
from fazhi.packs.entry import Entry
from fazhi.packs.mistakes import gathered, refused
from fazhi.packs.pack import chain, files
from fazhi.packs.source import Place, Source


class HolidayEntry(Entry):
    """A festival's days off, both ends included."""

    name: str
    since: date
    until: date


class YearEntry(Entry):
    """``calendar/2024.yaml``; an unannounced year is either projected or simply not there."""

    year: int
    state: Literal[State.ANNOUNCED, State.PROJECTED]
    notice: str = ""
    source: tuple[str, ...] = ()
    seed: str = ""
    """The library the days were first taken from."""
    holidays: tuple[HolidayEntry, ...]
    make_up: tuple[date, ...] = ()


def load(pack: Path = DISTRICT) -> Calendar:
    """The calendar of a pack and of those above it; a ``Fault`` names file and line of every mistake.

    The State Council announces the days, so a lower pack may add a year but not write one again.
    """
    years: dict[int, Year] = {}
    folders = (layer.folder / "calendar" for layer in chain(pack))
    gathered(
        step for folder in folders for step in files(folder, lambda source: [partial(_add, source, years)])
    )
    if not years:
        raise Fault("pack.E005", f"{pack} 中没有日历", "请放入 calendar/年份.yaml")
    return Calendar(years[number] for number in sorted(years))


def _add(source: Source, years: dict[int, Year]) -> None:
    one = year(source)
    if one.number in years:
        raise source.fault("pack.E006", ("year",), f"上层已有{one.number}年的日历", remedy="请删去该文件")
    years[one.number] = one


def year(source: Source) -> Year:
    """One year from its file, refused where days contradict each other or an announced year cites nothing."""
    entry = source.read(YearEntry)
    refused(source.refuse(*mistake) for mistake in _mistakes(entry))
    holidays = tuple(Holiday(h.name, h.since, h.until) for h in entry.holidays)
    return Year(entry.year, entry.state, holidays, frozenset(entry.make_up), entry.notice)


def _mistakes(entry: YearEntry) -> Iterator[tuple[Place, str, str]]:
    if entry.state is State.ANNOUNCED and not entry.notice:
        yield ("state",), "已公布的年度没有写明通知", "请填写 notice，或者把 state 改为 projected"
    for n, holiday in enumerate(entry.holidays):
        for wrong, remedy in _of_holiday(holiday, entry.year):
            yield ("holidays", n), wrong, remedy
    for n, day in enumerate(entry.make_up):
        for wrong, remedy in _of_make_up(day, entry):
            yield ("make_up", n), wrong, remedy


def _of_holiday(holiday: HolidayEntry, number: int) -> Iterator[tuple[str, str]]:
    if not holiday.since <= holiday.until:
        yield f"{holiday.name}的起止颠倒", "请使 since 不晚于 until"
    if {holiday.since.year, holiday.until.year} != {number}:
        yield f"{holiday.name}不在{number}年", "请写入所属年度的文件"


def _of_make_up(day: date, entry: YearEntry) -> Iterator[tuple[str, str]]:
    if day.year != entry.year:
        yield f"{day}不在{entry.year}年", "请写入所属年度的文件"
    if day.weekday() < 5:
        yield f"{day}不是周末，不可能是调休上班日", "请核对通知"
    if any(holiday.since <= day <= holiday.until for holiday in entry.holidays):
        yield f"{day}同时写成放假和上班", "请核对通知"
