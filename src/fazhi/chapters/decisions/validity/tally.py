"""A clean-up's sum: every document of its scope answered exactly once, or it is not done (条例第二十三条)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from fazhi.fault import Fault

K = TypeVar("K")
NAMED = 10
"""So many missing documents are named in a refusal; the page lists all."""


class Decision(StrEnum):
    """What an office answers about a document; the value is stable, for machines."""

    KEEP = "keep"
    AMEND = "amend"
    ABOLISH = "abolish"
    DECLARE = "declare"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Decision.KEEP: "保留",
    Decision.AMEND: "修改",
    Decision.ABOLISH: "废止",
    Decision.DECLARE: "宣布失效",
}


@dataclass(frozen=True)
class Tally(Generic[K]):
    """The latest answer to each document of the scope; ``missing`` have none."""

    answers: Mapping[K, Decision]
    missing: tuple[K, ...]

    @property
    def counts(self) -> dict[Decision, int]:
        """How many documents got each answer, none left out."""
        found = Counter(self.answers.values())
        return {decision: found[decision] for decision in Decision}

    @property
    def total(self) -> int:
        """The size of the scope: the answers and what is missing, nothing else."""
        return sum(self.counts.values()) + len(self.missing)


def tally(scope: Iterable[K], answers: Iterable[tuple[K, Decision]]) -> Tally[K]:
    """Count the answers, of which the latest to a document holds; one outside the scope is a ``KeyError``.

    >>> found = tally("甲乙", [("甲", Decision.KEEP), ("甲", Decision.ABOLISH)])
    >>> found.counts[Decision.ABOLISH], found.missing, found.total
    (1, ('乙',), 2)
    """
    asked = dict.fromkeys(scope)
    latest: dict[K, Decision] = {}
    for key, decision in answers:
        if key not in asked:
            raise KeyError(key)
        latest[key] = decision
    return Tally(latest, tuple(key for key in asked if key not in latest))


def refusal(found: Tally[K], names: Mapping[K, str]) -> Fault | None:
    """Why the results may not be published: documents without an answer, by name; ``None`` where none is."""
    if not found.missing:
        return None
    named = "、".join(names[key] for key in found.missing[:NAMED])
    rest = f"等{len(found.missing)}件" if len(found.missing) > NAMED else ""
    wrong = f"范围内的{found.total}件文件中还有{len(found.missing)}件没有清理结论：{named}{rest}"
    return Fault("validity.E030", wrong, "请由各管理单位逐件提出结论，不再管理的由统筹单位提出")
