"""What a basis audit finds about an entry (20.1: items without basis are flagged for cancellation)."""

from dataclasses import dataclass
from enum import StrEnum

from fazhi.fault import Fault


class Flaw(StrEnum):
    """How a basis fails; the value is stable, for machines."""

    NONE = "no-basis"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown-statute"
    NOT_YET = "not-yet-in-force"
    REPEALED = "repealed"
    NO_ARTICLE = "no-article"
    NO_EDITION = "no-such-edition"
    NOT_HELD = "edition-not-held"
    """What was in force that day is not in the library: it is for a person to look up."""
    RANK = "rank-too-low"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Flaw.NONE: "没有依据",
    Flaw.UNREADABLE: "引用无法识别",
    Flaw.UNKNOWN: "法规名录中没有",
    Flaw.NOT_YET: "尚未施行",
    Flaw.REPEALED: "已经失效",
    Flaw.NO_ARTICLE: "条文不存在",
    Flaw.NO_EDITION: "版本不存在",
    Flaw.NOT_HELD: "当日版本未收录",
    Flaw.RANK: "依据层级不足",
}
FLAWS = {
    "citation.E001": Flaw.UNREADABLE,
    "citation.E002": Flaw.UNKNOWN,
    "citation.E003": Flaw.NOT_YET,
    "citation.E004": Flaw.REPEALED,
    "citation.E005": Flaw.NO_ARTICLE,
    "citation.E006": Flaw.NO_ARTICLE,
    "citation.E007": Flaw.NO_EDITION,
    "citation.E008": Flaw.NOT_HELD,
}


@dataclass(frozen=True)
class Finding:
    """One thing wrong with the basis of one entry; ``citation`` is empty where there is none."""

    key: str
    column: str
    flaw: Flaw
    citation: str
    fault: Fault

    def as_dict(self) -> dict[str, object]:
        """The finding for a machine."""
        told = {"key": self.key, "column": self.column, "flaw": self.flaw.value, "citation": self.citation}
        return {**told, **self.fault.as_dict()}
