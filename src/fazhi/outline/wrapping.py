"""Documents whose lines were broken at a fixed width: read as if whole, reported at their real places."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from fazhi.outline.numbering import AT_LINE
from fazhi.outline.reading import Duty, Measure, Reading, Span

FEW = 4
"""So many lines broken inside a sentence at one width are no accident."""
NARROWEST = 10
SLACK = 3
"""Characters a broken line may be short of the width, since punctuation does not begin a line."""
WHOLE = re.compile(rf"\t|[0-9]日$|^{AT_LINE.pattern.lstrip('^')}[^。，,；]*$")
"""A table row, a date, or a numbered heading is no broken sentence."""
STOPS = "。！？；;：:”》）)]】 \u3000\t\r"


@dataclass(frozen=True)
class Joined:
    """A text without the breaks inside its sentences; ``breaks`` are their positions in the joined text."""

    original: str
    text: str
    breaks: tuple[int, ...] = ()

    def place(self, span: Span) -> Span:
        """Where a span of the joined text stands in the original."""
        begin, end = span
        return begin + bisect_right(self.breaks, begin), end + bisect_right(self.breaks, end - 1)

    def restore(self, reading: Reading) -> Reading:
        """The same reading with every place in the original text."""
        return replace(
            reading,
            text=self.original,
            measures=tuple(self._measure(measure) for measure in reading.measures),
            unread=tuple(replace(u, span=self.place(u.span)) for u in reading.unread),
        )

    def _measure(self, measure: Measure) -> Measure:
        return replace(
            measure,
            span=self.place(measure.span),
            units=tuple(replace(u, span=self.place(u.span)) for u in measure.units),
            duties=tuple(self._duty(d) for d in measure.duties),
        )

    def _duty(self, duty: Duty) -> Duty:
        marks = tuple(replace(mark, span=self.place(mark.span)) for mark in duty.marks)
        return replace(duty, span=self.place(duty.span), marks=marks)


def join(text: str) -> Joined:
    """The text with lines joined where they were broken at a width; unchanged where they were not.

    >>> lines = "各单位每周至少安排一名", "领导接待来访群众并记录", "在案由专人负责办理的事"
    >>> text = "\\n".join([*lines, "项应当按期答复并公开有", "关结果。"])
    >>> joined = join(text)
    >>> joined.text[8:14], text[slice(*joined.place((8, 14)))]
    ('排一名领导接', '排一名\\n领导接')
    """
    broken = list(_broken(text))
    width = _width([length for length, _ in broken])
    ends = [end for length, end in broken if width - SLACK <= length <= width + 1] if width else []
    if len(ends) < FEW:
        return Joined(text, text)
    pieces = [text[a:b] for a, b in zip([0, *(e + 1 for e in ends)], [*ends, len(text)], strict=True)]
    return Joined(text, "".join(pieces), tuple(end - index for index, end in enumerate(ends)))


def _broken(text: str) -> Iterator[tuple[int, int]]:
    """Length and end of each line that stops inside a sentence and goes on without a number."""
    end = -1
    for line, following in pairwise(text.split("\n")):
        end += len(line) + 1
        goes_on = following[:1].strip() and not AT_LINE.match(following)
        if line and line[-1] not in STOPS and goes_on and not WHOLE.search(line):
            yield len(line), end


def _width(lengths: list[int]) -> int:
    """The width at which most lines break; none where line lengths vary as those of paragraphs do."""
    if len(lengths) < FEW:
        return 0
    width = max(n for n, _ in Counter(lengths).most_common(2))
    near = sum(width - SLACK <= length <= width + 1 for length in lengths)
    return width if near >= len(lengths) * 0.6 and width >= NARROWEST else 0
