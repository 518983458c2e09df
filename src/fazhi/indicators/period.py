"""The stretch of days that a figure is of: a year, a half, a quarter, a month."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.fault import Fault

FORM = re.compile(r"(\d{4})(?:(Q)([1-4])|(H)([12])|(-)(0[1-9]|1[0-2]))?", re.ASCII)
MONTHS = {"": 12, "H": 6, "Q": 3, "-": 1}
WORDS = {"H": ("上半年", "下半年"), "Q": ("第一季度", "第二季度", "第三季度", "第四季度")}
REMEDY = "请写成 2025（年）、2025H1（半年）、2025Q1（季度）或者 2025-03（月）"


@dataclass(frozen=True)
class Period:
    """Its first and last day; ``code`` is how it is written in addresses, empty for other stretches."""

    first: date
    last: date
    label: str
    code: str = ""

    def earlier(self) -> "Period":
        """The period of the same length before it.

        >>> read("2025Q1").earlier().code, read("2025").earlier().code, read("2025-01").earlier().code
        ('2024Q4', '2024', '2024-12')
        """
        return containing(self.first - timedelta(days=1), self.kind)

    @property
    def kind(self) -> str:
        """What divides the year: empty, ``H``, ``Q`` or ``-``."""
        return self.code[4:5]


def read(text: str) -> Period:
    """A period by its code; ``Fault`` indicators.E001 for anything else.

    >>> read("2025Q1").label, read("2025H2").last, read("2025-03").last
    ('2025年第一季度', datetime.date(2025, 12, 31), datetime.date(2025, 3, 31))
    """
    found = FORM.fullmatch(text)
    if not found or not 1949 < int(found[1]) < 2200:
        raise Fault("indicators.E001", f"“{text[:20]}”不是统计期间", REMEDY)
    kind = found[2] or found[4] or found[6] or ""
    return _period(int(found[1]), kind, int(found[3] or found[5] or found[7] or 1))


def containing(day: date, kind: str = "") -> Period:
    """The period of a kind that holds a day.

    >>> containing(date(2026, 11, 27), "Q").code
    '2026Q4'
    """
    return _period(day.year, kind, (day.month - 1) // MONTHS[kind] + 1)


def _period(year: int, kind: str, number: int) -> Period:
    months = MONTHS[kind]
    first = date(year, (number - 1) * months + 1, 1)
    after = date(year + 1, 1, 1) if number * months == 12 else date(year, number * months + 1, 1)
    label = f"{year}年{WORDS[kind][number - 1] if kind in WORDS else f'{number}月' if kind else ''}"
    code = f"{year}-{number:02}" if kind == "-" else f"{year}{kind}{number if kind else ''}"
    return Period(first, after - timedelta(days=1), label, code)
