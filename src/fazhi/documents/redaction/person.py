"""The persons of a document: whose names are hidden, whose stay, and every place where each is named."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from fazhi.documents.redaction import lexicon, name, office, role
from fazhi.documents.redaction.foreign import foreign_names
from fazhi.documents.redaction.name import Candidate
from fazhi.documents.redaction.policy import Policy
from fazhi.documents.redaction.role import Part, Role

NOTE = re.compile(r" ?\([^()\n]{0,40}\)")
SPACED = re.compile(r"([一-鿿]) {1,4}([一-鿿])(?=[,。;\n\t)、 (:]|$)")
VALUE = re.compile(r"([一-鿿]{2,4})(?=[,。;\n\t)、 (:]|$)")
MASKED = re.compile(r"[一-鿿](?:某{1,2}[甲乙丙丁戊己庚辛壬癸]?|[×*xX]{1,3})\d?")
ADDRESSED = re.compile(r"(?<![^\n])[一-鿿]{2,4}(?:先生|女士|同志)?:(?=\n|$|[你您])")
"""The person a letter is written to, alone at the head of a line."""
AGAIN = 3.0
"""Evidence that is enough where the same characters are met at two places or more."""


@dataclass
class Person:
    """One name in a document and what was learnt about its bearer."""

    name: str
    parts: set[Part] = field(default_factory=set)
    evidence: list[float] = field(default_factory=list)

    def believed(self) -> bool:
        """Whether one place says enough, or two places together."""
        top = sorted(self.evidence, reverse=True)[:2]
        return top[0] >= name.ENOUGH or (len(top) == 2 and min(top) >= AGAIN)

    def hidden(self, policy: Policy) -> bool:
        """Whether the name is hidden: who acts in office stays unless something says a private part too."""
        said = self.parts - {Part.EITHER}
        return policy.officials or said != {Part.OFFICIAL}


def find(text: str, policy: Policy) -> list[Person]:
    """The persons named in a folded text, in the order of their first mention.

    >>> [p.name for p in find("申请人:张志祥,男。审判员:李明", Policy()) if p.hidden(Policy())]
    ['张志祥']
    """
    persons: dict[str, Person] = {}
    for found, part in _mentions(text, policy):
        known = text[found.start : found.end].replace(" ", "")
        person = persons.setdefault(known, Person(known))
        person.parts.add(part)
        person.evidence.append(found.evidence)
    return [p for p in persons.values() if p.believed()]


def _mentions(text: str, policy: Policy) -> Iterator[tuple[Candidate, Part]]:
    roles = {r.end: r for r in role.find(text)}
    yield from foreign_names(text, roles)
    masked = {m.start(): m.end() for m in MASKED.finditer(text)}
    before, part = 0, Part.EITHER
    for place in sorted({*roles, *masked, *lexicon.surnames(text)}):
        if place < before:
            continue
        left, said = _left(text, place, roles, before, part)
        found = _found(text, place, left)
        if found is not None and found.evidence >= AGAIN:
            part = _part(text, found, roles.get(place), said, policy)
            before = found.end if found.evidence >= name.ENOUGH else before
            yield found, part
        elif place in masked:
            before, part = masked[place], said


def _part(text: str, found: Candidate, held: Role | None, said: Part, policy: Policy) -> Part:
    if said is Part.EITHER and held is not None:
        return office.part(text, held.start, found.end, policy)
    return office.lawyer(text, found.end, policy, said) if said is not Part.MINOR else said


def _left(text: str, place: int, roles: dict[int, Role], before: int, part: Part) -> tuple[str, Part]:
    held = roles.get(place)
    if held is not None:
        return ("label" if held.labelled else "role"), held.part
    if before and _chained(text, before, place):
        return "chain", part
    if place == 0 or text[place - 1] in name.EDGES:
        return ("role" if ADDRESSED.match(text, place) else "edge"), Part.EITHER
    return ("link" if text[place - 1] in name.LINKS or text[place - 1].isdigit() else "none"), Part.EITHER


def _chained(text: str, end: int, place: int) -> bool:
    """Whether only a joint stands between the name before and this one: 张三、李四, 张三(证号…)、李四."""
    if place - end > 45:
        return False
    joint = NOTE.sub("", text[end:place]).strip()
    return joint in ("、", "和", "与", "及", "以及", ",") and text[place - 1] != ","


def _found(text: str, place: int, left: str) -> Candidate | None:
    found = name.best(text, place, left)
    if left not in ("label", "role") or (found is not None and found.evidence >= name.ENOUGH):
        return found
    if (spaced := SPACED.match(text, place)) and lexicon.surname(text, place):
        return Candidate(place, spaced.end(), left, name.ENOUGH)
    value = VALUE.match(text, place)
    if left == "label" and value and _unusual(value[1]):
        return Candidate(place, value.end(1), left, name.ENOUGH)
    return found


def _unusual(value: str) -> bool:
    """A value after 姓名： that is no word, though no surname is known for it."""
    words = lexicon.words()
    plain = name.is_given(value) and value not in name.NOT_NAMES and value[:2] not in words
    return (
        plain and value[-2:] not in words and not role.find_one(value) and not office.is_organisation(value)
    )


def places(text: str, persons: list[Person]) -> dict[str, list[tuple[int, int]]]:
    """Every place where each person is named, with or without spaces, but not inside a company's name.

    >>> places("张志祥到庭,志祥张 张 志 祥", [Person("张志祥")])
    {'张志祥': [(0, 3), (10, 15)]}
    """
    whole = {part: p.name for p in persons for part in _parts(p.name)}
    if not whole:
        return {}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    longest = sorted(whole, key=len, reverse=True)
    for match in re.finditer("|".join("(?: {0,4}|\n)".join(map(re.escape, n)) for n in longest), text):
        if not office.is_firm(text, match.end()):
            found[whole[re.sub("[ \n]", "", match[0])]].append(match.span())
    return dict(found)


def _parts(known: str) -> Iterator[str]:
    """A name and, of a name with dots, the parts that are used alone (买买提)."""
    yield known
    yield from (part for part in known.split("·") if "·" in known and len(part) > 2)
