"""Fair competition: what policy measures may not contain (公平竞争审查条例第八条至第十一条)."""

from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding
from fazhi.chapters.decisions.review.rules.competition import conduct, cost, entry, movement

STANDARDS = (entry, movement, cost, conduct)


def find(document: Document) -> Iterator[Finding]:
    """What the four groups of standards do not allow, as far as words show it."""
    yield from phrase.find(document, [each for standard in STANDARDS for each in standard.SETTING])
