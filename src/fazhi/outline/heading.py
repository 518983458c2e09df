"""What a document says about itself: its title, the metadata its page shows, its signature and date."""

import re
from dataclasses import dataclass
from datetime import date

from fazhi.outline import deadline
from fazhi.outline.reading import Span

KEYS = (
    "名称|标题|索引号|信息索引号|发布机构|发文机关|发文机构|制发机构|发文单位|主题|主题分类|主题词|体裁分类|分类|成文日期|"
    "生成日期|产生日期|发文日期|发布日期|公开日期|印发日期|有效性|时效性|效力状态|发文字号|文号|文件编号|施行日期|废止日期|"
    "信息名称|内容概述|公开形式|公开方式|来源"
)
SPACED = "|".join(r"[^\S\n\t]*+".join(key) for key in sorted(KEYS.split("|"), key=len, reverse=True))
GAP = r"[^\S\n\t]*+"
"""White space, never given back: a page of blanks must not be tried in every division."""
FIELD = re.compile(
    rf"(?:^|(?<=[\t|｜\u3000])(?!\u3000)){GAP}[|【\[]?{GAP}(?P<key>{SPACED})[】\]]?{GAP}(?:[:：]{GAP}\t?|[|\t]{GAP})"
    rf"(?P<value>(?!(?:{SPACED}){GAP}[:：])[^\n\t|]+|(?:\n(?!\s*\n|{GAP}(?:{SPACED}){GAP}[:：])[^\n\t|]*)?)",
    re.MULTILINE,
)
KIND = (
    "纲要|方案|计划|规划|意见|要点|清单|分工|分解表|分解|分工表|一览表|措施|安排|决定|规定|办法|条例|细则|"
    "任务书"
)
NOTED = r"(?:[（(][^\n（()）]{1,30}[)）])?"
TITLE = re.compile(
    rf"^[ \t\u3000#]*(?P<title>[^\n。！？；\t]{{2,80}}?(?:{KIND}){NOTED})[ \t\u3000]*$", re.MULTILINE
)
INLINE_TITLE = re.compile(rf"^\s*(?P<title>[^\n。！？；，,]{{4,60}}?(?:{KIND}){NOTED})(?=[\s为根一第])")
ISSUED = re.compile(
    r"印发[《<](?P<title>[^\n]{4,80}?)[》>]的通知|印发(?P<bare>[^《\n](?:[^《\n]|《[^》\n]*》){3,80}?)的通知"
)
EDGES = " \t\u3000#"
NOT_TITLE = re.compile(r"印发给|现将|^[一二三四五六七八九十]+、|^关于转发|[:：]")
YEAR, DAY = "[0-9〇○零一二三四五六七八九]{4}年", "[0-9一二三四五六七八九十]{1,3}"
SIGNED = re.compile(
    r"^[ \t\u3000]*+(?P<office>[^\n\t。，；:：\d]{4,40}?)[ \t\u3000]*+\n"
    rf"\s*(?P<day>{YEAR}{DAY}月{DAY}日)[ \t\u3000]*$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Heading:
    """A document's title, its metadata by the page's own labels, and the places they stand at."""

    title: str
    metadata: dict[str, str]
    places: tuple[Span, ...]
    body: int
    """Where the title is over and the body may begin."""
    year: int | None


def read(text: str, first_number: int) -> Heading:
    """The heading of a document whose first numbered passage begins at ``first_number``.

    >>> text = "有   效  性 :\\n有效\\n\\n甲区方案\\n\\n一、推进改革\\n\\n甲区司法局\\n\\n2022年9月7日"
    >>> heading = read(text, text.index("一、"))
    >>> heading.title, heading.metadata["有效性"], heading.metadata["落款单位"], heading.metadata["成文日期"]
    ('甲区方案', '有效', '甲区司法局', '2022-09-07')
    """
    metadata, places = _fields(text, first_number)
    title, title_places = _title(text, first_number, metadata)
    signed = _signature(text, first_number)
    places += title_places
    body = max((end for _, end in places), default=0)
    if signed:
        metadata["落款单位"], metadata["落款日期"] = signed["office"].strip(), signed["day"]
        places.append(signed.span())
    day = _signed_on(metadata)
    if day and not metadata.get("成文日期"):
        metadata["成文日期"] = day.isoformat()
    return Heading(title, metadata, tuple(sorted(places)), body, _year(title, metadata))


def _fields(text: str, first_number: int) -> tuple[dict[str, str], list[Span]]:
    found: dict[str, str] = {}
    places: list[Span] = []
    for match in FIELD.finditer(text, 0, first_number):
        key = "".join(match["key"].split())
        value = " ".join(match["value"].split())
        if key not in found:
            found[key] = value
            places.append(match.span())
    return found, places


def _title(text: str, first_number: int, metadata: dict[str, str]) -> tuple[str, list[Span]]:
    named = metadata.get("名称") or metadata.get("标题") or metadata.get("信息名称") or ""
    issued = ISSUED.search(named) or ISSUED.search(text[:first_number].replace("\n", ""))
    lines = [m for m in TITLE.finditer(text, 0, first_number) if not NOT_TITLE.search(m["title"])]
    lines = lines or [m for m in [INLINE_TITLE.match(text[:first_number])] if m]
    places = [_whole(text, m) for m in lines]
    whole = (issued["title"] or issued["bare"]).strip() if issued else named
    if issued and lines and whole not in {_joined(text, place) for place in places}:
        return _joined(text, places[-1]), places
    if whole:
        return whole, places or [m.span() for m in re.finditer(re.escape(whole), text[:first_number])]
    place = places[-1] if places else _first_line(text, first_number)
    return _joined(text, place), [*places, place]


def _whole(text: str, match: re.Match[str]) -> Span:
    """A title may run over two lines: a short last line takes the line before it along."""
    begin, end = match.span("title")
    before = text[:begin].rstrip(" \t\u3000").removesuffix("\n")
    line = before[before.rfind("\n") + 1 :]
    if (
        len(match["title"]) <= 8
        and 4 <= len(line.strip()) <= 40
        and not re.search(r"[。：:，]|印发|日$|开\)$", line)
    ):
        return len(before) - len(line.lstrip()), end
    return begin, end


def _joined(text: str, place: Span) -> str:
    return "".join(text[slice(*place)].split())


def _first_line(text: str, first_number: int) -> Span:
    """The first line that can be a title, by its length and its missing stop; an empty place without one."""
    lines = re.compile(r"[^\n]+").finditer(text, 0, first_number)
    bare = (
        (m.start() + len(m[0]) - len(m[0].lstrip(EDGES)), m.start() + len(m[0].rstrip(EDGES))) for m in lines
    )
    return next(((a, b) for a, b in bare if 4 <= b - a <= 60 and text[b - 1] != "。"), (0, 0))


def _signature(text: str, first_number: int) -> re.Match[str] | None:
    """The last office over a date; one after the body outweighs the covering notice's."""
    found = list(SIGNED.finditer(text))
    after = [m for m in found if m.start() > first_number]
    return (after or found)[-1] if found else None


def _signed_on(metadata: dict[str, str]) -> date | None:
    days = deadline.find(metadata.get("落款日期", ""), plain=True)
    return days[0].day if days else None


def _year(title: str, metadata: dict[str, str]) -> int | None:
    """The year that an incomplete date means: the title's single one, else that of the document."""
    years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", title))
    if len(years) == 1:
        return int(years.pop())
    made = (metadata.get(k, "") for k in ("成文日期", "发文日期", "印发日期", "发布日期", "公开日期"))
    dated = next((m for value in made if (m := re.search(r"20\d\d", value))), None)
    return int(dated[0]) if dated else None
