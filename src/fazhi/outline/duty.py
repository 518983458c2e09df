"""One duty out of its clauses: who, what, how strongly, how much, how often, by when, on which condition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.outline import amount, deadline, sentence, verb
from fazhi.outline.amount import Amount, Frequency
from fazhi.outline.deadline import Deadline
from fazhi.outline.modality import modality
from fazhi.outline.reading import Duty, Figure, Mark, Span, Unread

WORDS = re.compile("[一-鿿]{2}")
"""Fewer characters than these, such as the number of a page, oblige nobody."""
OFFICE = "政府|部门|街道|机关|单位|负责人|干部|人员|机构|局|办|委|班子|组织|企业|党组|公司"
ACTOR = re.compile(
    rf"(?!(?:{verb.ADVERB}|{verb.ACTION}|{verb.RESULT}|{verb.PREFIX}))"
    rf"(?P<who>[^，,。；;：:]{{0,60}}?(?:{OFFICE}))(?=要|应|须|必须|每|任期|不得|可以|负责(?!人)|及时)"
)
CONDITION = re.compile(
    r"(?:^|(?<=[，,。；;]))(?P<condition>(?:对[^，,]{2,80}的(?=[，,])|凡是?[^，,]{2,60}?的(?:[一-鿿]{1,8}?(?=一律|均|都|应))?"
    r"|(?:如|若)[^，,]{2,60}(?=[，,])|除[^，,]{2,60}外(?=[，,])|未经[^，,]{2,60}?(?=(?:一律)?不得|[，,])"
    r"|在[^，,]{2,40}(?:时|前|后|情况下)(?=[，,])))"
)
RELATIVE = re.compile(
    r"(?:[一二三四五六七八九十两0-9]{1,3}个?(?:年|月|季度|工作日|日|天)|规定期限|规定时[间限])(?:之?内|以内)"
)


@dataclass(frozen=True)
class Passage:
    """A stretch of the document with its masked twin and the year that completes dates."""

    text: str
    masked: str
    year: int | None


def read(passage: Passage, span: Span) -> tuple[list[Duty], list[Unread]]:
    """The duties in a stretch of the document, and the time limits in it that cannot be turned into a day."""
    duties: list[Duty] = []
    doubts: list[Unread] = []
    for clauses in sentence.duties(passage.masked, *span):
        place = _trimmed(passage.text, clauses[0][0], clauses[-1][1])
        if WORDS.search(passage.text, *place):
            duties.append(_duty(passage, place))
            doubts.extend(_doubts(passage, place))
    return duties, doubts


def _trimmed(text: str, begin: int, end: int) -> Span:
    words = text[begin:end]
    left, right = words.lstrip(sentence.STOPS), words.rstrip(sentence.STOPS)
    return end - len(left), begin + len(right)


def _duty(passage: Passage, span: Span) -> Duty:
    found = _facts(passage.masked[slice(*span)], passage.year)
    counted, often = found.amounts, found.frequency
    return Duty(
        text="".join(passage.text[slice(*span)].split("\n")),
        modality=modality(found.action),
        span=span,
        quantity=counted[0].text if counted else None,
        unit=counted[0].unit if counted else None,
        frequency=often.text if often else None,
        due=found.limits[0].day if found.limits else None,
        who="每人" if often and often.each_person else _words(passage, span, found.actor),
        condition=_words(passage, span, found.condition),
        marks=tuple(found.marks(span[0])),
    )


@dataclass(frozen=True)
class Facts:
    """What the words of one duty say, each with its place among them."""

    action: str
    amounts: list[Amount]
    frequency: Frequency | None
    limits: list[Deadline]
    actor: re.Match[str] | None
    condition: re.Match[str] | None

    def marks(self, offset: int) -> Iterator[Mark]:
        """The places in a text in which the duty's words begin at ``offset``."""
        places = [(Figure.QUANTITY, a.start, a.end) for a in self.amounts]
        places += [(Figure.DUE, d.start, d.end) for d in self.limits]
        if self.frequency:
            places.append((Figure.FREQUENCY, self.frequency.start, self.frequency.period_end))
        for figure, match in ((Figure.WHO, self.actor), (Figure.CONDITION, self.condition)):
            places += [(figure, *match.span(1))] if match else []
        for figure, begin, end in sorted(places, key=lambda place: place[1:]):
            yield Mark(figure, (offset + begin, offset + end))


def _facts(plain: str, year: int | None) -> Facts:
    condition = CONDITION.search(plain)
    begin = _main(plain, condition)
    actor = ACTOR.match(plain, begin)
    counted = amount.amounts(plain)
    return Facts(
        action=plain[actor.end() if actor else begin :],
        amounts=counted,
        frequency=amount.frequency(plain, counted),
        limits=[limit for limit in deadline.find(plain, year) if limit.day],
        actor=actor,
        condition=condition,
    )


def _main(plain: str, condition: re.Match[str] | None) -> int:
    """Where the action begins: behind the condition and the clauses that only lead to it."""
    begin = condition.end() if condition else 0
    for clause in sentence.CLAUSE.finditer(plain, begin):
        if not sentence.prepares(clause[0].strip(sentence.STOPS)) or clause.end() == len(plain):
            return clause.end() - len(clause[0].lstrip(sentence.STOPS))
    return begin


def _words(passage: Passage, span: Span, found: re.Match[str] | None) -> str | None:
    """The original words behind the first group of a match in the masked text."""
    return passage.text[span[0] + found.start(1) : span[0] + found.end(1)] if found else None


def _doubts(passage: Passage, span: Span) -> Iterator[Unread]:
    plain = passage.masked[slice(*span)]
    for limit in deadline.find(plain, passage.year):
        if limit.doubt:
            yield _unread(passage.text, span[0] + limit.start, span[0] + limit.end, limit.doubt)
    counted = amount.amounts(plain)
    for match in RELATIVE.finditer(plain):
        if not any(a.start < match.end() and match.start() < a.end for a in counted):
            place = span[0] + match.start(), span[0] + match.end()
            yield _unread(passage.text, *place, "相对期限，没有写明起算日")


def _unread(text: str, begin: int, end: int, why: str) -> Unread:
    return Unread((begin, end), text[begin:end], why)
