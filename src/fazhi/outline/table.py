"""Task tables: one row a measure, with columns for the task, who leads, who cooperates and by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise, zip_longest

from fazhi.outline import clause, duty
from fazhi.outline.clause import Clause, Context
from fazhi.outline.duty import Passage
from fazhi.outline.measure import Found, units
from fazhi.outline.reading import Duty, Measure, Part, Span, Unread

DITTO = ("〃", "同上")
"""What stands in a cell merged with the one above it (see ``source.grid``), or is written so by hand."""


class Column(StrEnum):
    """What a column of a task table holds, with the words of its head in the order they are tried."""

    LEAD = "牵头|主办|主责"
    COOPERATING = "配合|协办|协同|参与|参加|协助"
    PEOPLE = "领导|责任人|负责人|联系人|联络员"
    RESPONSIBLE = "责任|负责|承办|单位|部门"
    WHEN = "时限|时间|期限|完成"
    NUMBER = "序号|编号|^号$|^项$"
    NOTE = "备注|说明|依据|标准|进展|成果"
    CHAPTER = "类别|领域|板块|^章|一级|分类|方面|环节"
    TASK = "任务|工作|措施|事项|内容|举措|目标|项目|要点"
    DETAIL = "(?!)"
    """A second task column: the first then titles what this one says in detail."""
    NONE = "$"


PARTS = {
    Column.LEAD: Part.LEAD,
    Column.RESPONSIBLE: Part.RESPONSIBLE,
    Column.COOPERATING: Part.COOPERATING,
}
LONGEST_HEAD, LONGEST_CHAPTER = 16, 40
NOTE = re.compile(r"[（(][^（()）]*[)）]")
"""A head's explanation, such as （第一个为牵头单位）, does not say what the column holds."""
RULED = re.compile(r"^[^\n\t]*\t[^\n]*|^[ \u3000]*\|[^\n]*\|[ \u3000]*$", re.MULTILINE)
"""A row: cells between tabs, or between upright bars."""
RULE = re.compile(r"[-:|\s]*")
Cells = dict[Column, Span]


@dataclass(frozen=True)
class Row:
    """A row of a table: its place, the place of each cell by its column, and the chapter it stands under."""

    span: Span
    cells: Cells
    chapter: str


@dataclass(frozen=True)
class Table:
    """A task table: its place and its rows."""

    span: Span
    rows: tuple[Row, ...]


