"""A draft beside its source: one page of the text, its measures, and what was not understood."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fazhi.outline.reading import Duty, Measure, Reading, Span, Unread
from fazhi.web import excerpt, highlight
from fazhi.web.highlight import Mark


@dataclass(frozen=True)
class Preview:
    """One page of a draft."""

    number: int
    last: int
    segments: tuple[highlight.Segment, ...]
    measures: tuple[tuple[Measure, tuple[tuple[Duty, str], ...]], ...]
    """The measures that begin on this page, their duties each with its anchor."""
    unread: tuple[tuple[Unread, int, str], ...]
    """Everything not understood, each with its page and anchor."""
    unresolved: tuple[str, ...]


def preview(reading: Reading, unresolved: Collection[str], page: int) -> Preview:
    """The page with this number, the last one where there are fewer."""
    spans = excerpt.pages(reading)
    number = min(page, len(spans))
    start, end = spans[number - 1]
    marks = list(_marks(reading, set(unresolved), (start, end)))
    return Preview(
        number,
        len(spans),
        highlight.segments(reading.text[start:end], marks, start),
        tuple((m, _anchored(m)) for m in reading.measures if start <= m.span[0] < end),
        tuple((u, excerpt.page_at(spans, u.span[0]), _anchor("unread", u.span)) for u in reading.unread),
        tuple(unresolved),
    )


def _marks(reading: Reading, unresolved: Collection[str], window: Span) -> Iterator[Mark]:
    for measure in reading.measures:
        if measure.span[0] < window[1] and measure.span[1] > window[0]:
            yield from _measure(measure, unresolved)
    for piece in reading.unread:
        yield Mark(piece.span, "unread", _anchor("unread", piece.span), piece.why)


def _measure(measure: Measure, unresolved: Collection[str]) -> Iterator[Mark]:
    for unit in measure.units:
        kind = "unresolved" if unit.name in unresolved else "unit"
        yield Mark(unit.span, kind)
    for duty in measure.duties:
        yield from highlight.of_duty(duty, _anchor("duty", duty.span))


def _anchored(measure: Measure) -> tuple[tuple[Duty, str], ...]:
    return tuple((duty, _anchor("duty", duty.span)) for duty in measure.duties)


def _anchor(kind: str, span: Span) -> str:
    return f"{kind}-{span[0]}"
