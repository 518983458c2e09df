"""The words by which documents give units their parts: labels before names, verbs after them."""

import re

from fazhi.outline import name
from fazhi.outline.reading import Part

LEAD, COOPERATING = "牵头|主办|主责", "配合|协办|协同|参与|参加|协助"
ANY = f"(?:{LEAD}|{COOPERATING}|责任|负责|承办|落实|实施|成员)"
OFFICE = "(?:单位|部门|科室|处室|机关|机构|主体)"
UNITS = (
    rf"(?:总|主要)?{ANY}(?:{OFFICE}?[和及、/]?{ANY})?\s*(?:{OFFICE}\s*[:：】\]]|[:：]|{OFFICE}(?=[\s\u3000]))"
)
PEOPLE = (
    r"(?:总?牵头|责任|分管|负责|包保)?(?:负责)?(?:市|区|县|省)?(?:领导|责任人|负责人|联系人)(?:同志)?\s*[:：]"
)
WHEN = (
    r"(?:(?:完成|办理|落实|整改)?(?:时限|期限)|(?:完成|办结)时间|时间(?:节点|要求|安排|进度)?|"
    r"进度(?:要求|安排))\s*[:：]|(?:完成|办理|落实|整改|办结)(?:时限|期限|时间)(?=[ \t\u3000])"
)
LABEL = re.compile(f"(?P<units>{UNITS})|(?P<people>{PEOPLE})|(?P<when>{WHEN})")
HOW = "(?:共同|联合|分别|具体|抓好|积极|密切|总){0,6}+"
BY_ROLE = "(?:(?:按照?|依|依据|根据)?各?自?(?:职责|职能|任务)?(?:分工)?)"
ACTING = re.compile(
    rf"{HOW}{BY_ROLE}{HOW}(?:牵头(?:负责|抓总|抓好)?|主办|负责|落实|承办|{COOPERATING})"
    r"(?:落实|实施|推进|推动|组织|督导|指导|督促|统筹|协调|办理){0,2}$"
)
RANK = (
    r"(?:列|排|位|名)(?:名|在|于|列)?(?:第一|首位)[^。）)\n]{0,12}牵头"
    "|第一个?(?:责任)?(?:单位|部门)?为牵头|首位为牵头"
)
FIRST_LEADS = re.compile(RANK)
NOTE = re.compile(
    rf"[（(][^（()）]*(?:下同|第一位|首位|第一个?(?:责任)?单位|{RANK})[^（()）]*[)）]?|[，,；;。]\s*(?:下同|{RANK})"
)
"""How the names before it are to be read; itself no name."""


def acting(piece: str) -> re.Match[str] | None:
    """The verb behind a name, where what stands before it can be a name: 区政协办 ends in none.

    >>> acting("区司法局牵头")[0], acting("区政协办"), acting("按职责分工负责")[0]
    ('牵头', None, '按职责分工负责')
    """
    match = ACTING.search(piece)
    before = piece[: match.start()] if match else ""
    return match if not before or name.is_organ(before) else None


def part(word: str) -> Part:
    """The part that a word of duty stands for; 牵头 outweighs 配合, and 配合 outweighs 责任.

    >>> [part(w).value for w in ("牵头责任单位", "协同责任单位", "按职责分工负责")]
    ['lead', 'cooperating', 'responsible']
    """
    if re.search(LEAD, word):
        return Part.LEAD
    return Part.COOPERATING if re.search(COOPERATING, word) else Part.RESPONSIBLE
