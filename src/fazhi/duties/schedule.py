"""When a duty falls due: its frequency and dates laid over the outline's period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi import numeral

NUMBER = numeral.PATTERN
TIMES = re.compile(rf"({NUMBER})\s*+(?:次|期|轮|场|批)")
EVERY = re.compile(rf"每\s*+({NUMBER})?\s*+(?:个)?(年|半年|季度|季|月)")
MOST_TIMES = 10_000
"""No office counts beyond this; a misprint must not break the database's integers."""
MONTHS = {"年": 12, "半年": 6, "季度": 3, "季": 3, "月": 1}


@dataclass(frozen=True)
class Slot:
    """One time a duty falls due: what to call it, its last day, how many times by then."""

    label: str
    due_on: date
    required: int = 1


@dataclass(frozen=True)
class Term:
    """The days of an outline: from when it was signed, within its period."""

    starts_on: date
    ends_on: date


def slots(frequency: str, quantity: str, due: date | None, term: Term) -> tuple[Slot, ...]:
    """All times a duty falls due in a term; without frequency or date once, at the term's end.

    >>> [s.label for s in slots("每年至少两次", "", None, Term(date(2022, 9, 7), date(2024, 12, 31)))]
    ['2022年', '2023年', '2024年']
    >>> slots("", "", date(2022, 12, 31), Term(date(2022, 9, 7), date(2025, 12, 31)))[0].label
    '2022-12-31前'
    """
    every = EVERY.search(frequency.replace("每人", ""))
    times = _times(frequency) or _times(quantity) or 1
    if every and not (every[1] and numeral.parse(every[1]) > 10):
        return tuple(_repeated(every, times, due, term))
    if due:
        return (Slot(f"{due.isoformat()}前", due, times),)
    return (Slot(_single_label(frequency), term.ends_on, times),)


def _times(text: str) -> int:
    found = TIMES.search(text)
    return min(numeral.parse(found[1]), MOST_TIMES) if found else 0


def _single_label(frequency: str) -> str:
    if "任期" in frequency:
        return "任期内"
    return f"{frequency}（间隔未定）" if frequency else "期末"


def _repeated(every: re.Match[str], times: int, due: date | None, term: Term) -> Iterator[Slot]:
    months = MONTHS[every[2]] * (numeral.parse(every[1]) if every[1] else 1)
    begins = date(term.starts_on.year, 1, 1)
    while begins <= term.ends_on:
        after = _months_later(begins, months)
        last = min(after - timedelta(days=1), term.ends_on, due or date.max)
        if last >= term.starts_on and begins <= last:
            yield Slot(_label(begins, months), last, times)
        begins = after


def _months_later(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _label(begins: date, months: int) -> str:
    if months >= 12:
        last = begins.year + months // 12 - 1
        return f"{begins.year}年" if last == begins.year else f"{begins.year}—{last}年"
    if months == 6:
        return f"{begins.year}年{'上' if begins.month == 1 else '下'}半年"
    if months == 3:
        return f"{begins.year}年第{'一二三四'[begins.month // 3]}季度"
    return f"{begins.year}年{begins.month}月"
