"""Whether the characters at a place are a person's name: evidence before, inside and after, added up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.documents.redaction import following, lexicon, office, role

MASKED = frozenset("某×*xX_○●□")
GIVEN = re.compile(r"(?:(?!某)[一-鿿])+")
LEFT = {
    "label": 6.0,
    "role": 4.0,
    "chain": 3.5,
    "line": 1.0,
    "verb": 2.5,
    "title": 2.0,
    "link": 1.0,
    "edge": 1.0,
    "none": -1.5,
}
"""What the place before a name is worth: a label with a colon most, the middle of a clause least."""
TOLD = ("label", "role", "chain", "line")
"""Places where a word before says that a person follows."""
SURE = 9.0
"""The evidence of a value that a label or role stands before and a sex, an age or a number behind."""
ENOUGH = 4.0
"""One place with this much evidence is believed alone."""
LINKS = frozenset("因入有在见唤打称该、和与及同跟由被对向将给让使为是系叫经按因从至到把以或诉予")
EDGES = frozenset(",，。;；:：()（）\n\t \"'“”‘’《》[]【】?!？！/|>-.")
NOT_NAMES = frozenset(lexicon.listed("not-names.txt"))
SOUNDS = re.compile(
    r"(?![东西南北])[巴特尔乌云其木格勒斯日吉图布和白音那顺敖德高娃萨仁娜哈苏琴宝力朝鲁阿古拉塔里山扎西卓玛次旺央宗丹增洛桑达瓦尼顿珠加措杰才让曲嘎贡姆仓旦平]{4,7}"
)
"""Names of other languages, written without a dot."""
TWICE = re.compile(r"([一-鿿])\1(?![一-鿿]{0,1}[某])")
NEVER = frozenset(
    "的了在其与及对将被由从因系称等诉已未经并按到至说要还且但这那们或该此每者又仅再则就都把给让里内外处之所以后部能自不没无也您你我他她它"
)
"""Characters of which no given name is made."""
LABELS = frozenset("号码证卡别型族车单")
"""Last characters of what a form asks for (证件号码, 证件类型, 民族)."""
JOINTS = frozenset("和向同从应")
PLACES = frozenset("路道街庄村镇乡桥里巷楼站县区")
"""Last characters of streets and villages: 鲁山道, 郑庄子 are named after nobody in the case."""
SHOP = re.compile(r"[一-鿿]{0,2}(?:药房|药店|商行|酒店|宾馆|饭店|酒楼|超市|公司|商场|医院|幼儿园|集团|律师事务所)")
"""What makes a name behind which it stands a firm's."""
REGIONS = frozenset("省市县")
"""Last characters of provinces, cities and counties, of which no given name is made."""
FREQUENT = frozenset("万于任曾程秦江高金白石方尹")
"""Surnames that are words as well, but of many people."""
WORDLIKE = frozenset("于任时曾由经全代支都")


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
            yield Candidate(start, end, left, _evidence(text, start, end, surname, left))


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


def _evidence(text: str, start: int, end: int, surname: int, left: str) -> float:
    value, given = text[start:end], text[start + surname : end]
    told = left in TOLD
    unlike = -0.5 if told else -1.5
    behind = following.strength(text, end)
    cut = told and value[0] in lexicon.common() and behind < -1.0 and text[end] not in "和与及同"
    weight = LEFT[left] + (-1.0 if cut else behind) + 0.5 * (len(given) == 2) + 1.5 * (surname == 2)
    weight += sum(1.0 if c in lexicon.given() else unlike for c in given) / len(given)
    weight += 0.75 * len(lexicon.telling().intersection(given))
    weight += 0.5 if value[0] in lexicon.common() else 0.0
    listed = left == "chain" and text[end : end + 1] in following.BOUNDARY
    weight -= (3.0 if left == "label" else 2.0 if listed else 6.0) * len(NEVER.intersection(given[:-1] + given[-1].strip("之")))
    weight -= _as_joint(value, given) if left not in ("label", "chain", "verb") else 0.0
    weight += 1.0 if told and (end == len(text) or text[end] in following.BOUNDARY) else 0.0
    seldom = 0.5 if value[0] in FREQUENT else 1.5
    weight -= seldom if not told and surname == 1 and value[0] in lexicon.rare() else 0.0
    weight -= 1.0 if following.FOLLOWS.match(text, end - 1) and text[end - 1] not in lexicon.given() else 0.0
    weight -= 9.0 if value in NOT_NAMES or given[0] in "氏父母妻" or given in role.ROLES else 0.0
    weight -= (2.0 if told else 9.0) if len(value) > 2 and value[:2] in NOT_NAMES else 0.0
    weight -= 9.0 if value[-1] in REGIONS else 0.0
    weight -= 3.0 if not told and (value[-1] in PLACES or value[-2:] == "庄子") else 0.0
    weight -= 2.0 if not told and SHOP.match(text, end) else 0.0
    weight += 1.0 if left == "link" and _is_clean(text, start, end, surname) else 0.0
    return weight - _as_words(text, start, end, left)


def _is_clean(text: str, start: int, end: int, surname: int) -> bool:
    """Whether a surname and two characters of given names stand where no common word can be read."""
    given = text[start + surname : end]
    return (
        len(given) == 2
        and text[start] in lexicon.common()
        and lexicon.given().issuperset(given)
        and not any(text[i : i + 2] in lexicon.words() for i in range(max(0, start - 1), end))
    )


def _as_joint(value: str, given: str) -> float:
    """How much the first character is a joint or an adverb and no surname (证人向民警, 证人向莉莉)."""
    share = 0.25 if lexicon.telling().intersection(given) else 1.0
    return share * (4.0 * (value[0] in JOINTS) + 2.0 * (value[0] in WORDLIKE))


def _as_words(text: str, start: int, end: int, left: str) -> float:
    """How much the characters are other words: whole (程序), or cut across an edge (正常|情况)."""
    words = lexicon.words()
    value = text[start:end]
    listed = left == "chain" and text[end : end + 1] in following.BOUNDARY
    plainly = value[0] in lexicon.common()
    whole = 3.0 if left == "role" and plainly else 4.5
    weight = (3.5 if listed else whole) if value in words else 0.0
    likely = text[end - 1] in lexicon.given() and following.strength(text, end) >= 1.5
    told = 2.0 if plainly else 4.0
    weight += (
        (told if left in ("role", "chain") else 2.0 if likely else 3.5)
        if len(value) > 2 and value[:2] in words
        else 0.0
    )
    rarely = value[0] in lexicon.rare() and left not in TOLD and not lexicon.given().issuperset(value[1:])
    weight += (2.5 if rarely else 0.5) if len(value) == 3 and value[1:] in words else 0.0
    if left == "label":
        return weight / 2
    weight += 3.0 if start and text[start - 1 : start + 1] in words and left != "role" else 0.0
    across = text[end - 1 : end + 1]
    cut = following.FOLLOWS.match(text, end - 1) if len(value) > 2 else None
    begun = cut is not None and cut[0] == across
    return weight + (2.0 if across in words and (begun or not following.FOLLOWS.match(text, end)) else 0.0)


def has_words(value: str) -> bool:
    """Whether a value or two neighbours in it are a common word (申请|人, 代|履行).

    >>> has_words("申请人"), has_words("张志祥")
    (True, False)
    """
    return any(value[i : i + 2] in lexicon.words() for i in range(len(value) - 1))
