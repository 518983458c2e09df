"""Putting a measure together: number, title, body, units, deadline and duties, each in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.outline import duty, sentence
from fazhi.outline.clause import Clause
from fazhi.outline.duty import Passage
from fazhi.outline.numbering import Level
from fazhi.outline.reading import Duty, Measure, Span, Unit, Unread
from fazhi.outline.section import Section

TITLE_END = re.compile(r"[。！？\n\u2028]|(?<=[^，,\n]{2})[:：]|[ \u3000]{2,}|\u3000")
LONGEST_TITLE = 60
BLANK = " \t\n\u3000\u2028"
ENDING = re.compile(
    r"^[ \t\u3000]*(?:附件\s*[:：0-9]|附[:：]|抄送|[（(]此件|[上下]一[篇条]|【|相关(?:链接|解读|文档|文件)|"
    r"责任编辑|版权所有|主办单位|打印|分享|扫一扫|关闭|来源[:：])",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Found:
    """A measure with what in it was not understood."""

    measure: Measure
    unread: tuple[Unread, ...]


def read(passage: Passage, section: Section, clauses: list[Clause], *, one_paragraph: bool) -> Found:
    """The measure in a section with the unit clauses that belong to it.

    ``one_paragraph`` says that this document's measures have a single paragraph each, so that what follows
    the last one is not part of it.
    """
    text = passage.text
    end = _end(text, section, clauses, one_paragraph=one_paragraph)
    title, begin = _title(text, section, end, clauses)
    body = list(_without(text, begin, end, clauses))
    duties, doubts = _duties(passage, body)
    measure = Measure(
        number=section.number.written,
        title=title,
        chapter=_chapter(text, section),
        text="\n".join(text[slice(*piece)].strip(BLANK) for piece in body).strip(),
        span=(section.start, end),
        units=units(clauses),
        deadline=next((c.deadline for c in reversed(clauses) if c.deadline), None),
        duties=tuple(duties),
    )
    return Found(measure, (*doubts, *(u for c in clauses for u in c.unread)))


def heading(text: str, section: Section) -> Span:
    """The place of a section's own heading: its first sentence or line."""
    stop = TITLE_END.search(text, section.number.end, section.own_end)
    end = stop.start() if stop else section.own_end
    return section.start, section.start + len(text[section.start : end].rstrip(BLANK))


def _chapter(text: str, section: Section) -> str:
    ancestors = section.ancestors()
    return text[slice(*heading(text, ancestors[-1]))].strip(" \u3000#*") if ancestors else ""


def _end(text: str, section: Section, clauses: list[Clause], *, one_paragraph: bool) -> int:
    """Where a measure ends: with its last unit clause, before a page's ending, or where the next begins."""
    end = section.end
    ending = ENDING.search(text, section.number.end, end)
    end = ending.start() if ending and not any(c.span[1] > ending.start() for c in clauses) else end
    last = max((clause.span[1] for clause in clauses if not clause.inline), default=None)
    if last is not None and not _heads(text, section, clauses):
        line = text.find("\n", last, end)
        end = line if line >= 0 else end
    elif last is None and one_paragraph:
        line = text.find("\n", section.number.end + 1, end)
        end = line if line >= 0 else end
    return section.start + len(text[section.start : end].rstrip(BLANK))


def _heads(text: str, section: Section, clauses: list[Clause]) -> bool:
    """Whether the units stand right behind the title, with the body still to come."""
    before = text[section.number.end : clauses[0].span[0]].strip(BLANK)
    after = text[clauses[-1].span[1] : section.end].strip(BLANK + "。")
    if before.endswith(("。", "；", ";")) and own_line(text, clauses[0].span[0]):
        return False
    return (
        bool(after)
        and "。" not in before.rstrip("。")
        and "\n" not in before
        and len(before) <= LONGEST_TITLE
    )


def own_line(text: str, start: int) -> bool:
    """Whether only blanks stand before a place on its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _title(text: str, section: Section, end: int, clauses: list[Clause]) -> tuple[str, int]:
    """A measure's title and where its body begins; a first sentence that binds stays in the body too."""
    begin = section.number.end
    first = min((clause.span[0] for clause in clauses), default=end)
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(BLANK + "*"))
    stop = TITLE_END.search(text, begin, min(first, end))
    stop_at, after = (stop.start(), stop.end()) if stop else (min(first, end), min(first, end))
    title = text[begin:stop_at].strip(BLANK + "*，,；;")
    rest = "".join(text[slice(*piece)] for piece in _without(text, after, end, clauses)).strip(
        BLANK + "。；;：:"
    )
    binds = section.level == Level.ARTICLE or sentence.figures(sentence.masked(title))
    if rest and not sentence.TITLED.fullmatch(rest + "：") and len(title) <= LONGEST_TITLE and not binds:
        return title, after
    short = title if len(title) <= LONGEST_TITLE else re.split("[，,]", title)[0]
    return short, begin


def _without(text: str, begin: int, end: int, clauses: list[Clause]) -> Iterator[Span]:
    """The stretches of the body between unit clauses."""
    for clause in sorted(clauses, key=lambda c: c.span):
        if begin < clause.span[0] and text[begin : clause.span[0]].strip(BLANK + "。"):
            yield begin, clause.span[0]
        begin = max(begin, clause.span[1])
    if begin < end and text[begin:end].strip(BLANK + "。；;"):
        yield begin, end


def _duties(passage: Passage, body: list[Span]) -> tuple[list[Duty], list[Unread]]:
    read = [duty.read(passage, span) for span in body]
    return [d for duties, _ in read for d in duties], [u for _, doubts in read for u in doubts]


def units(clauses: list[Clause]) -> tuple[Unit, ...]:
    """The units that clauses name, each once, with the first part it is given."""
    named: dict[str, Unit] = {}
    for unit in (unit for clause in clauses for unit in clause.units):
        named.setdefault(unit.name, unit)
    return tuple(named.values())
