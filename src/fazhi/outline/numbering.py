"""The numbers at which a document divides: 第一章, 一、, 第一条, （一）, 1., （1）, ①, 一是."""

import re
from dataclasses import dataclass
from enum import IntEnum

from fazhi import numeral

CHINESE = "[〇零一二三四五六七八九十百]{1,5}"


class Level(IntEnum):
    """Kinds of number from the widest division to the narrowest."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    CHINESE = 3
    ARTICLE = 4
    CHINESE_BRACKET = 5
    ARABIC = 6
    ARABIC_BRACKET = 7
    CIRCLED = 8
    ORDINAL = 9


WORDS = {"部": Level.PART, "编": Level.PART, "章": Level.CHAPTER, "节": Level.SECTION, "条": Level.ARTICLE}
MARK = (
    rf"第\s*(?P<named>{CHINESE}|[0-9]{{1,3}})\s*(?P<word>部分|编|章|节|条)[ \t\u3000、.．]*"
    rf"|(?P<chinese>{CHINESE})\s*[、．.](?!{CHINESE}[、，])"
    rf"|[（(]\s*(?P<bracketed>{CHINESE})\s*[)）][、.．]?"
    r"|(?P<arabic>[0-9０-９]{1,3})\s*(?:[.．﹒](?![0-9０-９])|、)"
    r"|[（(]\s*(?P<small>[0-9０-９]{1,3})\s*[)）]|(?P<half>[0-9]{1,2})[)）]"
    r"|(?P<circled>[①-⑳])"
    rf"|(?P<ordinal>[一二三四五六七八九十]{{1,2}})是(?!否)"
)
AT_LINE = re.compile(rf"^[ \t\u3000#*>·•\-]*(?:{MARK})", re.MULTILINE)
LISTED = re.compile(r"[^\n。]*(?:[.…·．]{3,}|\t)[ \t]*[0-9]{1,3}[ \t]*$", re.MULTILINE)
"""A line of a table of contents: its heading stands again where the passage begins."""
ATTACHED = re.compile(
    r"^[ \t\u3000]*附[件表]?[ \t\u3000]*[:：]\s*1[.．、][^\n。]*"
    r"(?:\n\s*(?!1[.．、])[1-9][0-9]?[.．、](?![0-9])[^\n。]*$)*",
    re.MULTILINE,
)
"""The names of a document's annexes are counted, but order nothing."""
HEADS = r"(?![ \t\u3000]*(?:\n|\Z))"
WITHIN = re.compile(rf"(?<=[。；;：:）)】〕\n \t\u3000])(?:{MARK}){HEADS}")
ANYWHERE = re.compile(
    rf"(?:(?<=[。；;：:）)】〕\n \t\u3000])|(?<=[一-鿿])(?=[（(0-9０-９第]))(?:{MARK}){HEADS}"
)
GROUPS = {
    "chinese": Level.CHINESE,
    "bracketed": Level.CHINESE_BRACKET,
    "arabic": Level.ARABIC,
    "small": Level.ARABIC_BRACKET,
    "half": Level.ARABIC_BRACKET,
    "ordinal": Level.ORDINAL,
}
FEW = 3
"""With fewer numbers at line starts than this, the document has lost its paragraphs."""


@dataclass(frozen=True)
class Number:
    """A number in the text: its kind, its value, how it is written, and where its words begin."""

    level: Level
    value: int
    written: str
    start: int
    end: int


def find(text: str) -> list[Number]:
    """The numbers that divide a document, in order; without paragraphs only those that continue a count.

    >>> [n.written for n in find("一、总则\\n1.健全机构。增长5.5%。\\n2.优化职能。")]
    ['一', '1', '2']
    >>> [n.written for n in find("一、总则。1.健全机构，增长5.5%。（甲局）2.优化职能。二、附则。3.施行。")]
    ['一', '1', '2', '二', '3']
    """
    annexes = [m.span() for m in ATTACHED.finditer(text)]
    at_line = [
        n
        for m in AT_LINE.finditer(text)
        if (n := _number(m)) and n.level != Level.ORDINAL and not LISTED.match(text, m.end())
    ]
    lost = len(at_line) < FEW
    numbers = _continuing(text, ANYWHERE if lost else WITHIN, at_line, first=lost)
    return [n for n in numbers if not any(a <= n.start < b for a, b in annexes)]


def ordinals(text: str, begin: int, end: int) -> list[Number]:
    """The 一是…二是… of a passage that has no other numbers, counted from one without a gap."""
    found: list[Number] = []
    for match in WITHIN.finditer(text, begin, end):
        number = _number(match)
        if number and number.level == Level.ORDINAL and number.value == len(found) + 1:
            found.append(number)
    return found


def _number(match: re.Match[str]) -> Number | None:
    written = match["named"] or match["circled"] or next((match[g] for g in GROUPS if match[g]), "")
    start = match.end() - len(match[0].lstrip(" \t\u3000#*>·•-"))
    if match["circled"]:
        return Number(Level.CIRCLED, ord(written) - ord("①") + 1, written, start, match.end())
    level = WORDS[match["word"][0]] if match["word"] else next(GROUPS[g] for g in GROUPS if match[g])
    value = numeral.parse(written)
    return Number(level, value, written, start, match.end()) if 0 < value < 400 else None


def _continuing(text: str, pattern: re.Pattern[str], sure: list[Number], *, first: bool) -> list[Number]:
    """Merge numbers at line starts with those inside lines that go on counting where the last one stopped."""
    known = {number.start: number for number in sure}
    inside = (n for m in pattern.finditer(text) if (n := _number(m)))
    merged: list[Number] = []
    for number in sorted({**{n.start: n for n in inside}, **known}.values(), key=lambda n: n.start):
        if number.start in known or (number.level < Level.ARABIC_BRACKET and _next(merged, number, first)):
            merged.append(number)
    return merged


def _next(before: list[Number], number: Number, first: bool) -> bool:
    for last in reversed(before):
        if last.level == number.level:
            return number.value == last.value + 1 or (
                first and number.value == 1 and before[-1].level < number.level
            )
    return first and number.value == 1
