"""Chinese has no spaces: pairs of neighbouring characters make text searchable in any database.

One function feeds SQLite's FTS5 and PostgreSQL's tsvector alike; a hit is confirmed on the plain text.
"""

import re
import unicodedata
from itertools import pairwise

RUN = re.compile(r"[^\W_]+")
BETWEEN = re.compile(r"""[\s,，。;；?？!！、"'“”‘’「」《》〈〉]+""")


def words(text: str) -> list[str]:
    """The words of a question: what parts and encloses words where people write is not looked for itself.

    >>> words("《行政处罚法》　“听证”，期限。"), words("〔2026〕1号")
    (['行政处罚法', '听证', '期限'], ['〔2026〕1号'])
    """
    return [word for word in BETWEEN.split(text) if word]


def index_terms(text: str) -> set[str]:
    """The terms under which a text is found: every pair, and the last character of each run by itself.

    A single character is looked up as the beginning of a term, so that it costs the index nothing.

    >>> sorted(index_terms("查封期限，30日"))
    ['0日', '30', '封期', '日', '期限', '查封', '限']
    """
    terms: set[str] = set()
    for run in _runs(text):
        terms.update(map(str.__add__, run, run[1:]))
        terms.add(run[-1])
    return terms


def query_terms(word: str) -> list[str]:
    """The terms a word needs; a term of one character is to be matched as the beginning of a term.

    >>> query_terms("查封期"), query_terms("限"), query_terms("，")
    (['查封', '封期'], ['限'], [])
    """
    return [term for run in _runs(word) for term in _pairs(run)]


def _pairs(run: str) -> list[str]:
    return ["".join(pair) for pair in pairwise(run)] or [run]


def _runs(text: str) -> list[str]:
    return RUN.findall(unicodedata.normalize("NFKC", text).lower())
