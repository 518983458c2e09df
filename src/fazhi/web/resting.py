"""What rests on an article: the deadlines, decision tables and procedures of the packs that cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from fazhi.fault import Fault
from fazhi.law.citation import parse, parts
from fazhi.law.place import ArticleNumber
from fazhi.law.rule import Basis, Rule
from fazhi.law.table.table import Table
from fazhi.law.title import key
from fazhi.packs import rulebook
from fazhi.packs.statutes import catalogue
from fazhi.procedure.edition import Edition as Procedure

Element = Rule | Table | Procedure
Cite = tuple[ArticleNumber, str, Element]
"""An article, the edition it is cited in (empty for any), and what cites it."""


@dataclass(frozen=True)
class Resting:
    """What cites one article, each kind in the order of the packs."""

    rules: tuple[Rule, ...]
    tables: tuple[Table, ...]
    procedures: tuple[Procedure, ...]

    def __str__(self) -> str:
        """How many there are of each kind, in Chinese."""
        counts = (
            (len(self.rules), "期限规则", "条"),
            (len(self.tables), "决策表", "张"),
            (len(self.procedures), "程序", "个"),
        )
        return "、".join(f"{what} {number} {measure}" for number, what, measure in counts if number)


Cites = dict[ArticleNumber, Resting]


def of_statute(title: str, edition: str) -> Cites:
    """What rests on each article of one edition, a rule also where the article moves its last day.

    >>> rests = of_statute("中华人民共和国行政复议法", "2023-09-01")
    >>> [rule.id for rule in rests[ArticleNumber(34)].rules], str(rests[ArticleNumber(53)])
    (['recon-mandatory-suit-15d'], '决策表 1 张')
    """
    cites: dict[ArticleNumber, dict[tuple[type, str], Element]] = {}
    for number, named, element in _index().get(key(title), ()):
        if named in ("", edition):
            cites.setdefault(number, {})[type(element), element.id] = element
    return {number: _sorted(tuple(elements.values())) for number, elements in cites.items()}


def _sorted(elements: tuple[Element, ...]) -> Resting:
    return Resting(
        tuple(one for one in elements if isinstance(one, Rule)),
        tuple(one for one in elements if isinstance(one, Table)),
        tuple(one for one in elements if isinstance(one, Procedure)),
    )


@cache
def _index() -> dict[str, tuple[Cite, ...]]:
    index: dict[str, list[Cite]] = {}
    for element in _elements():
        for text, edition in dict.fromkeys(_cited(element)):
            for title, number in _articles(text):
                index.setdefault(title, []).append((number, edition, element))
    return {title: tuple(rows) for title, rows in index.items()}


def _elements() -> Iterator[Element]:
    yield from (located.value for located in rulebook.rules().located())
    yield from (located.value for located in rulebook.tables().located())
    yield from rulebook.procedures()


def _cited(element: Element) -> Iterator[tuple[str, str]]:
    """Every citation in an element, with the edition it names."""
    yield from ((part, basis.edition) for basis in bases(element) for part in parts(str(basis)))
    if isinstance(element, Rule):
        yield from ((text, "") for text in parts(element.roll))


def bases(value: object) -> Iterator[Basis]:
    """Every basis within an element, however deep.

    >>> [str(basis) for basis in bases(((), {"a": Basis("某法", article="第一条")}))]
    ['《某法》第一条']
    """
    if isinstance(value, Basis):
        yield value
        return
    for part in _parts(value):
        yield from bases(part)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple | list | frozenset):
        yield from value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))


def _articles(text: str) -> Iterator[tuple[str, ArticleNumber]]:
    try:
        citation = parse(text)
    except Fault:
        return
    statute = catalogue().get(citation.statute)
    title = key(statute.title if statute else citation.statute)
    yield from ((title, number) for number in dict.fromkeys(place.article for place in citation.places))
