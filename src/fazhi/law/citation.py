"""Citations as officials write them: 《行政复议法》第八十八条第二款 (DESIGN §3)."""

import re
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.law import document_number, place
from fazhi.law.place import ArticleNumber, Place
from fazhi.law.title import key, tidy

__all__ = ["ArticleNumber", "Citation", "Place", "parse"]

EDITION = re.compile(r"（(?P<edition>[0-9]{4}(?:-[0-9]{2}-[0-9]{2}|年?(?:版|修正|修订|修正本|修订本)?))）$")
BRACKETED = re.compile(r"（(?P<number>[^（）]+)）$")
BETWEEN = re.compile(r"(?<=[条款项目])、(?!第)")
"""What parts two citations; within one, 、 is followed by 第, and in a title by no place."""
MARKED = re.compile(r"《(?P<title>.+)》")


@dataclass(frozen=True)
class Citation:
    """A statute with the places cited in it; none means the whole statute.

    ``edition`` is the mark after the title, a year, a date or a document number; empty for what is in force.
    """

    statute: str
    places: tuple[Place, ...] = ()
    edition: str = ""

    def __str__(self) -> str:
        """As an official document prints it.

        >>> str(parse("行政处罚法第五十八条第一款第(二)项"))
        '《行政处罚法》第五十八条第一款第二项'
        >>> str(parse("国办发[2018]118号")), str(parse("《优化营商环境条例》（2019）第五条、第七条"))
        ('国办发〔2018〕118号', '《优化营商环境条例》（2019）第五条、第七条')
        """
        mark = f"（{self.edition}）" if self.edition else ""
        return _print(self.statute) + mark + place.write(self.places)


def _print(statute: str) -> str:
    if document_number.read(statute):
        return statute
    return f"《{statute.replace('《', '〈').replace('》', '〉')}》"


def parse(text: str) -> Citation:
    """Read a citation in any of the ways people write it; a ``Fault`` says what cannot be read.

    >>> citation = parse("中华人民共和国行政复议法第88条第2款")
    >>> citation.statute, [str(p) for p in citation.places]
    ('中华人民共和国行政复议法', ['第八十八条第二款'])
    >>> parse("《意见》（国办发〔2018〕118号）").edition
    '国办发〔2018〕118号'
    """
    plain = tidy(text)
    head, tail = _split(plain)
    statute, edition = _edition(head)
    marked = MARKED.fullmatch(statute)
    title = (marked["title"] if marked else statute).replace("〈", "《").replace("〉", "》")
    if not key(title) or not _balanced(title):
        raise Fault(
            "citation.E001", f"“{text}”没有写明法律文件名称", "请写成“行政复议法第八十八条第二款”的形式"
        )
    try:
        return Citation(title, place.read(tail) if tail else (), edition)
    except ValueError:
        raise Fault(
            "citation.E001", f"“{text}”中的“{tail}”不是条款项", "请写成“第五十八条第一款第二项”的形式"
        ) from None


def parts(text: str) -> tuple[str, ...]:
    """The single citations of several in a row.

    >>> parts("行政复议法第八十八条第一款、民事诉讼法第八十五条第三款"), parts("行政处罚法第五条、第七条")
    (('行政复议法第八十八条第一款', '民事诉讼法第八十五条第三款'), ('行政处罚法第五条、第七条',))
    """
    return tuple(filter(None, BETWEEN.split(text)))


def written(text: str) -> str:
    """Several citations as an official document prints them; what is none stays as it stands.

    >>> written("行政复议法第88条第1款、民事诉讼法第八十五条第三款")
    '《行政复议法》第八十八条第一款、《民事诉讼法》第八十五条第三款'
    """
    return "、".join(map(_written, parts(text)))


def _written(text: str) -> str:
    try:
        return str(parse(text))
    except Fault:
        return text


def _split(plain: str) -> tuple[str, str]:
    after_title = plain.rfind("》") + 1
    found = place.ARTICLE_NUMBER.search(plain, after_title)
    start = found.start() if found else len(plain)
    return plain[:start], plain[start:]


def _edition(head: str) -> tuple[str, str]:
    if found := EDITION.search(head):
        return head[: found.start()], found["edition"]
    found = BRACKETED.search(head)
    if found and found.start() and (number := document_number.read(found["number"])):
        return head[: found.start()], str(number)
    number = document_number.read(head)
    return (str(number), "") if number else (head, "")


def _balanced(title: str) -> bool:
    return title.count("《") == title.count("》") and not title.startswith("》")
