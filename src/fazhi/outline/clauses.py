"""Where the unit clauses of a document stand: in brackets at a measure's end, or on lines of their own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from fazhi.outline import bracket, clause, name, role
from fazhi.outline.clause import Clause, Context
from fazhi.outline.reading import Span

LABEL = f"(?:{role.UNITS}|{role.PEOPLE}|{role.WHEN})"
LINE = re.compile(rf"(?:^|(?<=[。；;）)]))[ \t\u3000【\[]*(?P<line>{LABEL}\s*[^。\n]*。?)", re.MULTILINE)
"""A label and what follows it, on the next line where nothing follows on its own."""
FOOTER = re.compile(
    r"ICP|备案号?[:：]|版权所有|网站标识|网安备|技术支持|邮政编码|地址[:：]|网站地图|责任编辑"
)
CLOSED = re.compile(r"[ \t\u3000]*(?:[。；;]|\n|\Z)")


LISTED = re.compile(r"\s*\n[ \t\u3000]*(?P<names>[^\s：:。][^\n：:。]{1,60})(?=\n|\Z)")
DATED = re.compile(r"[ \t]*\s*\n\s*[0-9二〇○]{4}\s*年")
"""A name above a date signs the document."""
SENTENCE = re.compile(
    r"(?:(?<=[。；;])|^)[ \t\u3000]*+(?P<words>[^。；;：:\n]*(?:牵头|负责)[^。；;\n]*)", re.MULTILINE
)
LEADS = re.compile("牵头|主办|由")


def find(text: str, context: Context) -> list[Clause]:
    """All unit clauses in the order of the text; a page's footer (主办单位：…) is none."""
    stated = [clause.read(text, span, inner, context) for span, inner in _places(text)]
    places = [c.span for c in stated]
    spoken = (s for s in _spoken(text) if not any(a < s[1] and s[0] < b for a, b in places))
    inline = [replace(clause.read(text, s, s, context), inline=True) for s in spoken]
    return sorted([*stated, *inline], key=lambda c: c.span)


def _spoken(text: str) -> Iterator[Span]:
    """The openings of sentences that say who leads: 由甲局牵头，乙局、丙局配合，…"""
    for match in SENTENCE.finditer(text):
        begin = match.start("words")
        pieces = name.pieces(match["words"], begin)
        sharing = takewhile(lambda piece: clause.belongs(text[slice(*piece)]), pieces)
        acting = [piece for piece in sharing if role.acting(text[slice(*piece)])]
        if acting and LEADS.search(text[begin : acting[-1][1]]):
            yield begin, acting[-1][1]


def _places(text: str) -> Iterator[tuple[Span, Span]]:
    taken = 0
    for begin, end in bracket.outermost(text):
        if speaks_of_units(text, begin, end):
            yield from ((line, line) for line in _lines(text, taken, begin))
            yield (begin, end), (begin + 1, end - 1)
            taken = end
    yield from ((line, line) for line in _lines(text, taken, len(text)))


def _lines(text: str, begin: int, end: int) -> Iterator[Span]:
    for match in LINE.finditer(text, begin, end):
        if not FOOTER.search(match[0]):
            yield match.start("line"), _listed(text, *match.span("line"), end)


def _listed(text: str, begin: int, last: int, end: int) -> int:
    """Where a list of names ends that has a line for each, the first below a label that stands alone."""
    alone = role.LABEL.match(text, begin)
    if not alone or "\n" not in text[alone.end() - 1 : last].rstrip():
        return last
    for line in LISTED.finditer(text, last, end):
        if line.start() != last or not _names(line["names"]) or DATED.match(text, line.end()):
            break
        last = line.end()
    return last


def _names(line: str) -> bool:
    return all(name.is_organ(line[slice(*piece)]) for piece in name.pieces(line, 0))


def speaks_of_units(text: str, begin: int, end: int) -> bool:
    """Whether a bracket is a unit clause: by a label, a verb behind names, or as a list after a sentence.

    >>> def closing(text): return speaks_of_units(text, text.index("（"), text.index("）") + 1)
    >>> closing("完成改革。（区司法局、区编办）"), closing("各部门党委（党组）要带头")
    (True, False)
    """
    inner = text[begin + 1 : end - 1]
    label = role.LABEL.search(inner)
    if label and not inner.startswith("除"):
        return True
    plain = role.NOTE.sub("", inner).split("。")[0]
    listed = [plain[slice(*name.bare(plain, span))] for span in name.pieces(plain, 0)]
    if any(role.acting(piece) for piece in listed):
        return all(clause.belongs(piece) for piece in listed)
    closes = CLOSED.match(text, end) and text[max(begin - 9, 0) : begin].rstrip(" \u3000").endswith(
        ("。", "；", "\n")
    )
    named = any(name.is_organ(piece) for piece in listed)
    return bool(closes) and named and all(clause.belongs(piece) for piece in listed)
