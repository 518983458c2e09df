"""Redaction of one document: text in, the text as published and the places that changed out."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.documents.redaction import (
    account,
    address,
    bank_card,
    birth_date,
    certificate,
    credit_code,
    identity_number,
    mention,
    minor,
    nickname,
    person,
    phone,
    plate,
    width,
    wrap,
)
from fazhi.documents.redaction.alias import aliases, children
from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.role import Part
from fazhi.documents.redaction.span import Span, apply, disjoint

FINDERS = (
    identity_number.find,
    credit_code.find,
    certificate.find,
    phone.find,
    bank_card.find,
    account.find,
    address.find,
    plate.find,
    birth_date.find,
    nickname.find,
)


@dataclass(frozen=True)
class Redaction:
    """A document as published and where it differs from the original."""

    text: str
    spans: tuple[Span, ...]

    def as_dict(self) -> dict[str, object]:
        """The redaction for a machine, without one hidden value."""
        return {"text": self.text, "spans": [span.as_dict() for span in self.spans]}

    def between(self, original: str, begin: int) -> "Redaction":
        """The redaction of one piece of the text, which began at a place and read ``original``."""
        end = begin + len(original)
        inside = (s for s in self.spans if begin <= s.start and s.end <= end)
        spans = tuple(Span(s.start - begin, s.end - begin, s.kind, s.masked) for s in inside)
        return Redaction(apply(original, spans), spans)


def redact(text: str, policy: Policy | None = None) -> Redaction:
    """Hide what identifies private persons; spans are places in the text as given, in characters.

    >>> redact("申请人：张志祥，男，1970年2月6日出生，住天津市河东区甲路12号。").text
    '申请人：张某，男，***出生，住天津市河东区***。'
    """
    chosen = policy or Policy()
    whole, at = wrap.joined(text)
    folded = width.fold(whole)
    codes = list(credit_code.places(folded))
    found = [s for finder in FINDERS for s in finder(folded, chosen) if not _inside(s, codes)]
    spans = disjoint(
        Span(at[s.start], at[s.end - 1] + 1, s.kind, width.unfold(s.masked, whole[s.start]))
        for s in [*found, *_names(folded, chosen)]
        if s.kind in chosen.hidden and s.end > s.start
    )
    return Redaction(apply(text, spans), tuple(spans))


def _inside(span: Span, codes: list[tuple[int, int]]) -> bool:
    return span.kind is not Kind.CREDIT_CODE and any(a <= span.start and span.end <= b for a, b in codes)


def _names(text: str, policy: Policy) -> Iterator[Span]:
    persons = person.find(text, policy)
    hidden = [p for p in persons if p.hidden(policy)]
    places = mention.places(text, [p.name for p in hidden])
    young = {p.name for p in hidden if Part.MINOR in p.parts} | set(_children(text, places))
    places = mention.places(text, places, young) if young else places
    order = sorted(places, key=lambda n: places[n][0])
    named = aliases([n for n in order if n not in young], text)
    named |= children([n for n in order if n in young], text)
    for known, mentions in places.items():
        kind = Kind.MINOR if known in young else Kind.NAME
        yield from (Span(*mention, kind, named[known]) for mention in mentions)
        if known in young:
            yield from minor.schools(text, mentions)


def _children(text: str, places: dict[str, list[tuple[int, int]]]) -> Iterator[str]:
    year = minor.latest_year(text)
    for known, mentions in places.items():
        if any(minor.is_minor(text, end, year) or minor.is_pupil(text, begin) for begin, end in mentions):
            yield known
