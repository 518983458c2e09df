"""Reading a whole document: every character ends in the heading, a measure or among the unread."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from fazhi.outline import choice, clauses, heading, measure, role, section, sentence, table, wrapping
from fazhi.outline.clause import Clause, Context
from fazhi.outline.duty import Passage
from fazhi.outline.measure import Found
from fazhi.outline.numbering import Level
from fazhi.outline.reading import Reading, Span, Unread
from fazhi.outline.section import Section


@dataclass(frozen=True)
class Body:
    """The parts of a document once divided."""

    sections: list[Section]
    measures: dict[Section, list[Clause]]
    tables: list[table.Table]


def read(text: str) -> Reading:
    """Read the text of any Chinese policy outline, plan or division of tasks.

    >>> text = "甲区方案\\n一、制度\\n1.加强培训。每人每年不少于60学时。（牵头单位：司法局）\\n2.公开结果。"
    >>> reading = read(text)
    >>> [(m.number, m.title, m.named("lead")) for m in reading.measures]
    [('1', '加强培训', ('司法局',)), ('2', '公开结果', ())]
    >>> reading.measures[0].duties[0].quantity, reading.unread
    ('不少于60学时', ())
    """
    joined = wrapping.join(text)
    return joined.restore(_read(joined.text)) if joined.breaks else _read(text)


def _read(text: str) -> Reading:
    sections = section.find(text)
    head = heading.read(text, sections[0].start if sections else len(text))
    context = Context(head.year, role.FIRST_LEADS.search(text) is not None)
    passage = Passage(text, sentence.masked(text), head.year)
    body = _divide(text, sections, context)
    found = list(_measures(passage, body, context))
    covered = [*head.places, *(f.measure.span for f in found), *(t.span for t in body.tables)]
    above = {ancestor for item in body.measures for ancestor in item.ancestors()}
    chapters = (s for s in sections if s in above or s.level <= Level.CHINESE)
    covered += [measure.heading(text, s) for s in chapters if s not in body.measures]
    unread = [*(u for f in found for u in f.unread), *_remainder(text, covered, head.body, sections)]
    return Reading(
        text=text,
        title=head.title,
        metadata=head.metadata,
        measures=tuple(f.measure for f in found),
        unread=tuple(sorted(unread, key=lambda u: u.span)),
    )


def _divide(text: str, sections: list[Section], context: Context) -> Body:
    """Where a task table names the units, the numbered passages without units are its explanation only."""
    tables = list(table.find(text))
    inside = [s for s in sections if not any(a <= s.start < b for a, b in (t.span for t in tables))]
    stated = [
        c
        for c in clauses.find(text, context)
        if not any(a <= c.span[0] < b for a, b in (t.span for t in tables))
    ]
    apart = not tables or any(not c.inline for c in stated)
    measures = choice.measures(text, inside, stated) if apart else {}
    return Body(inside, measures, tables)


def _measures(passage: Passage, body: Body, context: Context) -> Iterator[Found]:
    one = _one_paragraph(passage.text, list(body.measures))
    for item, following in zip_longest(body.measures, [*body.measures][1:]):
        last = item.end == len(passage.text)
        own = replace(item, end=following.start) if following and following.start < item.end else item
        yield measure.read(passage, own, body.measures[item], one_paragraph=one and last)
    for tabled in body.tables:
        yield from table.read(passage, tabled, context)


def _one_paragraph(text: str, measures: list[Section]) -> bool:
    others = [item for item in measures if item.end != len(text)]
    return bool(others) and all("\n" not in text[m.number.end : m.own_end].strip() for m in others)


def _remainder(text: str, covered: list[Span], body: int, sections: list[Section]) -> Iterator[Unread]:
    first = sections[0].start if sections else len(text)
    position = 0
    for begin, end in [*sorted(covered), (len(text), len(text))]:
        if position < begin:
            yield from _paragraphs(text, position, begin, body, first)
        position = max(position, end)


def _paragraphs(text: str, begin: int, end: int, body: int, first: int) -> Iterator[Unread]:
    for line in text[begin:end].split("\n"):
        words = line.strip(" \t\u3000\u2028\r\ufeff|*#。；;，,、：:")
        if words:
            start = begin + line.index(words)
            yield Unread((start, start + len(words)), words, _why(start, body, first))
        begin += len(line) + 1


def _why(start: int, body: int, first: int) -> str:
    if start < body:
        return "题头或页面文字，不在正文之内"
    return "前言，不在任何举措之内" if start < first else "段落不在任何举措之内"
