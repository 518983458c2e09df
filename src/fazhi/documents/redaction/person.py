"""The persons of a document: whose names are hidden and whose stay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from fazhi.documents.redaction import following, mention, name, reading
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.reading import Best
from fazhi.documents.redaction.role import Part

AGAIN = 3.0
"""Evidence that is enough where the same characters are met at two places or more."""
OFTEN = 2.0
"""Evidence that is enough where the same characters are met at three places or more."""
ALWAYS = 1.0
"""Evidence that is enough where the same three characters and more are met at four places or more."""
TOLD = 6.0
"""Evidence that only a label, a role or something of one human being gives."""


@dataclass
class Person:
    """One name in a document and what was learnt about its bearer."""

    name: str
    parts: set[Part] = field(default_factory=set)
    evidence: list[float] = field(default_factory=list)

    def believed(self) -> bool:
        """Whether one place says enough, or several together."""
        top = sorted(self.evidence, reverse=True)
        levels = [name.ENOUGH, AGAIN]
        if not name.has_words(self.name):
            levels += [OFTEN, ALWAYS if len(self.name) > 2 else OFTEN]
        return any(len(top) > i and top[i] >= least for i, least in enumerate(levels))

    def hidden(self, policy: Policy) -> bool:
        """Whether the name is hidden: who acts in office stays unless something says a private part too."""
        said = self.parts - {Part.EITHER}
        return policy.officials or said != {Part.OFFICIAL}


def find(text: str, policy: Policy) -> list[Person]:
    """The persons named in a folded text, in the order of their first mention.

    The text is read twice: who was met in the first reading tells who stands beside him in the second.

    >>> [p.name for p in find("申请人:张志祥,男。审判员:李明", Policy()) if p.hidden(Policy())]
    ['张志祥']
    """
    best = cache(partial(name.best, text))
    first = _persons(text, policy, {}, best)
    known = {p.name: _chief(p.parts) for p in first}
    return _persons(text, policy, known, best) if known else first


def _persons(text: str, policy: Policy, known: Mapping[str, Part], best: Best) -> list[Person]:
    persons: dict[str, Person] = {}
    for found, part in reading.mentions(text, policy, mention.known(text, known), best):
        said = "".join(text[found.start : found.end].split())
        person = persons.setdefault(said, Person(said))
        person.parts.add(part)
        person.evidence.append(found.evidence)
    believed = [p for p in persons.values() if p.believed()]
    return list(_without_cut(believed))


def _chief(parts: Iterable[Part]) -> Part:
    """The part that decides: a private one hides, whatever else was said."""
    return next(
        (part for part in (Part.MINOR, Part.PRIVATE, Part.OFFICIAL) if part in set(parts)), Part.EITHER
    )


def _without_cut(persons: list[Person]) -> Iterable[Person]:
    """Without names that are another one with a character of the next word (令狐安|方, 汤圆|举报)."""
    named = {p.name: p.evidence for p in persons}
    for person in persons:
        shorter = named.get(person.name[:-1], [])
        told = max(shorter, default=0.0) >= TOLD and max(person.evidence) < max(shorter)
        seldom = max(person.evidence) < name.SURE and len(shorter) > len(person.evidence)
        often = seldom and following.FOLLOWS.fullmatch(person.name[-1])
        if not told and not often:
            yield person
