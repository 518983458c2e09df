"""Two wordings side by side: what was struck out, what was put in."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Run:
    """A stretch of text: ``kept``, ``struck`` or ``added``."""

    kind: str
    text: str


def runs(before: str, after: str) -> tuple[Run, ...]:
    """The stretches that lead from one wording to the other.

    >>> [(r.kind, r.text) for r in runs("每年两次", "每年三次")]
    [('kept', '每年'), ('struck', '两'), ('added', '三'), ('kept', '次')]
    """
    found: list[Run] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Run("kept", before[a:b]))
            continue
        found += [Run(kind, text) for kind, text in (("struck", before[a:b]), ("added", after[c:d])) if text]
    return tuple(found)
