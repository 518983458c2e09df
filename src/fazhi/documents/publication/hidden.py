"""A place that is hidden, whoever decided it: the rules that proposed it or a person."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Protocol


class Hidden(Protocol):
    """Characters ``start`` to ``end`` (exclusive) of the original, published as ``masked``."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def masked(self) -> str: ...


def published(text: str, marks: Iterable[Hidden]) -> str:
    """The text with its marks applied; they stand in order and do not overlap."""
    pieces, place = list[str](), 0
    for mark in marks:
        pieces += [text[place : mark.start], mark.masked]
        place = mark.end
    return "".join([*pieces, text[place:]])


def values(text: str, marks: Sequence[Hidden]) -> frozenset[str]:
    """What must be found nowhere in a redacted file: hidden words that the published text does not say.

    Spaces and line breaks are left out, as they are wherever the words are looked for. A reviewer may leave a
    name standing in one place that is hidden in another: then it is no longer a secret of the file. Two
    digits or one character occur everywhere and prove nothing.
    """
    said = squeezed(published(text, marks))
    hidden = {squeezed(text[mark.start : mark.end]) for mark in marks}
    return frozenset(value for value in hidden if _tells(value) and value not in said)


def file_stem(name: str, marks: Iterable[Hidden] = (), text: str = "") -> str:
    """A file name without its kind, as it may be published and as every system can save it.

    ``marks`` in ``text`` hide the same words in the name.

    >>> file_stem("电话***的答复.docx")
    '电话＊＊＊的答复'
    """
    stem = PurePath(name).stem
    for mark in marks:
        if _tells(value := text[mark.start : mark.end]):
            stem = stem.replace(value, mark.masked)
    return stem.replace("*", "＊")


def squeezed(text: str) -> str:
    """Text without white space: a value may be broken between two lines.

    >>> squeezed("张 志\\n祥")
    '张志祥'
    """
    return "".join(text.split())


def _tells(value: str) -> bool:
    return len(value) > (3 if value.isascii() else 1)
