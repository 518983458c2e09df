"""Whether the characters at a place are a person's name: evidence before, inside and after, added up."""

import re

from fazhi.documents.redaction import following, lexicon, office, role

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
NO_NAME = -9.0
"""The weight of what is no name whatever stands around it."""
NOT_NAMES = frozenset(lexicon.listed("not-names.txt"))
NEVER = frozenset(
    "的了在其与及对将被由从因系称等诉已未经并按到至说要还且但这那们或该此每者又仅再则就都把给让里内外处之所以后部能自不没无也您你我他她它"
)
"""Characters of which no given name is made."""
JOINTS = frozenset("和向同从应")
"""Surnames that are joints more often."""
WORDLIKE = frozenset("于任时曾由经全代支都")
"""Surnames that are adverbs and prepositions more often."""
FREQUENT = frozenset("万于任曾程秦江高金白石方尹")
"""Surnames that are words as well, but of many people."""
PLACES = frozenset("路道街庄村镇乡桥里巷楼站县区")
"""Last characters of streets and villages: 鲁山道, 郑庄子 are named after nobody in the case."""
REGIONS = frozenset("省市县")
"""Last characters of provinces, cities and counties, of which no given name is made."""
SEAT = re.compile(
    r"街道|办事处|社区|法庭|法律服务所|派出所|县(?![长里城])|[镇乡](?![长亲静定里上])|村(?![民里支长主会])"
    r"|学区|中心校|[一-鿿]?[市县](?=[一-鿿]{0,10}(?:局|政府|法院|检察院|委员会))|市(?![场民价政级长面])|区(?![别分域块间长])"
)
"""What makes a place of the characters before it: 闻某街道, 沈某县."""
FIRM = re.compile(
    r"[一-鿿]{0,2}(?:药房|药店|商行|酒店|宾馆|饭店|酒楼|超市|公司|商场|医院|幼儿园|集团|律师事务所)"
)
"""What makes a name behind which it stands a firm's."""


def weigh(text: str, start: int, end: int, surname: int, left: str) -> float:
    """How likely a surname of so many characters and what follows it are a name, by what stands before.

    >>> weigh("原告张志祥诉称", 2, 5, 1, "role") > 4 > weigh("张贴诉称", 0, 2, 1, "edge")
    True
    """
    given = text[start + surname : end]
    behind = following.strength(text, end)
    if left == "none" and behind < 0 and lexicon.telling().isdisjoint(given):
        return NO_NAME
    if SEAT.match(text, end) or SEAT.match(text, end - 1) or office.is_company(text, end):
        return NO_NAME
    weight = (
        LEFT[left] + _inside(text[start:end], given, told=left in TOLD) + _behind(text, end, left, behind)
    )
    if left not in TOLD:
        weight -= _untold(text, start, end, surname)
    elif text[start] in lexicon.common() and behind < -1.0 and text[end] not in "和与及同":
        weight -= behind + 1.0
    if left not in ("label", "chain", "verb"):
        weight -= _as_joint(text[start], given)
    return weight - _never(text, end, given, left) - _as_words(text, start, end, left)


def _inside(value: str, given: str, *, told: bool) -> float:
    """What the characters themselves are worth, wherever they stand."""
    unlike = -0.5 if told else -1.5
    weight = sum(1.0 if c in lexicon.given() else unlike for c in given) / len(given)
    weight += 0.5 * (len(given) == 2) + 1.5 * (len(value) - len(given) == 2)
    weight += 0.75 * len(lexicon.telling().intersection(given)) + 0.5 * (value[0] in lexicon.common())
    if len(value) > 2 and value[:2] in NOT_NAMES:
        weight -= 2.0 if told else 9.0
    barred = value in NOT_NAMES or given[0] in "氏父母妻" or given in role.ROLES or value[-1] in REGIONS
    barred = barred or (value[-2] in "路街" and value[-1] in "东西南北口段侧旁")
    return weight + (NO_NAME if barred else 0.0)


def _behind(text: str, end: int, left: str, behind: float) -> float:
    """What the place after the characters is worth."""
    bound = end == len(text) or text[end] in following.BOUNDARY
    begun = text[end - 1] not in lexicon.given() and following.FOLLOWS.match(text, end - 1)
    return behind + 1.0 * (left in TOLD and bound) - 1.0 * bool(begun)


def _untold(text: str, start: int, end: int, surname: int) -> float:
    """What speaks against a name that no word before announces: a street, a firm, a word."""
    weight = 3.0 if text[end - 1] in PLACES or text[end - 2 : end] == "庄子" else 0.0
    weight += 2.0 if FIRM.match(text, end) else 0.0
    if surname == 1 and text[start] in lexicon.rare():
        weight += 0.5 if text[start] in FREQUENT else 1.5
    return weight


def _as_joint(first: str, given: str) -> float:
    """How much the first character is a joint or an adverb: 证人向民警, 由毛进玲, not 证人向莉莉."""
    telling = lexicon.telling().intersection(given) and not lexicon.surname(given, 0)
    share = 0.25 if telling else 1.0
    return share * (4.0 * (first in JOINTS) + 2.0 * (first in WORDLIKE))


def _never(text: str, end: int, given: str, left: str) -> float:
    listed = left == "chain" and text[end : end + 1] in following.BOUNDARY
    each = 3.0 if left == "label" else 2.0 if listed else 6.0
    return each * len(NEVER.intersection(given[:-1] + given[-1].strip("之")))


def _as_words(text: str, start: int, end: int, left: str) -> float:
    """How much the characters are other words: whole (程序), or cut across an edge (正常|情况)."""
    words, value = lexicon.words(), text[start:end]
    weight = _whole(text, start, end, left) if value in words else 0.0
    if len(value) > 2 and value[:2] in words:
        weight += _head(text, start, end, left)
    if len(value) == 3 and value[1:] in words:
        seldom = value[0] in lexicon.rare() and left not in TOLD and not lexicon.given().issuperset(value[1:])
        weight += 2.5 if seldom else 0.5
    if left == "label":
        return weight / 2
    weight += 3.0 if start and text[start - 1 : start + 1] in words and left != "role" else 0.0
    return weight + (2.0 if _runs_on(text, end, len(value)) else 0.0)


def _whole(text: str, start: int, end: int, left: str) -> float:
    if left == "chain" and text[end : end + 1] in following.BOUNDARY:
        return 3.5
    return 3.0 if left == "role" and text[start] in lexicon.common() else 4.5


def _head(text: str, start: int, end: int, left: str) -> float:
    if left in ("role", "chain"):
        return 2.0 if text[start] in lexicon.common() else 4.0
    likely = text[end - 1] in lexicon.given() and following.strength(text, end) >= 1.5
    return 2.0 if likely else 3.5


def _runs_on(text: str, end: int, size: int) -> bool:
    """Whether the last character begins a word with the next one: 店主黄晨|发现."""
    across = text[end - 1 : end + 1]
    if across not in lexicon.words():
        return False
    cut = following.FOLLOWS.match(text, end - 1) if size > 2 else None
    return (cut is not None and cut[0] == across) or not following.FOLLOWS.match(text, end)
