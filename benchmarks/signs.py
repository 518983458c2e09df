"""Texts of signs alone, as somebody might upload to keep the server busy: what twice the length costs.

    python benchmarks/signs.py [LENGTH]

The peer of each reader is itself on half the text: about 2 where time is in step with the length, 4 where a
pattern tries every pair, and far more where it tries every division.
"""

import sys
import time
from collections.abc import Callable

from fazhi import outline, source
from fazhi.chapters.decisions.review.document import prepare
from fazhi.chapters.decisions.review.ground import NAMED
from fazhi.documents.redaction.redact import redact
from fazhi.duties.schedule import EVERY, TIMES
from fazhi.law import document_number, enactment

LENGTH = 20_000
SIGNS = ("1", "一", "令", "积极", "《", "\u3000", "1,", "依据")
READERS: dict[str, Callable[[str], object]] = {
    "outline": outline.read,
    "review": prepare,
    "redaction": redact,
    "upload": lambda text: source.load(text.encode(), "a.html"),
    "number": lambda text: list(document_number.PATTERN.finditer(text)),
    "enactment": lambda text: list(enactment.DAY.finditer(text)),
    "ground": lambda text: list(NAMED.finditer(text)),
    "times": lambda text: [*TIMES.finditer(text), *EVERY.finditer(text)],
    "tags that never close": lambda text: source.load(b"<p" * len(text), "a.html"),
}


def main() -> None:
    """Print the worst sign of each reader."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH
    for name, reader in READERS.items():
        seconds, ratio, sign = max(_cost(reader, sign, length) for sign in SIGNS)
        print(f"{name}: {seconds * 1000:.0f} ms for {length:,} of “{sign}”, {ratio:.1f} times half of it")


def _cost(reader: Callable[[str], object], sign: str, length: int) -> tuple[float, float, str]:
    """Seconds of the processor for the whole text, their ratio to those for half of it, and the sign."""
    half, whole = (_seconds(reader, sign, part) for part in (length // 2, length))
    return whole, whole / max(half, 1e-9), sign


def _seconds(reader: Callable[[str], object], sign: str, length: int) -> float:
    text = "一、总则\n" + (sign * length)[:length]
    begin = time.process_time()
    reader(text)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
