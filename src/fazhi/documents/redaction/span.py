"""A place in the original text and what stands there in the published one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fazhi.documents.redaction.kind import Kind

MASK = "***"


@dataclass(frozen=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the original are published as ``masked``.

    The hidden value itself is never held: a list of spans may be shown, logged and filed.
    """

    start: int
    end: int
    kind: Kind
    masked: str = MASK

    def as_dict(self) -> dict[str, object]:
        """The span for a machine.

        >>> Span(0, 2, Kind.NAME, "张某").as_dict()
        {'start': 0, 'end': 2, 'kind': 'name', 'value_masked': '张某'}
        """
        return {"start": self.start, "end": self.end, "kind": self.kind.value, "value_masked": self.masked}


def apply(text: str, spans: Iterable[Span]) -> str:
    """The text as published.

    >>> apply("张三到场", [Span(0, 2, Kind.NAME, "张某")])
    '张某到场'
    """
    return "".join(_pieces(text, spans))


def _pieces(text: str, spans: Iterable[Span]) -> Iterator[str]:
    place = 0
    for span in spans:
        yield text[place : span.start]
        yield span.masked
        place = span.end
    yield text[place:]


def disjoint(spans: Iterable[Span]) -> list[Span]:
    """The spans in order without overlaps: of two the longer stays, of equals the earlier kind found.

    >>> found = [Span(0, 4, Kind.PHONE), Span(2, 9, Kind.ID_NUMBER), Span(9, 10, Kind.NAME)]
    >>> [(span.start, span.end) for span in disjoint(found)]
    [(2, 9), (9, 10)]
    """
    taken: list[Span] = []
    held = bytearray()
    for span in sorted(spans, key=lambda s: s.start - s.end):
        held.extend(bytes(max(0, span.end - len(held))))
        if not any(held[span.start : span.end]):
            held[span.start : span.end] = b"\1" * (span.end - span.start)
            taken.append(span)
    return sorted(taken)
