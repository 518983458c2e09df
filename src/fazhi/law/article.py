"""An article as statutes divide it: paragraphs are natural ones, items are numbered (款、项、目)."""

import re
from dataclasses import dataclass

from fazhi import numeral
from fazhi.fault import Fault
from fazhi.law.place import ArticleNumber, Place

ITEM = re.compile(rf"[（(]({numeral.PATTERN})[)）]")
POINT = re.compile(r"([0-9０-９]{1,2})[.．、]")


@dataclass(frozen=True)
class Item:
    """One （一） of a paragraph with its points ``1.``, where it has any."""

    number: int
    text: str
    points: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        return (self.text, *self.points)


@dataclass(frozen=True)
class Paragraph:
    """A natural paragraph and the items enumerated under it."""

    text: str
    items: tuple[Item, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        return (self.text, *(line for item in self.items for line in item.lines))


@dataclass(frozen=True)
class Article:
    """One article of an edition: its number, the headings it stands under, its text line by line.

    >>> third = ArticleNumber(3)
    >>> article = Article(third, "办理事项应当：\\n（一）公开；\\n（二）及时。\\n费用免收。")
    >>> article.part(Place(third, 1, 2)), article.part(Place(third, 2))
    ('（二）及时。', '费用免收。')
    """

    number: ArticleNumber
    text: str
    headings: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The text divided; an article that opens with an item has an empty first paragraph."""
        paragraphs: list[Paragraph] = []
        for line in self.text.splitlines():
            _add(paragraphs, line)
        return tuple(paragraphs)

    def part(self, place: Place) -> str:
        """The words of a place in this article; ``Fault`` citation.E006 where it has no such part."""
        if place == Place(self.number):
            return self.text
        lines = self._lines(place)
        if not lines:
            has = f"{self.number}共{len(self.paragraphs)}款"
            raise Fault("citation.E006", f"没有{place}：{has}", "请核对条文后改正款、项、目")
        return "\n".join(lines)

    def _lines(self, place: Place) -> tuple[str, ...]:
        paragraphs = self.paragraphs
        if place.paragraph is None:
            enumerating = [p for p in paragraphs if p.items]
            chosen = enumerating if len(enumerating) == 1 else []
        else:
            chosen = list(paragraphs[place.paragraph - 1 : place.paragraph])
        if place.item is None:
            return chosen[0].lines if chosen else ()
        items = [item for paragraph in chosen for item in paragraph.items if item.number == place.item]
        if not items or place.point is None:
            return items[0].lines if items else ()
        return items[0].points[place.point - 1 : place.point]


def _add(paragraphs: list[Paragraph], line: str) -> None:
    last = paragraphs[-1] if paragraphs else None
    if found := ITEM.match(line):
        item = Item(numeral.parse(found[1]), line)
        above = paragraphs.pop() if last else Paragraph("")
        paragraphs.append(Paragraph(above.text, (*above.items, item)))
    elif last and last.items and POINT.match(line):
        paragraphs[-1] = Paragraph(last.text, (*last.items[:-1], _with_point(last.items[-1], line)))
    else:
        paragraphs.append(Paragraph(line))


def _with_point(item: Item, line: str) -> Item:
    return Item(item.number, item.text, (*item.points, line))
