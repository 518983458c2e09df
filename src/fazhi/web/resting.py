"""What rests on an article: the deadlines of the packs by the article they cite."""

from collections.abc import Iterator
from functools import cache

from fazhi.fault import Fault
from fazhi.law.citation import parse
from fazhi.law.place import ArticleNumber
from fazhi.law.rule import Rule
from fazhi.law.title import key
from fazhi.packs import rulebook
from fazhi.packs.statutes import catalogue
from fazhi.web.citing import BETWEEN

Cites = dict[ArticleNumber, tuple[Rule, ...]]


def of_statute(title: str, edition: str) -> Cites:
    """Rules by the article of one edition that they rest on, or that moves their last day.

    >>> rules = of_statute("中华人民共和国行政复议法", "2023-09-01")
    >>> [rule.id for rule in rules[ArticleNumber(34)]]
    ['recon-mandatory-suit-15d']
    """
    cites: dict[ArticleNumber, dict[str, Rule]] = {}
    for number, named, rule in _index().get(key(title), ()):
        if named in ("", edition):
            cites.setdefault(number, {})[rule.id] = rule
    return {number: tuple(rules.values()) for number, rules in cites.items()}


@cache
def _index() -> dict[str, tuple[tuple[ArticleNumber, str, Rule], ...]]:
    index: dict[str, list[tuple[ArticleNumber, str, Rule]]] = {}
    for rule in (located.value for located in rulebook.rules().located()):
        for text, edition in _cited(rule):
            for title, number in _articles(text):
                index.setdefault(title, []).append((number, edition, rule))
    return {title: tuple(rows) for title, rows in index.items()}


def _cited(rule: Rule) -> Iterator[tuple[str, str]]:
    yield str(rule.basis), rule.basis.edition
    yield from ((text, "") for text in BETWEEN.split(rule.roll) if text)


def _articles(text: str) -> Iterator[tuple[str, ArticleNumber]]:
    try:
        citation = parse(text)
    except Fault:
        return
    statute = catalogue().get(citation.statute)
    title = key(statute.title if statute else citation.statute)
    yield from ((title, number) for number in dict.fromkeys(place.article for place in citation.places))
