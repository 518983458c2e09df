"""Words before a name that say whose it is: a party's, an official's, a lawyer's, a child's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from fazhi.documents.redaction import lexicon


class Part(StrEnum):
    """Whose name stands after a word."""

    PRIVATE = "private"
    OFFICIAL = "official"
    EITHER = "either"
    """Said by what follows the name or by the organisation before it (法定代表人, 委托代理人)."""
    MINOR = "minor"


SIGNING = frozenset(("姓名", "签名", "签字"))
"""Words that say whose name it is by the word before them (执法人员签名)."""
ROLES = {word: part for part in Part for word in lexicon.listed(f"roles-{part.value}.txt")}


@dataclass(frozen=True)
class Role:
    """A word of office or part that ends where a name may begin."""

    start: int
    end: int
    part: Part
    labelled: bool
    """Followed by a colon or standing alone in its cell: what comes next is a value."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    longest = sorted(ROLES, key=len, reverse=True)
    spaced = [r" *".join(word) if len(word) <= 4 else word for word in longest]
    first = "".join(sorted({word[0] for word in ROLES}))
    notes = r"(?P<notes>(?: ?\([^()\n]{0,40}\)){0,2})"
    return re.compile(
        rf"(?=[其我你他她{first}])[其我你他她]?(?P<role>{'|'.join(spaced)}){notes}"
        r"(?P<mark>[ \t]*(?:\d ?)?:[ \t_]*\n?[ \t]*|[ \t_]{1,12}|)(?:名叫|叫|为|是|系)?"
    )


def find(text: str) -> Iterator[Role]:
    """The roles of a folded text in order.

    >>> [(r.part.value, r.labelled) for r in find("申请人(死者之子):甲,审 判 员 乙,原告丙")]
    [('private', True), ('private', False), ('private', False), ('official', True), ('private', False)]
    """
    place, before = 0, (0, Part.PRIVATE)
    while match := _pattern().search(text, place):
        word = match["role"].replace(" ", "")
        part = before[1] if word in SIGNING and before[0] == match.start("role") else ROLES[word]
        before = match.end("notes"), part
        labelled = ":" in match["mark"] or match["mark"][:1] in ("\t", " ")
        if labelled or not _is_cut(text, match.start("role"), word):
            yield Role(match.start(), match.end(), part, labelled)
        place = match.end("role")


def _is_cut(text: str, start: int, word: str) -> bool:
    """Whether a short role is the end of another word and the beginning of one (管|理事|项)."""
    cut = text[start - 1 : start + 1] in lexicon.words() and text[start + 1 : start + 3] in lexicon.words()
    return len(word) == 2 and start > 0 and cut


def begins(value: str) -> bool:
    """Whether a value begins with a word of office or part (原告竺可).

    >>> begins("原告竺可"), begins("张志祥")
    (True, False)
    """
    return any(value[:size] in ROLES for size in (2, 3, 4))


def find_one(value: str) -> bool:
    """Whether a short value is itself a word of office or part.

    >>> find_one("负责人"), find_one("张志祥")
    (True, False)
    """
    return value in ROLES or value[-3:] in ROLES or value[-2:] in ROLES
