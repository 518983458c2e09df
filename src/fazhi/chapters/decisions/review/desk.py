"""The review of one document: its findings in the order of the text, and the questions it leaves open."""

from dataclasses import dataclass, replace
from datetime import date

from fazhi.chapters.decisions.review import document as reading
from fazhi.chapters.decisions.review import question
from fazhi.chapters.decisions.review.finding import Finding, Question
from fazhi.chapters.decisions.review.rules import by_words, citation
from fazhi.chapters.decisions.review.rules.citation import Resolver
from fazhi.outline import wrapping
from fazhi.outline.wrapping import Joined


@dataclass(frozen=True)
class Review:
    """What a review found; every span points into ``text``."""

    text: str
    title: str
    clauses: int
    findings: tuple[Finding, ...] = ()
    questions: tuple[Question, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The review for a machine, as ``fazhi review --json`` prints it."""
        return {
            "title": self.title,
            "clauses": self.clauses,
            "findings": [finding.as_dict() for finding in self.findings],
            "questions": [question.as_dict() for question in self.questions],
        }


def review(text: str, resolve: Resolver, day: date) -> Review:
    """Review a normative document as of a day; ``resolve`` knows the statutes it may cite.

    >>> found = review("第一条 违反本办法的，处以500元罚款。", lambda citation, day: None, date(2026, 1, 5))
    >>> [(f.rule.id, f.clause, f.text) for f in found.findings]
    [('review.R01', '第一条', '处以500元罚款')]
    """
    joined = wrapping.join(text)
    document = reading.prepare(joined.text)
    found = [*by_words(document), *citation.find(document, resolve, day)]
    ordered = sorted(found, key=lambda finding: (finding.span, finding.rule.id))
    unknown, doubtful = citation.unknown(document, resolve, day), citation.doubtful(document, resolve, day)
    asked = question.ask(document, unknown, doubtful)
    return Review(
        text,
        document.title,
        document.count(),
        tuple(_placed(joined, finding) for finding in ordered),
        tuple(asked),
    )


def _placed(joined: Joined, finding: Finding) -> Finding:
    begin, end = joined.place(finding.span)
    return replace(finding, span=(begin, end), text=joined.original[begin:end])
