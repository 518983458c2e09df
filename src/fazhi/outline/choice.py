"""Which numbered passages are the measures: those units answer for, or those the document counts through."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from fazhi.outline.clause import Clause
from fazhi.outline.numbering import Level
from fazhi.outline.section import Section, children

PREAMBLE = re.compile(
    r"指导思想|总体(?:要求|目标|思路)|基本原则|(?:工作|主要|发展|总)目标|目标要求|重要(?:意义|性)|形势|背景"
)
OPENING = 40
"""A heading is told from its first characters."""
Owned = dict[Section, list[Clause]]


def measures(text: str, sections: list[Section], clauses: list[Clause]) -> Owned:
    """The sections that are measures, in order, each with its unit clauses (none where it names no units)."""
    owned = _owned(text, sections, [c for c in clauses if not c.inline])
    chosen = _beside(sections, owned) if owned else _counted(text, sections)
    spoken = _answered(sections, [c for c in clauses if c.inline])
    return {s: owned.get(s) or spoken.get(s, []) for s in sections if s in chosen}


def _owned(text: str, sections: list[Section], clauses: list[Clause]) -> Owned:
    owned = _answered(sections, clauses)
    for parent, below in children(sections).items():
        if parent is not None and len(below) > 1 and _speaks_for_all(text, below, owned):
            owned[parent].extend(owned.pop(below[-1]))
    return owned


def _answered(sections: list[Section], clauses: list[Clause]) -> Owned:
    owned: Owned = defaultdict(list)
    starts = [section.start for section in sections]
    for clause in clauses:
        if index := bisect_right(starts, clause.span[0]):
            owned[_answering(sections[index - 1])].append(clause)
    return owned


def _answering(section: Section) -> Section:
    """The passage whose units a clause names: an item （1） or ① inside a measure speaks for the measure."""
    wider = (
        s for s in [section, *section.ancestors()] if s.level <= Level.ARABIC or s.level == Level.ORDINAL
    )
    return next(wider, section)


def _speaks_for_all(text: str, below: list[Section], owned: Owned) -> bool:
    """Whether the units after the last of several items stand for what they all lie in."""
    if below[-1] not in owned or any(section in owned for section in below[:-1]):
        return False
    first = owned[below[-1]][0].span[0]
    own_line = not text[text.rfind("\n", 0, first) + 1 : first].strip()
    return own_line or below[-1].level == Level.ORDINAL


def _beside(sections: list[Section], owned: Owned) -> set[Section]:
    """The owners, and the passages of the same kind in the chapters in which units are named."""
    level = Counter(section.level for section in owned).most_common(1)[0][0]
    above = {ancestor for section in owned for ancestor in section.ancestors()}
    inside = {s for s in sections if any(ancestor in owned for ancestor in s.ancestors())}
    chapters = {_chapter(section) for section in owned}
    alike = {s for s in sections if s.level == level and s not in above | inside and _chapter(s) in chapters}
    return set(owned) | alike


def _chapter(section: Section) -> Section | None:
    ancestors = section.ancestors()
    return ancestors[-1] if ancestors else None


def _counted(text: str, sections: list[Section]) -> set[Section]:
    """Where no units are named: the narrowest passages that are counted, without those that state aims."""
    body = [s for s in sections if not any(_preamble(text, a) for a in [s, *s.ancestors()])]
    level = _counted_level(body)
    if level is None:
        return set()
    above = {ancestor for s in body if s.level == level for ancestor in s.ancestors()}
    leaves = {s for s in body if s.level < level and s.level > Level.SECTION and s not in above}
    return {s for s in body if s.level == level} | (leaves if level <= Level.ARABIC else set())


def _preamble(text: str, section: Section) -> bool:
    return (
        PREAMBLE.search(text[section.number.end : min(section.own_end, section.number.end + OPENING)])
        is not None
    )


def _counted_level(sections: list[Section]) -> Level | None:
    present = Counter(section.level for section in sections)
    if present[Level.ARTICLE]:
        return Level.ARTICLE
    eligible = (Level.ORDINAL, Level.ARABIC, Level.CHINESE_BRACKET, Level.CHINESE)
    through = [level for level in eligible if present[level] > 1 and _counts_through(sections, level)]
    if through and through[0] != Level.CHINESE:
        return through[0]
    return next((level for level in eligible if present[level]), None)


def _counts_through(sections: list[Section], level: Level) -> bool:
    alike = [section for section in sections if section.level == level]
    return len({s.parent for s in alike}) > 1 and all(
        b.number.value > a.number.value for a, b in pairwise(alike)
    )
