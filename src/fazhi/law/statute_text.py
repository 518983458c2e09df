"""Statute texts as they circulate, read into articles; a broken one is refused with the line."""

import re
from dataclasses import dataclass, field
from datetime import date

from fazhi import numeral
from fazhi.fault import Fault
from fazhi.law import document_number
from fazhi.law.article import Article
from fazhi.law.enactment import Act, Enactment, enactments, in_force_from
from fazhi.law.place import ArticleNumber
from fazhi.law.title import key

N = numeral.PATTERN
END_OF_INFO = "<!-- INFO END -->"
BLANK = " \t\r\n\u3000\u200b\ufeff\xa0"
ARTICLE = re.compile(rf"第({N})条(?:之({N}))?(?:[ \t\u3000\xa0]+|$)(.*)")
DIVISIONS = ("编", "分编", "章", "节")
HEADING = re.compile(rf"第(?:{N})(分编|编|章|节)(?:[ \t\u3000\xa0]+|$)[^，。；]{{0,40}}$")
FILE_NAME = re.compile(r"(?P<title>.+?)[（(_](?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[)）]?$")


@dataclass(frozen=True)
class StatuteText:
    """One edition of a statute as its text says it: title, acts under the title, articles in order."""

    title: str
    promulgated: date
    in_force_from: date | None
    enactments: tuple[Enactment, ...]
    document: str
    preamble: str
    articles: tuple[Article, ...]

    @property
    def enacted(self) -> date | None:
        """The first day recorded for the statute, its first adoption or promulgation."""
        return min((e.on for e in self.enactments if e.act is not Act.IN_FORCE), default=None)


@dataclass
class _Draft:
    """What has been read so far, line by line."""

    head: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)
    articles: list[tuple[ArticleNumber, list[str], tuple[str, ...]]] = field(default_factory=list)
    in_body: bool = False


def decode(content: bytes) -> str:
    """The text of a file in UTF-8 or GB 18030; ``Fault`` statute.E001 where it is neither."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Fault("statute.E001", "文件不是文本", "请提供 UTF-8 或 GB 18030 编码的文本，或者 DOCX 文件")


def edition_day(stem: str) -> date | None:
    """The edition that a file name gives, as 行政处罚法(2021-01-22); ``None`` where it gives none.

    >>> edition_day("行政处罚法(2021-01-22)"), edition_day("行政处罚法_2021-01-22"), edition_day("行政处罚法")
    (datetime.date(2021, 1, 22), datetime.date(2021, 1, 22), None)
    """
    found = FILE_NAME.fullmatch(stem)
    try:
        return date.fromisoformat(found["day"]) if found else None
    except ValueError:
        raise Fault("statute.E005", f"文件名中的日期无效：{stem}", "请写成“名称(2021-01-22)”的形式") from None


def read(text: str, edition: date | None = None) -> StatuteText:
    """Read a whole text; ``edition`` is the day its file name gives.

    Raises ``Fault``: statute.E002 no title, E003 no article, E004 out of order, E005 no edition date.

    >>> text = read("# 示例办法\\n2020年1月1日 发布\\n第一条 甲。\\n第二条 本办法自2020年3月1日起施行。")
    >>> text.promulgated.isoformat(), text.in_force_from.isoformat(), [str(a.number) for a in text.articles]
    ('2020-01-01', '2020-03-01', ['第一条', '第二条'])
    """
    draft = _Draft()
    marked = END_OF_INFO in text
    for number, raw in enumerate(text.splitlines(), 1):
        if line := raw.strip(BLANK):
            _take(draft, line, number, marked)
    return _finish(draft, edition)


def _take(draft: _Draft, line: str, number: int, marked: bool) -> None:
    if line == END_OF_INFO:
        draft.in_body = True
    elif found := ARTICLE.fullmatch(line):
        _open(draft, found, number)
    elif level := _level(line, titled=bool(draft.head)):
        _enter(draft, level, line.lstrip("#").strip(BLANK))
    elif not draft.in_body:
        draft.head.append(line.lstrip("#").strip(BLANK))
    elif draft.articles:
        draft.articles[-1][1].append(line)
    else:
        draft.preamble.append(line)
    draft.in_body |= not marked and bool(draft.articles)


def _level(line: str, *, titled: bool) -> int:
    if found := HEADING.fullmatch(line.lstrip("#").strip(BLANK)):
        return DIVISIONS.index(found[1]) + 1
    return len(DIVISIONS) + 1 if titled and line.startswith("##") else 0


def _enter(draft: _Draft, level: int, heading: str) -> None:
    draft.headings = {**{n: h for n, h in draft.headings.items() if n < level}, level: heading}


def _open(draft: _Draft, found: re.Match[str], line: int) -> None:
    number = ArticleNumber(numeral.parse(found[1]), numeral.parse(found[2]) if found[2] else 0)
    last = draft.articles[-1][0] if draft.articles else ArticleNumber(0)
    following = (ArticleNumber(last.number + 1), ArticleNumber(last.number, last.inserted + 1))
    if number not in following:
        after = f"紧接在{last}之后" if draft.articles else "是全文第一条"
        raise Fault(
            "statute.E004",
            f"第{line}行的{number}{after}，条文缺漏、重复或者次序有误",
            "请补全或者更正后重新导入",
        )
    draft.articles.append((number, [found[3]] if found[3] else [], tuple(draft.headings.values())))


def _finish(draft: _Draft, edition: date | None) -> StatuteText:
    if not draft.head or len(draft.head[0]) > 120:
        raise Fault("statute.E002", "没有找到法律文件名称", "请把名称单独写在第一行")
    if not draft.articles:
        raise Fault("statute.E003", f"《{draft.head[0]}》没有条文", "条文应当以“第一条”加空格起行")
    if empty := [number for number, lines, _ in draft.articles if not lines]:
        raise Fault("statute.E004", f"{empty[0]}没有内容", "请补全后重新导入")
    acts = tuple(enactments(tuple(draft.head[1:])))
    promulgated = edition or max((e.on for e in acts if e.act is not Act.IN_FORCE), default=None)
    if promulgated is None:
        raise Fault(
            "statute.E005",
            f"《{draft.head[0]}》没有写明通过或者公布日期",
            "请在文件名中写明，如“名称(2021-01-22)”",
        )
    articles = tuple(Article(n, "\n".join(lines), path) for n, lines, path in draft.articles)
    effective = in_force_from("\n".join(a.text for a in articles[-5:]), acts, promulgated)
    title = draft.head[0].replace("〈", "《").replace("〉", "》")
    document = _document(draft.head, acts, promulgated)
    return StatuteText(title, promulgated, effective, acts, document, _preamble(draft, title), articles)


def _document(head: list[str], acts: tuple[Enactment, ...], promulgated: date) -> str:
    """The number this edition was issued under: on a line of its own, or with the edition's own date."""
    undated = [line for line in head[1:] if not any(act.text in line for act in acts)]
    lines = [*undated, *(act.text for act in acts if act.on == promulgated)]
    numbers = [found for line in lines for found in document_number.PATTERN.finditer(line)]
    number = document_number.read(numbers[-1][0]) if numbers else None
    return str(number) if number else ""


def _preamble(draft: _Draft, title: str) -> str:
    same = key("".join(draft.preamble)) == key(title)
    return "" if same else "\n".join(draft.preamble)
