"""A period drawn as weeks under each other, as on a wall calendar: narrow enough for any phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.law.calendar import DAY, MAKE_UP
from fazhi.law.strip import Part, Strip, StripDay
from fazhi.law.year import State

CELL, ROW, GUTTER, HEAD = 44, 46, 34, 20
"""Units of the view box."""
MOST, ENDS = 12, 5
"""A strip of more weeks than ``MOST`` shows its first and last ``ENDS`` and how many days it leaves out."""
CORNERS = {"休": "休息日", "班": "调休上班", "？": "安排未公布"}
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Cell:
    """One day in its place; ``corner`` is 休, 班 or ？ as wall calendars print them."""

    day: StripDay
    x: int
    y: int
    corner: str
    below: str


@dataclass(frozen=True)
class Weeks:
    """Everything the template draws; ``edges`` is the path that parts the months."""

    cells: tuple[Cell, ...]
    months: tuple[tuple[str, str, int], ...]
    """Month, year where it is new to the eye, and place."""
    edges: str
    gap: tuple[int, int]
    """Where the drawing leaves out days and how many, zero where it leaves out none."""
    height: int
    width: int = GUTTER + 7 * CELL
    heads: tuple[tuple[str, int], ...] = tuple(
        (name, GUTTER + n * CELL + CELL // 2) for n, name in enumerate("一二三四五六日")
    )

    @property
    def days(self) -> tuple[StripDay, ...]:
        """The days of the period that are drawn, for the table beside the drawing."""
        return tuple(cell.day for cell in self.cells if cell.day.part is not Part.OUTSIDE)

    @property
    def corners(self) -> tuple[tuple[str, str], ...]:
        """The corner marks that occur, with their meaning."""
        drawn = {cell.corner for cell in self.cells if cell.day.part is not Part.OUTSIDE}
        return tuple((mark, words) for mark, words in CORNERS.items() if mark in drawn)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What occurs in the drawing, for its legend."""
        return tuple(part for part in Part if any(day.part is part for day in self.days))

    @property
    def resumes(self) -> date | None:
        """The first day after the gap."""
        return next((c.day.day for c in self.cells if self.gap[1] and c.y > self.gap[0]), None)


def weeks(strip: Strip) -> Weeks:
    """Lay out a strip in weeks from Monday."""
    rows, left_out = _rows(*strip.span)
    cells = tuple(cell for n, monday in enumerate(rows) if monday for cell in _row(strip, monday, n))
    gap = (rows.index(None) * ROW + HEAD, left_out) if left_out else (0, 0)
    return Weeks(cells, tuple(_months(cells)), _edges(cells), gap, HEAD + len(rows) * ROW + 2)


def _rows(since: date, until: date) -> tuple[list[date | None], int]:
    """The Monday of each row, ``None`` for the gap, and the number of days in it."""
    first, last = since - since.weekday() * DAY, until - until.weekday() * DAY
    count = (last - first).days // 7 + 1
    if count <= MOST:
        return [first + n * WEEK for n in range(count)], 0
    head = [first + n * WEEK for n in range(ENDS)]
    tail = [last - n * WEEK for n in reversed(range(ENDS))]
    return [*head, None, *tail], (tail[0] - head[-1]).days - 7


def _row(strip: Strip, monday: date, number: int) -> Iterator[Cell]:
    for n in range(min(7, (date.max - monday).days + 1)):
        day = strip.at(monday + n * DAY)
        yield Cell(day, GUTTER + n * CELL, HEAD + number * ROW, _corner(day), _below(day))


def _corner(day: StripDay) -> str:
    if day.state is State.UNKNOWN:
        return "？"
    return "班" if day.name == MAKE_UP else "休" if day.name else ""


def _below(day: StripDay) -> str:
    match day.part:
        case Part.EVENT:
            return "起算"
        case Part.LAST:
            return "末日"
        case Part.MOVED:
            return "顺延"
        case Part.SKIPPED:
            return day.name[:3]
        case _:
            return ""


def _months(cells: tuple[Cell, ...]) -> Iterator[tuple[str, str, int]]:
    """A month's name beside the first row in which it begins or is met; of two in a row, the later."""
    begun: dict[date, int] = {}
    for cell in cells:
        day, month = cell.day.day, cell.day.day.replace(day=1)
        if month not in begun and (not begun or day.day == 1 or cell.x == GUTTER):
            begun[month] = cell.y
    rows = {y: month for month, y in begun.items()}
    years: set[int] = set()
    for y, month in rows.items():
        yield f"{month.month}月", "" if month.year in years else str(month.year), y
        years.add(month.year)


def _edges(cells: tuple[Cell, ...]) -> str:
    places = {(cell.x, cell.y): cell.day.day for cell in cells}
    return "".join(line for (x, y), day in places.items() for line in _lines(places, x, y, day))


def _lines(places: dict[tuple[int, int], date], x: int, y: int, day: date) -> Iterator[str]:
    left, above = places.get((x - CELL, y)), places.get((x, y - ROW))
    if left and left.month != day.month:
        yield f"M{x} {y}v{ROW}"
    if above and above.month != day.month:
        yield f"M{x} {y}h{CELL}"
