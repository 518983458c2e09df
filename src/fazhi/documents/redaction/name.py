"""Where a person's name begins and ends: of all that may be one at a place, the likeliest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.documents.redaction import following, lexicon, office, role
from fazhi.documents.redaction.evidence import NOT_NAMES, TOLD, weigh

MASKED = frozenset("某×*xX_○●□")
GIVEN = re.compile(r"(?:(?!某)[一-鿿])+")
SURE = 9.0
"""The evidence of a value that a label or role stands before and a sex, an age or a number behind."""
ENOUGH = 4.0
"""One place with this much evidence is believed alone."""
LINKS = frozenset("去因入有在见唤打称该、和与及同跟由被对向将给让使为是系叫经按因从至到把以或诉予")
EDGES = frozenset(",，。;；:：()（）\n\t \"'“”‘’《》[]【】?!？！/|>-.")
SOUNDS = re.compile(
    r"(?![东西南北])[巴特尔乌云其木格勒斯日吉图布和白音那顺敖德高娃萨仁娜哈苏琴宝力朝鲁阿古拉塔里山扎西卓玛次旺央宗丹增洛桑达瓦尼顿珠加措杰才让曲嘎贡姆仓旦平]{4,7}"
)
"""Names of other languages, written without a dot."""
TWICE = re.compile(r"([一-鿿])\1(?![一-鿿]{0,1}[某])")
LABELS = frozenset("号码证卡别型族车单")
"""Last characters of what a form asks for (证件号码, 证件类型, 民族)."""


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
    if left in TOLD and (whole := _whole(text, start)):
        return Candidate(start, whole, left, SURE)
    found = list(_candidates(text, start, left))
    return max(found, key=lambda c: (c.evidence, c.end)) if found else None


def _candidates(text: str, start: int, left: str) -> Iterator[Candidate]:
    surname = lexicon.surname(text, start)
    for size in (1, 2, 3) if surname else ():
        given = text[start + surname : start + surname + size]
        end = start + surname + size
        if len(given) == size and is_given(given) and (size < 3 or _is_long(text, start, end, left)):
            yield Candidate(start, end, left, weigh(text, start, end, surname, left))


def _is_long(text: str, start: int, end: int, left: str) -> bool:
    """Whether three characters may follow a surname: only as the whole value of a label (张杨子涵)."""
    whole = end == len(text) or text[end] in following.BOUNDARY
    return left == "label" and whole and plain(text[start:end])


def _whole(text: str, start: int) -> int | None:
    """Where a value ends that something of one human being follows, whatever its characters."""
    for size in (2, 3, 4):
        value = text[start : start + size]
        if len(value) == size and is_given(value) and following.BEARER.match(text, start + size):
            if role.begins(value):
                return None
            surname = lexicon.surname(value, 0) > 0 and value[-1] not in LABELS
            return start + size if plain(value) or (surname and not role.find_one(value)) else None
    return _run_on(text, start)


def _run_on(text: str, start: int) -> int | None:
    """Where a name ends that is known by its characters alone: 乌云其木格, 敏敏."""
    match = SOUNDS.match(text, start) or TWICE.match(text, start)
    if match is None or (match[0][:2] in lexicon.words() and len(match[0]) < 4):
        return None
    return match.end() if following.strength(text, match.end()) >= 1.5 else None


def plain(value: str) -> bool:
    """Whether a value is no organisation, no word of office, no label and not yet masked.

    >>> plain("张志祥"), plain("河东区法院"), plain("负责人"), plain("身份证号")
    (True, False, False, False)
    """
    word = role.find_one(value) or office.is_organisation(value) or value in NOT_NAMES
    return is_given(value) and not word and value[-1] not in LABELS


def is_given(characters: str) -> bool:
    """Whether all are Chinese characters that are no mask: 张某 and 张×× are hidden already.

    >>> is_given("志祥"), is_given("某甲"), is_given("3月")
    (True, False, False)
    """
    return GIVEN.fullmatch(characters) is not None


def has_words(value: str) -> bool:
    """Whether a value or two neighbours in it are a common word (申请|人, 代|履行).

    >>> has_words("申请人"), has_words("张志祥")
    (True, False)
    """
    return any(value[i : i + 2] in lexicon.words() for i in range(len(value) - 1))
