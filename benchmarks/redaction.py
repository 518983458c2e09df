"""How well and how fast a decision is redacted: recall and precision on our documents, speed by a scan."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from fazhi.documents.redaction import redact

CASES = Path(__file__).parents[1] / "tests" / "documents" / "redaction" / "cases"
ROUNDS = 5
MEGABYTE = 1_000_000
NUMBERS = re.compile(r"\d{17}[\dXx]|1[3-9]\d{9}|\d{16,19}|[一-鿿][A-Z][A-Z0-9]{5}|[\w.]+@[\w.]+")
LABELLED = re.compile(r"(?:当事人|申请人|原告|被告|证人|姓名)[：:]?([一-鿿]{2,3})(?=[，。、\n])")


def table() -> list[str]:
    """Recall and precision on the marked documents: by kind, and all together."""
    from tests.documents.redaction.marked import documents
    from tests.documents.redaction.measure import Measure, measure

    found = measure(documents())
    rows = [f"{kind.value} | {one.line()}" for kind, one in found.items() if one.marked]
    return [*rows, f"all | {sum(found.values(), Measure()).line()}"]


def sample() -> str:
    """One megabyte of the cases, again and again, as one long bundle of decisions."""
    hidden: list[dict[str, Any]] = yaml.safe_load((CASES / "hidden.yaml").read_text("utf-8"))
    stays: list[str] = yaml.safe_load((CASES / "stays.yaml").read_text("utf-8"))
    once = "\n".join([*(c["text"] for c in hidden), *stays * 5])
    return (once + "\n") * (MEGABYTE // len(once.encode()) + 1)


def scan(text: str) -> list[str]:
    """The peer: find numbers and labelled names by pattern, and understand nothing."""
    return [*NUMBERS.findall(text), *LABELLED.findall(text)]


def best(task: Callable[[str], object], text: str) -> float:
    """Seconds of the fastest of several runs."""
    seconds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        task(text)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def main() -> None:
    """Print recall and precision by kind, the speed and its ratio to the peer's."""
    print("kind | places | recall: places | characters | precision: places | characters")
    print("\n".join(table()))
    text = sample()
    size = len(text.encode()) / MEGABYTE
    ours, peer = best(redact, text), best(scan, text)
    print(f"redaction: {size / ours:.2f} MB/s, {ours / peer:.0f}x a plain regex scan")


if __name__ == "__main__":
    main()
