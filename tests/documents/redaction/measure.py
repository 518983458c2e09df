"""How much of what identifies somebody is found, and how much of what is hidden had to be: by kind."""

from collections.abc import Iterable
from dataclasses import dataclass

from fazhi.documents.redaction import Kind, redact
from fazhi.documents.redaction.span import Span
from tests.documents.redaction.marked import Marked


@dataclass
class Measure:
    """Places and characters of one kind: marked and found, hidden and right."""

    marked: int = 0
    found: int = 0
    hidden: int = 0
    right: int = 0
    marked_characters: int = 0
    found_characters: int = 0
    hidden_characters: int = 0
    right_characters: int = 0

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(*(a + b for a, b in zip(vars(self).values(), vars(other).values(), strict=True)))

    def line(self) -> str:
        """Recall and precision by places and by characters, as a table row."""
        shares = (
            (self.found, self.marked),
            (self.found_characters, self.marked_characters),
            (self.right, self.hidden),
            (self.right_characters, self.hidden_characters),
        )
        return " | ".join([str(self.marked), *(f"{a / b:.3f}" if b else "–" for a, b in shares)])


def measure(documents: Iterable[Marked]) -> dict[Kind, Measure]:
    """The measure of each kind; a place is found when every character of it is hidden, as whatever kind."""
    total = {kind: Measure() for kind in Kind}
    for document in documents:
        spans = redact(document.text).spans
        for span, covered in _covered(document.spans, spans):
            size = span.end - span.start
            total[span.kind] += Measure(
                marked=1, found=covered == size, marked_characters=size, found_characters=covered
            )
        for span, covered in _covered(spans, document.spans):
            size = span.end - span.start
            total[span.kind] += Measure(
                hidden=1, right=covered == size, hidden_characters=size, right_characters=covered
            )
    return total


def _covered(spans: Iterable[Span], others: Iterable[Span]) -> list[tuple[Span, int]]:
    """Each place and how many of its characters lie in any of the other places."""
    inside = {place for other in others for place in range(other.start, other.end)}
    return [(s, sum(place in inside for place in range(s.start, s.end))) for s in spans]
