"""Terms: a word that is defined twice, or stands for two things, cannot be applied."""

import re
from collections.abc import Iterator

from fazhi.chapters.decisions.review import phrase
from fazhi.chapters.decisions.review.document import OWN, Document
from fazhi.chapters.decisions.review.finding import Finding, Rule, Severity
from fazhi.chapters.decisions.review.rules.citation import LEGALITY
from fazhi.outline.reading import Span

TERM = Rule(
    "review.R54",
    "用语定义不一致",
    Severity.CHECK,
    LEGALITY,
    "同一用语有两个定义",
    "只保留一个定义，全文用语一致",
)
DEFINED = re.compile(
    rf"本{OWN}(?:中)?所?称的?[“\"]?(?P<term>[^，。；：“”\n]{{1,20}}?)[”\"]?[，,]?(?:系指|是指|指"
    rf"|为)(?P<means>[^。\n]{{2,}})"
)
SHORT = re.compile(
    r"(?P<full>[^，。；：（）()\s]{2,40})[（(](?:以下|下)(?:统称|简称"
    r"|称)(?:为)?[：:]?[“\"《]*(?P<term>[^”\"）)》]{1,20})[”\"》]*[）)]"
)


def find(document: Document) -> Iterator[Finding]:
    """Second definitions of a term within one text; a covering notice may shorten names for itself."""
    known: dict[tuple[int, str], str] = {}
    for span, term, means in sorted(_definitions(document)):
        first = known.setdefault((_part(document, span), term), means)
        if first is not means and not _same(first, means):
            rule = TERM.milder(f"“{term}”前文已定义，两处含义不同")
            yield phrase.finding(document, rule, span)


def _definitions(document: Document) -> Iterator[tuple[Span, str, str]]:
    for pattern in (DEFINED, SHORT):
        for found in pattern.finditer(document.text):
            means = found["means"] if pattern is DEFINED else found["full"]
            yield found.span(), found["term"].strip(), re.sub(r"\s", "", means)


def _part(document: Document, span: Span) -> int:
    return sum(run[0].start <= span[0] for run in document.articles)


def _same(first: str, second: str) -> bool:
    """Whether two wordings are one: the longer ends in the other, as a fuller name does."""
    size = min(len(first), len(second), 6)
    return first[-size:] == second[-size:] or first.startswith(second) or second.startswith(first)
