"""Rows that say every word of a question, whichever of the two scripts the reader types."""

from functools import cache

from django.db.models import Q
from opencc import OpenCC

from fazhi.bigram import words


def saying(text: str, *lookups: str) -> Q:
    """The condition that each word stands in one of the columns, as typed or as the texts are stored.

    >>> str(saying("複議", "title__contains"))
    "(OR: ('title__contains', '複議'), ('title__contains', '复议'))"
    """
    found = Q()
    for word in words(text):
        spelt = dict.fromkeys((word, simplified(word)))
        found &= Q(*((lookup, each) for each in spelt for lookup in lookups), _connector=Q.OR)
    return found


def simplified(text: str) -> str:
    """Words to look for as the texts are stored; what the reader typed stays in the field as typed.

    >>> simplified("行政複議")
    '行政复议'
    """
    return text if text.isascii() else str(_converter().convert(text))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
