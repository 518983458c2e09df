"""Names of units as documents list them: which pieces are one name, and what is only said about them."""

import re
from collections.abc import Iterator

from fazhi.outline import bracket
from fazhi.outline.reading import Span

SUFFIX = (
    "局|办|委|厅|部|院|处|室|会|中心|街道|镇|乡|政府|公司|集团|队|所|站|单位|部门|党校|银行|学校|学院|大学|机关|"
    "机构|组|妇联|残联|科协|侨联|文联|工商联|总工会|署|分行|支行|海关|园区|开发区|示范区|新区|管委会|县|区|市|州|旗|"
    "街镇|镇街|企业|团体|地区|总局|部队|平台|专班|指挥部|人大|政协|纪委监委|医院|社区|成员|团队|协会|馆|社|台|报社|等"
)
ORGAN = re.compile(rf"(?:{SUFFIX})(?:[（(][^（()）]*[)）])?$")
TAIL = re.compile(r"\s*等(?:单位|部门|部门和单位|单位和部门)?$")
HEAD = re.compile(r"^\s*(?:由|请|以及|及|和|并由)(?=[一-鿿])")
JOINED = re.compile(
    rf"(?<=[局办委厅部院处室会道镇府心门位行署司队区县市])(?:(?:以及|及|和|与|会同)(?!单位$|部门$)"
    rf"(?=各|相关|有关|其他|.*(?:{SUFFIX})$)"
    r"|等(?=[^、，,等]{0,6}(?:各|有关|相关)[^、，,]*(?:单位|部门|地区|街道|镇|企业)$))"
)
LEVEL = "省|自治区|直辖市|自治州|盟|市|州|县|区|旗|乡镇?|镇|街道|街|功能区|开发区"
SEAT = "党工委|党委|人民政府|政府|管委会|办事处|委员会"
GROUP = re.compile(
    rf"各(?:{LEVEL})(?:[（(][^（()）]*[)）])?"
    rf"(?:(?:、(?:{LEVEL})(?:[（(][^（()）]*[)）])?)+(?:{SEAT})?|(?:{SEAT}))(?:、(?:{SEAT}))*(?:[（(][^（()）]*[)）])?"
    r"(?=[、，,;；\s（(]|$|(?:(?:按|依|根据|分别|共同|具体|抓好|积极|密切)[一-鿿]{0,6})?(?:负责|落实|牵头|配合|参与))"
)
"""One group whose levels are listed: 各县、区人民政府 is not 各县 and 区人民政府."""
SLASHED = re.compile("(?<=[0-9])/(?=[0-9])")
SPACE = re.compile(r"[ \t\n\u3000]+")
SEPARATORS = "、，,;；\u2028/"


def is_organ(name: str) -> bool:
    """Whether a name ends as names of units end.

    >>> is_organ("区委（区政府）督查室"), is_organ("各街道"), is_organ("2021—2025年"), is_organ("试行")
    (True, True, False, False)
    """
    return len(name) >= 2 and ORGAN.search(name) is not None


def pieces(text: str, offset: int) -> Iterator[Span]:
    """The places of the listed pieces, without white space around them, ``offset`` added.

    >>> text = "区委(区政府)督查室、州委编办，区司法局 区财政局"
    >>> [text[a:b] for a, b in pieces(text, 0)]
    ['区委(区政府)督查室', '州委编办', '区司法局', '区财政局']
    """
    whole = GROUP.sub(lambda m: m[0].replace("、", "□"), text) if "各" in text else text
    whole = SLASHED.sub("□", whole) if "/" in whole else whole
    for begin, end in bracket.split(whole, SEPARATORS):
        for a, b in _spaced(text, begin, end):
            yield from _trimmed(text, a, b, offset)


def joined(text: str, span: Span) -> Iterator[Span]:
    """The places of the names that 和 and 等 join within one piece without its verb.

    >>> text = "区文化和旅游局和区财政局等有关部门"
    >>> [text[a:b] for a, b in joined(text, (0, len(text)))]
    ['区文化和旅游局', '区财政局', '有关部门']
    """
    begin, end = span
    cut = begin
    for joint in JOINED.finditer(text[begin:end]):
        yield cut, begin + joint.start()
        cut = begin + joint.end()
    yield cut, end


def _spaced(text: str, begin: int, end: int) -> Iterator[Span]:
    """The parts between spaces or line breaks where each of them is a name; else the whole."""
    if not SPACE.search(text, begin, end):
        yield begin, end
        return
    gaps = [(begin + m.start(), begin + m.end()) for m in SPACE.finditer(text[begin:end])]
    parts = list(zip([begin, *(b for _, b in gaps)], [*(a for a, _ in gaps), end], strict=True))
    parts = [(a, b) for a, b in parts if a < b]
    whole = len(parts) < 2 or not all(is_organ(text[a:b]) for a, b in parts)
    yield from [(begin, end)] if whole else parts


def _trimmed(text: str, begin: int, end: int, offset: int) -> Iterator[Span]:
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip(" \t\n\u3000"))
    right = len(piece.rstrip(" \t\n\u3000。.：:"))
    if left < right:
        yield offset + begin + left, offset + begin + right


def bare(text: str, span: Span) -> Span:
    """A piece without 由 before it and 等 after it; empty where nothing is left.

    >>> text = "由区司法局等"
    >>> text[slice(*bare(text, (0, 6)))]
    '区司法局'
    """
    begin, end = span
    if head := HEAD.match(text[begin:end]):
        begin += head.end()
    if tail := TAIL.search(text[begin:end]):
        end = begin + tail.start()
    return begin, end
