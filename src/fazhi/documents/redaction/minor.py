"""Children: everything that identifies one is hidden (个人信息保护法第二十八条 on those under fourteen)."""

import re
from collections.abc import Iterator

from fazhi.documents.redaction.kind import Kind
from fazhi.documents.redaction.span import Span

ADULT = 18
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?= ?年(?![^,。;\n]{0,9}(?:出 ?生|生[,。;)])))")
"""The years of a document that are not years of birth: the latest tells when it was written."""
AGE = re.compile(
    r"(?:[,(、 ]{1,2}|(?=[今现]年))(?:[男女][,、 ]{1,2})?[^,。;\n()]{0,12}?(?:(?<!\d)(?:[1-9]|1[0-7]) ?周?岁"
    r"|未成年|未满十[四八]|不满十[四八])"
    r"|[^。;\n]{0,10}(?:上|读)[小初高]?[一二三四五六七八九]年级|[^。;\n]{0,3}在[^。,;\n]{2,12}(?:小学|幼儿园|中学)(?:就?读|上|学习)"
)
BORN = re.compile(
    r"[,( ]{1,2}(?:[男女][,、 ]{1,2})?(?:[一-鿿]{1,5}族[,、 ]{1,2})?(?P<year>(?:19"
    r"|20)\d\d) ?年[^,。;\n]{0,9}(?:出?生)"
)
CHILD = re.compile(r"(?:儿子|女儿|孙子|孙女|外孙|外孙女|[之其]子|[之其]女|同学|长子|次子|长女|次女|孩子)$")
SCHOOLING = re.compile(r"小学|幼儿园|年级|班主任|课间|放学|在校")
SCHOOL = re.compile(
    r"(?P<school>[一-鿿]{2,14}?(?:(?<!中)小学|中学|学校|幼儿园|幼稚园|托儿所))(?P<form>(?:[一二三四五六七八九初高大中小0-9]{1,2}年级|[初高][一二三1-3])?(?:[(]?[一二三四五六七八九十0-9]{1,2}[)]?班)?(?:[大中小托]班)?)"
)
LEAD = re.compile(r".*(?:原告|被告|第三人|就读于|就读|在|于|系|是|为|的|到|至|与|和|县|区|市)(?=[一-鿿]{2})")


def latest_year(text: str) -> int:
    """The latest year that a document names other than as somebody's birth; zero where it names none.

    >>> latest_year("2012年3月1日出生。2024年5月"), latest_year("1970年2月6日出生。")
    (2024, 0)
    """
    return max((int(m[0]) for m in YEAR.finditer(text)), default=0)


def is_minor(text: str, end: int, year: int) -> bool:
    """Whether what follows a name says that its bearer was under eighteen in a year.

    >>> is_minor("李四,男,9岁", 2, 0), is_minor("李四,男,39岁", 2, 0)
    (True, False)
    >>> is_minor("李四,男,2012年3月1日出生", 2, 2024)
    True
    """
    if AGE.match(text, end):
        return True
    born = BORN.match(text, end)
    return born is not None and 0 <= year - int(born["year"]) < ADULT


def is_pupil(text: str, start: int) -> bool:
    """Whether a name stands behind a word for a child in a paragraph about a school.

    >>> is_pupil("班主任批评您孙子张三", 8), is_pupil("其子张三", 2)
    (True, False)
    """
    begin, end = _paragraph(text, start)
    return (
        CHILD.search(text[max(begin, start - 4) : start]) is not None
        and SCHOOLING.search(text, max(begin, start - 400), min(end, start + 400)) is not None
    )


def schools(text: str, mentions: list[tuple[int, int]]) -> Iterator[Span]:
    """The schools and classes named in the paragraphs that name a child."""
    for begin, end in {_paragraph(text, place) for place, _ in mentions}:
        for match in SCHOOL.finditer(text, begin, end):
            lead = LEAD.match(match["school"])
            yield Span(match.start() + (lead.end() if lead else 0), match.end(), Kind.MINOR, "某学校")


def _paragraph(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, end if end >= 0 else len(text)
