"""No text of signs alone keeps the server busy: reading takes time in proportion to the length."""

import time
from collections.abc import Callable

import pytest

from fazhi import outline, source
from fazhi.chapters.decisions.review.document import prepare
from fazhi.chapters.decisions.review.ground import NAMED
from fazhi.documents.redaction.redact import redact
from fazhi.duties.schedule import EVERY, TIMES
from fazhi.law import document_number, enactment

LENGTH = 20_000
SECONDS = 5.0
"""Of the processor; the worst here takes a fifth of it, and took minutes where a pattern tried every pair."""
READERS: dict[str, Callable[[str], object]] = {
    "outline": outline.read,
    "review": prepare,
    "redaction": redact,
    "upload": lambda text: source.load(text.encode(), "a.html"),
    "number": lambda text: list(document_number.PATTERN.finditer(text)),
    "enactment": lambda text: list(enactment.DAY.finditer(text)),
    "ground": lambda text: list(NAMED.finditer(text)),
    "times": lambda text: [*TIMES.finditer(text), *EVERY.finditer(text)],
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("sign", ["1", "一", "令", "积极", "《", "\u3000", "1,", "依据"])
def test_signs_without_end_are_read_in_time(reader: str, sign: str) -> None:
    text = "一、总则\n" + (sign * LENGTH)[:LENGTH]
    begin = time.process_time()
    READERS[reader](text)
    assert time.process_time() - begin < SECONDS


def test_a_page_of_tags_that_never_close_is_read_in_time() -> None:
    begin = time.process_time()
    source.load(b"<p" * 500_000 + b"x", "a.html")
    assert time.process_time() - begin < SECONDS
