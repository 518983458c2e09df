"""A place in a statute: article, paragraph, item, point (条、款、项、目)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi import numeral

N = numeral.PATTERN
ARTICLE = rf"第(?P<article>{N})条(?:之(?P<inserted>{N}))?"
PARAGRAPH = rf"第(?P<paragraph>{N})款"
ITEM = rf"第（?(?P<item>{N})）?项"
POINT = rf"第(?P<point>{N})目"
ARTICLE_NUMBER = re.compile(ARTICLE)
STEP = re.compile(rf"(?:{ARTICLE})?(?:{PARAGRAPH})?(?:{ITEM})?(?:{POINT})?")
JOIN = re.compile(r"、|，|和|及|以及|与")
MAX_RANGE = 400
"""No statute here is longer; a wider 至 is a slip of the pen."""


@dataclass(frozen=True, order=True)
class ArticleNumber:
    """第八十八条, or 第十条之一 (``inserted`` is 1) put between two articles by an amendment."""

    number: int
    inserted: int = 0

    def __str__(self) -> str:
        """As statutes print it.

        >>> str(ArticleNumber(88)), str(ArticleNumber(10, 1))
        ('第八十八条', '第十条之一')
        """
        return f"第{numeral.write(self.number)}条" + (
            f"之{numeral.write(self.inserted)}" if self.inserted else ""
        )


@dataclass(frozen=True)
class Place:
    """An article or a part of it; paragraphs, items and points count from one, ``None`` is the whole."""

    article: ArticleNumber
    paragraph: int | None = None
    item: int | None = None
    point: int | None = None

    def __str__(self) -> str:
        """As a statute cites it.

        >>> str(Place(ArticleNumber(58), 1, 2))
        '第五十八条第一款第二项'
        """
        return str(self.article) + self.within()

    def within(self, context: "Place | None" = None) -> str:
        """The words after the article; what ``context`` (the place named before) already says is left out."""
        words = "" if context or not self.paragraph else f"第{numeral.write(self.paragraph)}款"
        if self.item:
            words += f"第{numeral.write(self.item)}项"
        return words + (f"第{self.point}目" if self.point else "")


def write(places: tuple[Place, ...]) -> str:
    """Several places as they are enumerated, naming the article and paragraph once.

    >>> write(read("第十二条第一款、第十二条第二款、第十三条"))
    '第十二条第一款、第二款、第十三条'
    """
    pairs = zip((None, *places), places, strict=False)
    return "、".join(str(place) if last is None else _after(last, place) for last, place in pairs)


def _after(last: Place, place: Place) -> str:
    if place.article != last.article:
        return str(place)
    if place.paragraph and (place.paragraph != last.paragraph or not place.item):
        return place.within()
    if place.paragraph == last.paragraph and place.item:
        return place.within(context=last)
    return str(place)


def read(text: str) -> tuple[Place, ...]:
    """The places that an enumeration names; ``ValueError`` where it is none.

    >>> [str(p) for p in read("第五条、第七条第一款第（二）项、第三项和第九条")]
    ['第五条', '第七条第一款第二项', '第七条第一款第三项', '第九条']
    >>> [str(p) for p in read("第八条至第十条")]
    ['第八条', '第九条', '第十条']
    """
    places: list[Place] = []
    for part in JOIN.split(text):
        ends = part.split("至")
        if len(ends) > 2:
            raise ValueError(f"not a place: {part!r}")
        first = _read(ends[0], places[-1] if places else None)
        places += _range(first, _read(ends[1], first)) if len(ends) == 2 else [first]
    return tuple(places)


def _read(text: str, last: Place | None) -> Place:
    found = STEP.fullmatch(text)
    if not text or not found or not (last or found["article"]):
        raise ValueError(f"not a place: {text!r}")
    said = {name: numeral.parse(value) for name, value in found.groupdict().items() if value}
    if 0 in said.values():
        raise ValueError(f"counted from one: {text!r}")
    if "article" in said:
        article = ArticleNumber(said["article"], said.get("inserted", 0))
        return Place(article, said.get("paragraph"), said.get("item"), said.get("point"))
    assert last is not None
    return _inherited(last, said)


def _inherited(last: Place, said: dict[str, int]) -> Place:
    if "paragraph" in said:
        return Place(last.article, said["paragraph"], said.get("item"), said.get("point"))
    if "item" in said:
        return Place(last.article, last.paragraph, said["item"], said.get("point"))
    return Place(last.article, last.paragraph, last.item, said["point"])


def _range(first: Place, last: Place) -> Iterator[Place]:
    level = next((n for n in ("point", "item", "paragraph") if getattr(last, n)), "article")
    begin, end = _count(first, level), _count(last, level)
    if _stem(first, level) != _stem(last, level) or not begin < end < begin + MAX_RANGE:
        raise ValueError(f"not a range: {first}至{last}")
    for count in range(begin, end + 1):
        if level == "article":
            yield Place(ArticleNumber(count))
        else:
            yield Place(first.article, **{**_parts(first), level: count})


def _parts(place: Place) -> dict[str, int | None]:
    return {"paragraph": place.paragraph, "item": place.item, "point": place.point}


def _count(place: Place, level: str) -> int:
    value = place.article.number if level == "article" else getattr(place, level)
    return int(value or 0)


def _stem(place: Place, level: str) -> tuple[object, ...]:
    if level == "article":
        return (place.article.inserted, *_parts(place).values())
    return (place.article, *({**_parts(place), level: None}).values())