def find(text: str) -> list[Table]:
    """The task tables of a document: tab-separated lines under a head that names units and tasks.

    >>> text = "任务\\t牵头单位\\n甲\\t乙局\\n丙\\t〃"
    >>> [text[slice(*row.cells[Column.LEAD])] for row in find(text)[0].rows]
    ['乙局', '乙局']
    """
    return [table for block in _blocks(text) for table in _tables(text, block)]


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of tab-separated lines; a short line between two of them is a row of a single cell."""
    block: list[Span] = []
    for match in RULED.finditer(text):
        between = _between(text, block[-1][1], match.start()) if block else []
        if len(between) > 1 or any(b - a > LONGEST_CHAPTER for a, b in between):
            yield block
            block, between = [], []
        block += [*between, match.span()]
    if block:
        yield block


def _between(text: str, begin: int, end: int) -> list[Span]:
    return [m.span() for m in re.compile(r"[^\n]*\S[^\n]*").finditer(text, begin, end)]


def _tables(text: str, block: list[Span]) -> Iterator[Table]:
    """The tables of a run of lines, each from its head on; a head that a page repeats begins one more."""
    heads = [(at, *_headed(text, block[at:])) for at in range(len(block))]
    heads = [(at, depth, columns) for at, depth, columns in heads if columns]
    heads = heads[:1] + [head for head in heads[1:] if Column.NONE not in head[2]]
    ends = [*(at for at, _, _ in heads[1:]), len(block)]
    for (at, depth, columns), end in zip(heads, ends, strict=False):
        rows = tuple(_rows(text, block[at + depth : end], columns))
        yield Table((block[at][0], block[end - 1][1]), rows)


def _cells(text: str, line: Span) -> list[Span]:
    if "\t" not in text[slice(*line)] and "|" in text[slice(*line)]:
        bars = [match.start() for match in re.compile(r"\|").finditer(text, *line)]
        return [(a + 1, b) for a, b in pairwise(bars)]
    tabs = (match.start() for match in re.compile("\t").finditer(text, *line))
    return [(a + 1, b) for a, b in pairwise([line[0] - 1, *tabs, line[1]])]


def _headed(text: str, lines: list[Span]) -> tuple[int, list[Column]]:
    """How many lines the head at the first of these lines has, and the columns under it."""
    heads = _heads(text, lines[0])
    depth = 1
    while depth < len(lines) and _goes_on(heads, below := _heads(text, lines[depth])):
        heads = _under(heads, below)
        depth += 1
    return depth, _columns(heads)


def _heads(text: str, line: Span) -> list[str]:
    return [NOTE.sub("", "".join(text[slice(*cell)].split())) for cell in _cells(text, line)]


def _goes_on(above: list[str], below: list[str]) -> bool:
    """Whether a line goes on with a head that has a cell over several: each word names a column."""
    spanning = any(head in ("", *DITTO) for head in above)
    words = [head for head in below if head not in ("", *DITTO)]
    found = {_column(head) for head in words if len(head) <= LONGEST_HEAD}
    return spanning and bool(PARTS.keys() & found) and Column.NONE not in found


def _under(above: list[str], below: list[str]) -> list[str]:
    """The heads of two lines: what the lower says, else what the upper says there or to its left."""
    heads: list[str] = []
    for high, low in zip_longest(above, below, fillvalue=""):
        spanned = heads[-1] if heads and high in DITTO else high
        heads.append(spanned if low in ("", *DITTO) else low)
    return heads


def _column(head: str) -> Column:
    return next(column for column in Column if re.search(column.value, head))


def _columns(heads: list[str]) -> list[Column]:
    """The columns under a head; none where it is no head of a task table."""
    if any(len(head) > LONGEST_HEAD for head in heads):
        return []
    found = [_column(head) for head in heads]
    tasks = [position for position, column in enumerate(found) if column == Column.TASK]
    for position in tasks[1:2]:
        found[position] = Column.DETAIL
    return found if tasks and PARTS.keys() & set(found) else []


def _rows(text: str, lines: list[Span], columns: list[Column]) -> Iterator[Row]:
    chapter = ""
    above: Cells = {}
    for line in lines:
        filled = [cell for cell in _cells(text, line) if text[slice(*cell)].strip()]
        if len(filled) == 1 and text[slice(*filled[0])].strip() not in DITTO:
            chapter = text[slice(*filled[0])].strip()
        elif filled and not RULE.fullmatch(text, *line):
            above = _by_column(text, line, columns, above)
            own = above.get(Column.CHAPTER)
            yield Row(line, above, text[slice(*own)].strip() if own else chapter)


def _by_column(text: str, line: Span, columns: list[Column], above: Cells) -> Cells:
    cells: Cells = {}
    for column, cell in zip(columns, _cells(text, line), strict=False):
        written = text[slice(*cell)].strip()
        if written in DITTO:
            cells |= {column: above[column]} if column in above else {}
        elif written and column != Column.NONE:
            cells.setdefault(column, cell)
    return cells


def read(passage: Passage, table: Table, context: Context) -> Iterator[Found]:
    """The measures of a task table, one a row; rows under one merged number with the same units are one."""
    found = [(row, _row(passage, row, position, context)) for position, row in enumerate(table.rows, 1)]
    for _, same in groupby(
        found, lambda pair: (pair[0].cells.get(Column.NUMBER, pair[0].span), _parts(pair[1]))
    ):
        yield _joined([item for _, item in same])


def _parts(found: Found) -> set[tuple[str, Part]]:
    return {(unit.name, unit.part) for unit in found.measure.units}


def _row(passage: Passage, row: Row, position: int, context: Context) -> Found:
    if Column.TASK in row.cells or Column.DETAIL in row.cells:
        return _measure(passage, row, position, context)
    words = passage.text[slice(*row.span)].strip()
    empty = Measure(str(position), words[:40], row.chapter, "", row.span)
    return Found(empty, (Unread(row.span, words, "这一行没有任务"),))


def _joined(rows: list[Found]) -> Found:
    """One measure out of its rows; where their time limits differ, each duty keeps the one of its row."""
    measures = [found.measure for found in rows]
    first, last = measures[0], measures[-1]
    common = first.deadline if {m.deadline for m in measures} == {first.deadline} else None
    measure = replace(
        first,
        text="\n".join(m.text for m in measures),
        span=(first.span[0], last.span[1]),
        units=tuple({(unit.name, unit.part): unit for m in measures for unit in m.units}.values()),
        deadline=common,
        duties=tuple(_timed(duty, m, common) for m in measures for duty in m.duties),
    )
    return Found(measure, tuple(unread for found in rows for unread in found.unread))


def _timed(duty: Duty, measure: Measure, common: date | None) -> Duty:
    return duty if common or duty.due else replace(duty, due=measure.deadline)


def _measure(passage: Passage, row: Row, position: int, context: Context) -> Found:
    text = passage.text
    body = row.cells.get(Column.DETAIL) or row.cells[Column.TASK]
    stated = [_clause(text, part, row.cells[c], context) for c, part in PARTS.items() if c in row.cells]
    when = row.cells.get(Column.WHEN)
    limit = clause.read(text, when, when, context) if when else None
    duties, doubts = duty.read(passage, body)
    measure = Measure(
        number=_words(text, row, Column.NUMBER).strip(".、（）()") or str(position),
        title=_title(text, row),
        chapter=row.chapter,
        text=text[slice(*body)].strip().replace("\u2028", "\n"),
        span=row.span,
        units=units(stated),
        deadline=limit.deadline if limit else next((c.deadline for c in stated if c.deadline), None),
        duties=tuple(duties),
    )
    return Found(measure, (*doubts, *(u for c in stated for u in c.unread), *_unread(text, row, limit)))


def _words(text: str, row: Row, column: Column) -> str:
    return text[slice(*row.cells[column])].strip() if column in row.cells else ""


def _title(text: str, row: Row) -> str:
    if Column.DETAIL in row.cells and Column.TASK in row.cells:
        return _words(text, row, Column.TASK)
    words = _words(text, row, Column.TASK) or _words(text, row, Column.DETAIL)
    return re.split(r"[。；;\u2028]", words.lstrip("0123456789.、．（）() "))[0][:60]


def _clause(text: str, part: Part, cell: Span, context: Context) -> Clause:
    """A cell of names; a label or a verb inside the cell outweighs the column's head."""
    found = clause.read(
        text, cell, cell, replace(context, first_leads=context.first_leads and part == Part.RESPONSIBLE)
    )
    if re.search("牵头|配合|负责", text[slice(*cell)]):
        return found
    kept = (Part.LEAD, part) if context.first_leads else (part,)
    return replace(found, units=tuple(u if u.part in kept else replace(u, part=part) for u in found.units))


def _unread(text: str, row: Row, limit: Clause | None) -> Iterator[Unread]:
    if Column.PEOPLE in row.cells:
        yield Unread(row.cells[Column.PEOPLE], _words(text, row, Column.PEOPLE), "人员姓名，不作为单位读入")
    if limit and not (limit.deadline or limit.standing or limit.unread):
        yield Unread(row.cells[Column.WHEN], _words(text, row, Column.WHEN), "时限没有读懂")
    yield from limit.unread if limit else ()
