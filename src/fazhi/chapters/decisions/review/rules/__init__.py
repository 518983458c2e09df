"""The rules of review, one module for each thing a normative document may not contain or must contain."""

from collections.abc import Iterator

from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule
from fazhi.chapters.decisions.review.rules import (
    burden,
    citation,
    competition,
    compulsion,
    definition,
    fee,
    penalty,
    permit,
    proof,
    reference,
    validity,
)

BY_WORDS = (penalty, permit, compulsion, fee, burden, proof, competition, validity, definition, reference)
MODULES = (*BY_WORDS, *competition.STANDARDS, citation)


def known() -> list[Rule]:
    """Every rule in the order of its number."""
    found: dict[str, Rule] = {}
    for rule in (each for module in MODULES for each in vars(module).values()):
        if isinstance(rule, Rule):
            found.setdefault(rule.id, rule)
    return [found[name] for name in sorted(found)]


def by_words(document: Document) -> Iterator[Finding]:
    """The findings that need nothing but the document."""
    for module in BY_WORDS:
        yield from module.find(document)
