"""What a reviewer is shown: a rule, the words it concerns, why, on which article, and what to do."""

from dataclasses import dataclass, replace
from enum import StrEnum

from fazhi.outline.reading import Span


class Severity(StrEnum):
    """How a finding binds: the clause cannot stay, has to be compared with the law, or is worth a look."""

    MUST_FIX = "must-fix"
    CHECK = "check"
    NOTE = "note"


@dataclass(frozen=True)
class Rule:
    """A standard a document is held against; ``article`` is the citation it rests on."""

    id: str
    title: str
    severity: Severity
    article: str
    why: str
    remedy: str

    def milder(self, why: str, severity: Severity = Severity.CHECK) -> "Rule":
        """The same rule where the words leave it open whether it is broken."""
        return replace(self, severity=severity, why=why)


@dataclass(frozen=True)
class Finding:
    """A rule met at a place; ``span`` are positions in the document's text and ``text`` the words there."""

    rule: Rule
    clause: str
    span: Span
    text: str

    def as_dict(self) -> dict[str, object]:
        """The finding for a machine."""
        return {
            "rule": self.rule.id,
            "severity": self.rule.severity.value,
            "clause": self.clause,
            "span": list(self.span),
            "text": self.text,
            "why": self.rule.why,
            "article": self.rule.article,
            "remedy": self.rule.remedy,
        }


@dataclass(frozen=True)
class Question:
    """What only a person can answer: ``who`` is the office to ask, ``article`` what the answer rests on."""

    text: str
    who: str
    article: str = ""

    def as_dict(self) -> dict[str, str]:
        """The question for a machine."""
        return {"question": self.text, "who": self.who, "article": self.article}
