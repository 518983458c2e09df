"""Rules that are met by words: a pattern, what must stand beside it, and what takes its meaning away."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fazhi.chapters.decisions.review.document import Document
from fazhi.chapters.decisions.review.finding import Finding, Rule
from fazhi.chapters.decisions.review.ground import Ground, ground
from fazhi.chapters.decisions.review.mood import Mood, set_aside
from fazhi.outline.reading import Span

NEVER = re.compile(r"(?!)")
ALWAYS = re.compile("")


@dataclass(frozen=True)
class Phrase:
    """Words that meet a rule.

    ``unless`` is looked for in the sentence, ``needs`` in the clause, the lead of its list and the title;
    ``within`` is the firmest ground that does not excuse it; ``mood`` is what takes the meaning from
    them; ``raw`` looks into quoted titles, too.
    """

    rule: Rule
    pattern: re.Pattern[str]
    unless: re.Pattern[str] = NEVER
    needs: re.Pattern[str] = ALWAYS
    within: Ground = Ground.NONE
    mood: Mood = Mood.ORDER
    raw: bool = False


def words(pattern: str) -> re.Pattern[str]:
    """A pattern in which ``~9`` is up to nine characters without a comma, as few or (``~9+``) as many.

    >>> words("收取~4费").search("收取一定费") is not None, words("收取~4费").search("收取，费") is None
    (True, True)
    """
    most = re.sub(r"~(\d+)\+", r"[^，,。；;：:！？\\n]{0,\1}", pattern)
    return re.compile(re.sub(r"~(\d+)", r"[^，,。；;：:！？\\n]{0,\1}?", most))


def find(document: Document, phrases: Iterable[Phrase]) -> Iterator[Finding]:
    """The findings of a rule's phrases; a sentence that meets one rule twice is shown once."""
    seen: set[tuple[str, Span]] = set()
    for phrase in phrases:
        for match in phrase.pattern.finditer(document.text if phrase.raw else document.plain):
            at = (phrase.rule.id, document.sentence(match.span()))
            if at not in seen and meant(document, phrase, match.span()):
                seen.add(at)
                yield finding(document, phrase.rule, match.span())


def meant(document: Document, phrase: Phrase, span: Span) -> bool:
    """Whether the words mean what the rule is about where they stand."""
    begin, end = document.sentence(span)
    sentence = document.plain[begin:end]
    if phrase.unless.search(sentence) or not _beside(document, phrase, span):
        return False
    if ground(document, span) > phrase.within:
        return False
    return not set_aside(document, span, phrase.mood)


def _beside(document: Document, phrase: Phrase, span: Span) -> bool:
    clause = document.clause(span[0])
    around = [document.plain[slice(*each.span)] for each in (clause, clause.lead) if each]
    return any(phrase.needs.search(words) for words in (*around, document.title))


def finding(document: Document, rule: Rule, span: Span) -> Finding:
    """A rule met at a span, without the white space and commas at its ends."""
    begin, end = span
    while begin < end - 1 and document.text[begin] in " \t\u3000，,、\n":
        begin += 1
    while end - 1 > begin and document.text[end - 1] in " \t\u3000，,、\n":
        end -= 1
    return Finding(rule, document.clause(begin).label, (begin, end), document.text[begin:end])
