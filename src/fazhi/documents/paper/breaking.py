"""Where a long title is broken: by sense, in a shape that narrows or widens (GB/T 9704—2012, 7.3.1).

The standard asks for whole words and for the shape of a trapezium or a lozenge. Parts of a title are told by
the few words that join them, not by a dictionary: an author who knows better breaks the title himself.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from math import ceil
from unicodedata import east_asian_width

ENDS = re.compile(r"(关于|的|、|，|》|”|）|政府|委员会|办公室|办事处|局|院|公司|大队)$")
BEGINS = re.compile(
    r"关于|印发|转发|报送|公布|废止|修改|调整|进一步|加强|改进|做好|开展|贯彻|推进|和|与|及|或者|有关|若干"
    r"|《|“|（|文件$|通知$|报告$|决定$|意见$|公告$|说明$"
)
"""Words that usually end and begin a part of a title; no clause lists them."""
WORD = re.compile(
    r"行政|规范性|合法性|审核|清理|管理|监督|综合|执法|事项|工作|重大|决策|公平|竞争|审查|目录|办法|规定|制定"
    r"|情况|服务|建设|投资|开发|运营|有限|责任|制度|实施|落实|规范|处罚|复议|调解|信息|公开|公共|安全|城市|市场"
    r"|完成|任务|活动|计划|方案|专项|检查|评查|考核|年度|征求|委托|确认|终止|延长|听证|投诉|举报|处理|答复"
)
"""Words that often stand in such titles: a line that begins with one tears none."""
NEVER_FIRST = frozenset("，。、；：？！”’）》〕】·—…的")
NEVER_LAST = frozenset("“‘（《〔【·—")
ONE = re.compile(r"[0-9A-Za-z.〔〕]{2}|[0-9]号")
QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|（[^（）]*）")

APART, BETWEEN, WITHIN = 60.0, 12.0, 8.0
"""What it costs, in squared characters, to break anywhere, before a word, and inside of what is quoted."""
MOST = 5
"""A title of more lines is none; it is left to the page."""

Line = tuple[int, float, bool]
"""Where a line ends, how long it is, and whether lines have begun to narrow."""
Way = tuple[float, tuple[int, ...]]
"""What the lines so far cost, and where they end."""


def width(text: str) -> float:
    """How many full characters a text is wide.

    >>> width("2026年3月5日")
    6.0
    """
    return sum(1 if east_asian_width(c) in "WF" else 0.5 for c in text)


def broken(text: str, room: float) -> tuple[str, ...]:
    """The lines of a title, of at most so many full characters each; as it is where there are no such lines.

    >>> broken("试验区司法局关于转发市司法局关于做好行政规范性文件清理工作有关事项的通知", 20)
    ('试验区司法局关于转发市司法局关于', '做好行政规范性文件清理工作有关事项的通知')
    >>> broken("行政处罚决定书", 20)
    ('行政处罚决定书',)
    """
    least = max(1, ceil(width(text) / room))
    for lines in range(least, min(least + 2, MOST + 1)):
        if ends := _ends(text, room, lines):
            return tuple(text[start:end].strip() for start, end in zip((0, *ends), ends, strict=False))
    return (text,)


def _ends(text: str, room: float, lines: int) -> tuple[int, ...]:
    """Where the cheapest of so many lines end; nothing where there are none."""
    price, reach = _prices(text), (0.0, *accumulate(width(c) for c in text))
    even = reach[-1] / lines
    ways: dict[Line, Way] = {(0, 0.0, False): (0.0, ())}
    for _ in range(lines):
        longer: dict[Line, Way] = {}
        for line, (spent, ends) in ways.items():
            for found in _following(reach, line, min(room, even * 2), price):
                total = spent + price[found[0]] + (found[1] - even) ** 2
                if found not in longer or total < longer[found][0]:
                    longer[found] = (total, (*ends, found[0]))
        ways = longer
    return min((way for line, way in ways.items() if line[0] == len(text)), default=(0.0, ()))[1]


def _following(reach: tuple[float, ...], line: Line, room: float, price: dict[int, float]) -> Iterator[Line]:
    """Lines that may follow: once lines narrow, none widens again."""
    start, before, narrowing = line
    for end in range(start + 1, len(reach)):
        long = reach[end] - reach[start]
        if long > (before if narrowing else room):
            return
        if end in price:
            yield end, long, bool(start) and (narrowing or long < before)


def _prices(text: str) -> dict[int, float]:
    """The price of a break at each place where one may be; the end of the title is free."""
    inside = {n for found in QUOTED.finditer(text) for n in range(found.start() + 1, found.end())}
    places = (n for n in range(1, len(text)) if _may(text, n))
    return {n: _price(text, n) + WITHIN * (n in inside) for n in places} | {len(text): 0.0}


def _may(text: str, n: int) -> bool:
    last, first = text[:n].rstrip()[-1:], text[n:].lstrip()[:1]
    return not {first} & NEVER_FIRST and not {last} & NEVER_LAST and not ONE.match(text, n - 1)


def _price(text: str, n: int) -> float:
    if ENDS.search(text[:n]) or BEGINS.match(text, n):
        return 0.0
    return BETWEEN if WORD.match(text, n) else APART
