"""Names of other forms: 阿不都·买买提, John Smith; and the label that must stand before the latter."""

import re
from collections.abc import Iterator, Mapping

from fazhi.documents.redaction import following, lexicon, name
from fazhi.documents.redaction.name import Candidate
from fazhi.documents.redaction.role import Part, Role

DOTTED = re.compile(r"(?:[一-鿿]{2,16}|(?<![一-鿿])[一-鿿])(?:·[一-鿿]{2,6}(?=·)){0,3}·[一-鿿]{2,14}")
LATIN = re.compile(r"[A-Z][A-Za-z'.\-]*(?:[ ·,][ ]?[A-Z][A-Za-z'.\-]*){0,4}")
BEARER = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Za-z'\-]+(?: [A-Z][A-Za-z'.\-]*){1,4}"
    r"(?=[ ,(]{1,3}(?:[男女](?![一-鿿])|[一-鿿]{2,8}(?:国籍|籍|人[,)])|国籍|护照|[A-Z]\d{7,8}))"
)
"""A name of two words and more before a sex, a nationality or a passport."""
BOTH = re.compile(
    r"(?<![一-鿿])(?P<chinese>[一-鿿]{2,4}) ?\((?P<latin>[A-Z][A-Za-z'\-]+"
    r"(?:[ ,]{1,2}[A-Z][A-Za-z'\-]*){1,4})\)"
)
"""A name in two scripts: 朴某某(PARK …)."""
NATION = re.compile(r"[,(] ?[一-鿿]{1,6}国?籍")
FIRM = re.compile(r"[ ,]*(?:Co|Ltd|Inc|LLC|GmbH|Corp|公司|牌|集团|品牌|系列|型)", re.IGNORECASE)
BEFORE = re.compile(r"原告|被告|当事人|申请人|第三人|询问|居民|村民|[与和对向被由将及]")
SOUNDS = re.compile(
    r"[阿艾买麦努尔古丽热依木提江玛拜克孜赛迪吐逊帕塔尼亚库班肉扎伊布拉卡斯米萨比哈里吾甫都肖开地力祖农亥"
    r"乌云其格勒日图和白音那顺敖德高娃仁琴宝朝鲁苏才让卓多杰央金措次旦洛桑旺姆瓦巴什罗维奇娜莎汗合孙不外约"
    r"马达沙吉玉素英沃加夏衣再屯则司铁牙]+$"
)
"""Characters that write the sounds of other languages, up to the dot."""
QUOTED = re.compile(r"[《“\"][^》”\"\n]*$")


def foreign_names(text: str, roles: Mapping[int, Role]) -> Iterator[tuple[Candidate, Part]]:
    """Names with a dot anywhere, names in Latin letters on a label.

    >>> [text[c.start : c.end] for text in ["原告阿不都·买买提诉称"] for c, _ in foreign_names(text, {})]
    ['阿不都·买买提']
    """
    for match in DOTTED.finditer(text):
        start = _start(text, *match.span(), roles)
        end = _end(text, start, match.end())
        short = text[start + 1] == "·" and not (following.BEARER.match(text, end) or NATION.match(text, end))
        if (
            "·" in text[start:end]
            and (not short or start in roles)
            and not name.MASKED & set(text[start:end])
            and not FIRM.match(text, end)
            and not QUOTED.search(text[max(0, start - 30) : start])
        ):
            held = roles.get(start)
            yield Candidate(start, end, "label", name.ENOUGH), held.part if held else Part.PRIVATE
    for match in BEARER.finditer(text):
        yield Candidate(*match.span(), "label", name.ENOUGH), Part.PRIVATE
    for match in BOTH.finditer(text):
        if name.plain(match["chinese"]) and lexicon.surname(match["chinese"], 0):
            yield Candidate(*match.span("chinese"), "label", name.ENOUGH), Part.EITHER
            yield Candidate(*match.span("latin"), "label", name.ENOUGH), Part.PRIVATE
    for place, held in roles.items():
        found = LATIN.match(text, place)
        if held.labelled and found and len(found[0]) > 3 and not FIRM.match(text, found.end()):
            yield Candidate(place, found.end(), "label", name.ENOUGH), held.part


def _start(text: str, start: int, end: int, roles: Mapping[int, Role]) -> int:
    """Where the name begins after words run together with it (原告阿不都, 经询问阿不都)."""
    dot = text.index("·", start, end)
    begun = [place for place in range(start, dot) if place in roles]
    begun += [m.end() for m in BEFORE.finditer(text, start, dot)]
    sounds = SOUNDS.search(text, start, dot)
    begun += [sounds.start()] if sounds and _is_before(text[start : sounds.start()]) else []
    return max([start, *(b for b in begun if b < dot)])


def _is_before(run: str) -> bool:
    """Whether characters run together with a name are words before it (证实, 擅自为) and no part of it."""
    return run[-1:] in name.LINKS | {"除"} or name.has_words(run)


def _end(text: str, start: int, end: int) -> int:
    last = text.rindex("·", start, end)
    for place in range(last + 3, end):
        if SOUNDS.fullmatch(text, place, end):
            return end
        sound = SOUNDS.fullmatch(text, place, place + 1) and following.FOLLOWS.match(text, place + 1)
        if not sound and _follows(text, place):
            return place
    return end


def _follows(text: str, place: int) -> bool:
    return following.FOLLOWS.match(text, place) is not None or text[place : place + 2] in lexicon.words()
