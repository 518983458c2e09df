"""Legality review: how fast, and how many of its own cases' findings it makes, misses and adds.

    python3 run.py bench review
    python -m benchmarks.review [FILE …]

The text is the cases' own, repeated to the length of a long document, or the files given.
"""

import sys
import time
from collections import Counter
from pathlib import Path

LENGTH = 50_000
ROUNDS = 5


def main() -> None:
    """Print precision and recall on the cases, then megabytes and characters a second."""
    measure_findings()
    measure_speed([Path(name) for name in sys.argv[1:]])


def measure_findings() -> None:
    """Findings by rule and words against the cases' own."""
    from tests.chapters.decisions.review.cases import found, load

    cases = load()
    right, missed, added = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        made, wanted = Counter(found(case)), Counter(case.expect)
        for counter, pairs in ((right, made & wanted), (missed, wanted - made), (added, made - wanted)):
            counter.update({rule: n for (rule, _), n in pairs.items()})
    hits = right.total()
    precision, recall = hits / (hits + added.total()), hits / (hits + missed.total())
    print(f"{len(cases)} cases, {hits} findings right: precision {precision:.3f}, recall {recall:.3f}")
    for rule in sorted({*missed, *added}):
        print(f"  {rule}: missed {missed[rule]}, added {added[rule]}")


def measure_speed(files: list[Path]) -> None:
    """The best of several reviews of each text."""
    from fazhi.source import load
    from tests.chapters.decisions.review.cases import load as cases
    from tests.chapters.decisions.review.cases import reviewed

    own = "\n".join(case.text for case in cases())
    texts = {path.name: load(path.read_bytes(), path.name) for path in files}
    for name, text in (texts or {"own cases": own * (LENGTH // len(own) + 1)}).items():
        best = min(_taken(text, reviewed) for _ in range(ROUNDS))
        size = len(text.encode())
        print(f"{name}: {len(text)} characters, {best * 1e3:.1f} ms, {size / best / 1e6:.2f} MB/s")


def _taken(text: str, work: object) -> float:
    start = time.perf_counter()
    work(text)  # type: ignore[operator]
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
