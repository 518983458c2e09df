"""A month as a calendar shows it: whole weeks from Monday, neighbours included."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Month:
    """A month of a year.

    >>> str(Month(2026, 1).previous), str(Month(2025, 12).next), Month(2026, 11).weeks()[0][0].isoformat()
    ('2025-12', '2026-01', '2026-10-26')
    """

    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def previous(self) -> "Month":
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    @property
    def next(self) -> "Month":
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    def weeks(self) -> list[list[date]]:
        return calendar.Calendar().monthdatescalendar(self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"


def month_of(text: str, today: date) -> Month:
    """The month an address names; the present one where it names none.

    >>> str(month_of("2025-12", date(2026, 11, 24))), str(month_of("13月", date(2026, 11, 24)))
    ('2025-12', '2026-11')
    """
    found = WRITTEN.fullmatch(text)
    return Month(int(found[1]), int(found[2])) if found else Month(today.year, today.month)
