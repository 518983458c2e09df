"""A statute cut into pages a phone can load, and the day or edition a reader asks for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from fazhi.fault import Fault
from fazhi.law.article import Article
from fazhi.law.statute import Statute as StatuteRecord
from fazhi.statutes import browsing
from fazhi.statutes.browsing import Section
from fazhi.statutes.models import Edition, Statute
from fazhi.web.citing import anchor

LENGTH = 9_000
"""Characters a page aims at; a longer article stands on a page of its own."""


@dataclass(frozen=True)
class Shown:
    """The edition on show, if the library has one, and why it is not the one of the day asked for."""

    edition: Edition | None
    fault: Fault | None = None


def on(statute: Statute, day: date) -> Shown:
    """The edition in force on a day; where none is, the nearest the library has, with the reason."""
    try:
        edition = browsing.edition_of(statute, day)
    except Fault as fault:
        return Shown(_nearest(statute, day), fault)
    if edition:
        return Shown(edition, browsing.doubt(edition, day))
    gone = Fault("statute.E010", "这一天适用的版本没有导入文本", "以下是最接近的版本，请注意区别")
    return Shown(_nearest(statute, day), gone)


def marked(statute: Statute, mark: str) -> Edition | None:
    """The imported edition dated on a day."""
    try:
        return statute.editions.filter(promulgated=date.fromisoformat(mark)).first()
    except ValueError:
        return None


def _nearest(statute: Statute, day: date) -> Edition | None:
    earlier = statute.editions.filter(promulgated__lte=day).order_by("-promulgated").first()
    return earlier or statute.editions.order_by("promulgated").first()


IN_FORCE = "现行有效"
UNSTATED = "施行日期未注明"


def standing(record: StatuteRecord, day: date) -> str:
    """Whether a statute is in force on a day, in a word.

    >>> standing(StatuteRecord("示例办法"), date(2024, 1, 1))
    '版本未收录'
    """
    try:
        edition = record.on(day)
    except Fault as fault:
        return {"citation.E003": "尚未施行", "citation.E004": "已失效"}.get(fault.code, "版本未收录")
    return UNSTATED if record.doubt(edition, day) else IN_FORCE


Part = tuple[Section, ...]


def parts(sections: Iterable[Section]) -> list[Part]:
    """Sections by pages of about ``LENGTH`` characters, a long section over several."""
    pages: list[list[Section]] = [[]]
    room = LENGTH
    for section in sections:
        for article in section.articles:
            if len(article.text) > room and pages[-1]:
                pages.append([])
                room = LENGTH
            room -= len(article.text)
            _put(pages[-1], section.headings, article)
    return [tuple(page) for page in pages]


def _put(page: list[Section], headings: tuple[str, ...], article: Article) -> None:
    if page and page[-1].headings == headings:
        page[-1] = Section(headings, (*page[-1].articles, article))
    else:
        page.append(Section(headings, (article,)))


def headed(sections: Iterable[Section]) -> Iterator[tuple[tuple[str, ...], Section]]:
    """Each section with the headings that are new with it: a chapter is named once above its sections.

    >>> [fresh for fresh, _ in headed([Section(("一章", "一节"), ()), Section(("一章", "二节"), ())])]
    [('一章', '一节'), ('二节',)]
    """
    above: tuple[str, ...] = ()
    for section in sections:
        pairs = zip(above, section.headings, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        yield section.headings[same:], section
        above = section.headings


def page_of(pages: Sequence[Part], asked: str) -> int:
    """The number, from 1, of the page with an article (``88``, ``10-1``); the first where there is none."""
    return next((n for n, page in enumerate(pages, 1) if asked in _anchors(page)), 1)


def _anchors(page: Part) -> set[str]:
    return {anchor(article.number) for section in page for article in section.articles}
