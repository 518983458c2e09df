"""Charts as numbers for SVG attributes: drawn on the server, no script, each with a table beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fazhi.duties.status import Status

ORDER = (
    Status.CONFIRMED, Status.ANSWERED, Status.RETURNED, Status.DUE,
    Status.OVERDUE, Status.EXPIRED, Status.NOT_DUE,
)  # fmt: skip
"""From done to not yet due, the order in which every bar is drawn and every legend is read."""


@dataclass(frozen=True)
class Piece:
    """One stretch of a bar, in per cent of its length."""

    status: Status
    count: int
    start: float
    length: float


def pieces(counts: Mapping[str, int]) -> tuple[Piece, ...]:
    """A stacked bar; empty where nothing is counted.

    >>> [(p.status.value, p.start, p.length) for p in pieces({"overdue": 1, "confirmed": 3})]
    [('confirmed', 0.0, 75.0), ('overdue', 75.0, 25.0)]
    """
    total = sum(counts.values())
    start, drawn = 0.0, []
    for status in ORDER:
        if count := counts.get(status, 0):
            length = count * 100 / total
            drawn.append(Piece(status, count, round(start, 3), round(length, 3)))
            start += length
    return tuple(drawn)


@dataclass(frozen=True)
class Block:
    """One rectangle of a column, in the units of the chart's view box."""

    status: Status
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Column:
    """What falls due in one period: its name, its blocks from the ground up, its total."""

    label: str
    middle: float
    total: int
    top: float
    blocks: tuple[Block, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Columns:
    """A column chart in a view box of ``width`` × ``height``; ``ground`` is where columns stand."""

    width: int
    height: int
    ground: int
    columns: tuple[Column, ...]

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that occur, for the legend and the table's heads."""
        return tuple(s for s in ORDER if any(c.counts.get(s) for c in self.columns))

    @property
    def table(self) -> tuple[tuple[str, tuple[int, ...], int], ...]:
        """The same numbers as rows: period, one count per status, total."""
        return tuple(
            (c.label, tuple(c.counts.get(s, 0) for s in self.statuses), c.total) for c in self.columns
        )


def columns(series: Sequence[tuple[str, Mapping[str, int]]], width: int = 400, height: int = 200) -> Columns:
    """A column per period, stacked by status, scaled to the largest.

    >>> chart = columns([("2024", {"confirmed": 2}), ("2025", {"overdue": 1, "confirmed": 3})])
    >>> [(c.label, c.total, len(c.blocks)) for c in chart.columns]
    [('2024', 2, 1), ('2025', 4, 2)]
    """
    ground, room = height - 26, height - 26 - 22
    most = max((sum(counts.values()) for _, counts in series), default=0) or 1
    step = width / max(len(series), 1)
    drawn = [
        _column(label, counts, step * n, step, ground, room / most)
        for n, (label, counts) in enumerate(series)
    ]
    return Columns(width, height, ground, tuple(drawn))


def _column(
    label: str, counts: Mapping[str, int], left: float, step: float, ground: int, scale: float
) -> Column:
    wide = min(step * 0.62, 56)
    x, y, blocks = left + (step - wide) / 2, float(ground), []
    for status in ORDER:
        if count := counts.get(status, 0):
            y -= count * scale
            blocks.append(Block(status, round(x, 1), round(y, 1), round(wide, 1), round(count * scale, 1)))
    return Column(label, round(left + step / 2, 1), sum(counts.values()), round(y, 1), tuple(blocks), counts)
