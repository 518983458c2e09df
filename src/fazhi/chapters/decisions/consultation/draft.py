"""A draft as the public reads it: its clauses, each with the place by which a comment names it."""

from dataclasses import dataclass

from fazhi.chapters.decisions.review import document


@dataclass(frozen=True)
class Piece:
    """One clause: its place from 1, how it is cited, its words."""

    place: int
    label: str
    text: str


def pieces(text: str) -> tuple[Piece, ...]:
    """The clauses of a draft in their order.

    >>> [(one.label, one.text) for one in pieces("第一条 甲。\\n第二条 乙。")]
    [('第一条', '第一条 甲。'), ('第二条', '第二条 乙。')]
    """
    clauses = document.prepare(text).clauses
    found = ((one.label, text[one.span[0] : one.span[1]].strip()) for one in clauses)
    return tuple(Piece(place, label, words) for place, (label, words) in enumerate(found, 1))
