"""Whether the characters at a place are a person's name: evidence before, inside and after, added up."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.documents.redaction import following, lexicon

MASKED = frozenset("某×*xX_○●□")
LEFT = {"label": 6.0, "role": 4.0, "chain": 3.5, "link": 1.0, "edge": 1.0, "none": -1.5}
"""What the place before a name is worth: a label with a colon most, the middle of a clause least."""
ENOUGH = 4.0
"""One place with this much evidence is believed alone."""
LINKS = frozenset("入有在见唤打称该、和与及同跟由被对向将给让使为是系叫经按因从至到把以或诉予")
EDGES = frozenset(",，。;；:：()（）\n\t \"'“”‘’《》[]【】?!？！/|>-.")
NOT_NAMES = frozenset(lexicon.listed("not-names.txt"))
NEVER = frozenset(
    "的了在其与及对将被由从因系称等诉已未经并按到至说要还且但这那们或该此每者又仅再则就都把给让里内外处之所以后部会能自不没无也您你我他她它"
)
"""Characters of which no given name is made."""
JOINTS = frozenset("和向同从应")
WORDLIKE = frozenset("于任时曾由经全")


@dataclass(frozen=True)
class Candidate:
    """Characters that may be a name, and how strongly this one place says so."""

    start: int
    end: int
    left: str
    evidence: float


def best(text: str, start: int, left: str) -> Candidate | None:
    """The likeliest name that begins at a place; none where no surname stands there.

    >>> text = "原告张志祥诉称"
    >>> found = best(text, 2, "role")
    >>> found and text[found.start : found.end]
    '张志祥'
    """
    found = list(_candidates(text, start, left))
    return max(found, key=lambda c: (c.evidence, c.end)) if found else None


def _candidates(text: str, start: int, left: str) -> Iterator[Candidate]:
    surname = lexicon.surname(text, start)
    for size in (1, 2) if surname else ():
        given = text[start + surname : start + surname + size]
        if len(given) == size and is_given(given):
            end = start + surname + size
            yield Candidate(start, end, left, _evidence(text, start, end, surname, left))


def is_given(characters: str) -> bool:
    """Whether all are Chinese characters that are no mask: 张某 and 张×× are hidden already.

    >>> is_given("志祥"), is_given("某甲"), is_given("3月")
    (True, False, False)
    """
    return all("一" <= c <= "鿿" for c in characters) and not MASKED & set(characters)


def _evidence(text: str, start: int, end: int, surname: int, left: str) -> float:
    value, given = text[start:end], text[start + surname : end]
    told = left in ("label", "role", "chain")
    weight = LEFT[left] + following.strength(text, end) + 0.5 * (len(given) == 2) + 1.5 * (surname == 2)
    weight += sum(1.0 if c in lexicon.given() else -1.5 for c in given) / len(given)
    weight += 0.5 if value[0] in lexicon.COMMON else 0.0
    weight -= 6.0 * len(NEVER.intersection(given))
    weight -= (
        (4.0 * (value[0] in JOINTS) + 2.0 * (value[0] in WORDLIKE)) if left not in ("label", "chain") else 0.0
    )
    weight += 1.0 if told and (end == len(text) or text[end] in following.BOUNDARY) else 0.0
    weight -= 1.5 if not told and surname == 1 and value[0] in lexicon.RARE else 0.0
    weight -= 1.0 if following.FOLLOWS.match(text, end - 1) and text[end - 1] not in lexicon.given() else 0.0
    weight -= 9.0 if value in NOT_NAMES or value[:2] in NOT_NAMES else 0.0
    return weight - _as_words(text, start, end, left)


def _as_words(text: str, start: int, end: int, left: str) -> float:
    """How much the characters are other words: whole (程序), or cut across an edge (正常|情况)."""
    words = lexicon.words()
    value = text[start:end]
    weight = 4.5 if value in words else 0.0
    weight += (2.0 if left in ("role", "chain") else 4.0) if len(value) > 2 and value[:2] in words else 0.0
    weight += 0.5 if len(value) == 3 and value[1:] in words else 0.0
    if left == "label":
        return weight / 2
    weight += 3.0 if start and text[start - 1 : start + 1] in words and left != "role" else 0.0
    return weight + (
        2.0 if text[end - 1 : end + 1] in words and not following.FOLLOWS.match(text, end) else 0.0
    )
