"""Showing in the source text what was read from it, every piece in its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from fazhi.outline.reading import Duty, Figure, Span


@dataclass(frozen=True)
class Mark:
    """A stretch of text that means something: its kind, what it leads to, what a screen reader says."""

    span: Span
    kind: str
    target: str = ""
    note: str = ""


@dataclass(frozen=True)
class Segment:
    """A run of text under the same marks; ``anchor`` names it where its duty begins."""

    text: str
    kinds: tuple[str, ...] = ()
    target: str = ""
    anchor: str = ""
    note: str = ""

    @property
    def css(self) -> str:
        return " ".join(f"m-{kind}" for kind in self.kinds)


def segments(text: str, marks: Sequence[Mark], offset: int = 0) -> tuple[Segment, ...]:
    """Cut a text at every edge of a mark; ``offset`` is where the text begins in the marks' counting.

    >>> marks = [Mark((0, 6), "duty"), Mark((0, 2), "frequency")]
    >>> [(s.text, s.kinds) for s in segments("每年开展培训。", marks)]
    [('每年', ('duty', 'frequency')), ('开展培训', ('duty',)), ('。', ())]
    """
    sweep = _Sweep(
        text, sorted((m for m in marks if _visible(m, offset, len(text))), key=_outer_first), offset
    )
    return tuple(sweep.run())


def _visible(mark: Mark, offset: int, length: int) -> bool:
    return mark.span[0] < offset + length and mark.span[1] > offset and mark.span[0] < mark.span[1]


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.span[0], -mark.span[1]


@dataclass
class _Sweep:
    """Walks the edges from left to right with the marks that are open."""

    text: str
    marks: Sequence[Mark]
    offset: int
    _next: int = 0
    _open: list[Mark] = field(default_factory=list)
    _named: set[str] = field(default_factory=set)

    def run(self) -> Iterable[Segment]:
        edges = self._edges()
        for start, end in pairwise(edges):
            self._advance(start)
            yield self._segment(start, end)

    def _edges(self) -> list[int]:
        first, last = self.offset, self.offset + len(self.text)
        inside = (edge for mark in self.marks for edge in mark.span)
        return sorted({first, last, *(e for e in inside if first < e < last)})

    def _advance(self, position: int) -> None:
        self._open = [m for m in self._open if m.span[1] > position]
        while self._next < len(self.marks) and self.marks[self._next].span[0] <= position:
            self._open.append(self.marks[self._next])
            self._next += 1

    def _segment(self, start: int, end: int) -> Segment:
        target = next((m.target for m in reversed(self._open) if m.target), "")
        anchor = target if target and target not in self._named else ""
        self._named.add(target)
        kinds = tuple(dict.fromkeys(m.kind for m in self._open))
        note = next((m.note for m in reversed(self._open) if m.note), "")
        return Segment(self.text[start - self.offset : end - self.offset], kinds, target, anchor, note)


KINDS = {
    Figure.QUANTITY: "quantity",
    Figure.FREQUENCY: "frequency",
    Figure.DUE: "date",
    Figure.WHO: "unit",
    Figure.CONDITION: "condition",
}


def of_duty(duty: Duty, target: str) -> Iterator[Mark]:
    """A duty with the figures in it; ``target`` is the anchor that the duty leads to.

    >>> from fazhi.outline.reading import Mark as Fact, Modality
    >>> duty = Duty("每年培训", Modality.MUST, (5, 9), marks=(Fact(Figure.FREQUENCY, (5, 7)),))
    >>> [(mark.kind, mark.span) for mark in of_duty(duty, "duty-1")]
    [('duty', (5, 9)), ('frequency', (5, 7))]
    """
    yield Mark(duty.span, "duty", target)
    for mark in duty.marks:
        yield Mark(mark.span, KINDS[mark.figure])
