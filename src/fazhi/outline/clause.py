"""Reading one unit clause: who leads, who answers, who cooperates, and by when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fazhi.outline import deadline, name, role
from fazhi.outline.reading import Part, Span, Unit, Unread

LONGEST_NAME = 30
NOBODY = re.compile(r"无|[^\w]+")
"""What stands in place of a name where there is none: 无, —."""


@dataclass(frozen=True)
class Clause:
    """A unit clause with its place (brackets included), and what in it was not understood."""

    span: Span
    units: tuple[Unit, ...] = ()
    deadline: date | None = None
    standing: bool = False
    unread: tuple[Unread, ...] = ()
    inline: bool = False
    """Stands in a sentence of the body (由甲局牵头，乙局配合，…), which goes on behind it."""


@dataclass(frozen=True)
class Context:
    """What the whole document says about its clauses: its year, and whether the first named unit leads."""

    year: int | None = None
    first_leads: bool = False


@dataclass
class Draft:
    """A clause while it is read; ``waiting`` are names whose part stands behind them (甲、乙牵头)."""

    units: list[Unit]
    unread: list[Unread]
    waiting: list[Span]
    day: date | None = None
    standing: bool = False


def read(text: str, span: Span, inner: Span, context: Context) -> Clause:
    """The clause between two places of a text; ``inner`` leaves its brackets out.

    >>> text = "（区司法局、区编办牵头，各街道配合，2025年6月底前完成）"
    >>> clause = read(text, (0, len(text)), (1, len(text) - 1), Context())
    >>> [(u.name, u.part.value) for u in clause.units], clause.deadline.isoformat()
    ([('区司法局', 'lead'), ('区编办', 'lead'), ('各街道', 'cooperating')], '2025-06-30')
    """
    draft = Draft([], [], [])
    for label, begin, end in _sections(text, *inner):
        _read_section(draft, text, (begin, end), label, context)
    units = sorted(draft.units, key=lambda unit: unit.span)
    if context.first_leads and units and not any(unit.part == Part.LEAD for unit in units):
        units[0] = replace(units[0], part=Part.LEAD)
    return Clause(span, tuple(units), draft.day, draft.standing, tuple(draft.unread))


def _sections(text: str, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    label = ""
    for match in role.LABEL.finditer(text, begin, end):
        if match.start() > begin:
            yield label, begin, match.start()
        label, begin = match[0], match.end()
    yield label, begin, end


def _read_section(draft: Draft, text: str, section: Span, label: str, context: Context) -> None:
    begin, end = section
    if note := role.NOTE.search(text, begin, end):
        end = note.start()
    end = _sentence(draft, text, begin, end)
    kind = role.LABEL.fullmatch(label)
    people = kind is not None and kind["people"] is not None
    for piece in name.pieces(text[begin:end], begin):
        if people:
            draft.unread.append(Unread(piece, text[slice(*piece)], "人员姓名，不作为单位读入"))
        elif not _read_date(draft, text, piece, context):
            _read_name(draft, text, piece)
    after_lead = bool(draft.units) and draft.units[-1].part == Part.LEAD and not label
    _settle(draft, text, role.part(label) if label and not after_lead else Part.RESPONSIBLE)


def _sentence(draft: Draft, text: str, begin: int, end: int) -> int:
    """Where the names end: a sentence behind them (以下各项均需…落实。) names no units of this clause."""
    stop = text.find("。", begin, end)
    rest = list(name.pieces(text[stop + 1 : end], stop + 1)) if stop >= 0 else []
    if not rest or all(belongs(text[slice(*piece)]) for piece in rest):
        return end
    place = rest[0][0], rest[-1][1]
    draft.unread.append(Unread(place, text[slice(*place)], "分工之外的说明"))
    return stop


def belongs(piece: str) -> bool:
    """Whether a piece of a unit clause is a name, with or without its verb, a date or a bare verb.

    >>> [belongs(p) for p in ("各街道", "由区司法局牵头", "2025年底前完成", "分别负责", "不再列出")]
    [True, True, True, True, False]
    """
    plain = role.ACTING.sub("", piece)
    dated = deadline.STANDING.search(piece) or deadline.find(piece, 2000, plain=True)
    return not plain or name.is_organ(plain) or bool(dated)


def _read_date(draft: Draft, text: str, piece: Span, context: Context) -> bool:
    written = text[slice(*piece)]
    if name.is_organ(written):
        return False
    found = deadline.find(written, context.year, plain=True)
    standing = deadline.STANDING.search(written) is not None
    draft.standing = draft.standing or standing
    if not found:
        return standing
    for item in found:
        draft.day = item.day or draft.day
        if item.doubt:
            draft.unread.append(Unread(piece, written, item.doubt))
    return True


def _read_name(draft: Draft, text: str, piece: Span) -> None:
    written = text[slice(*piece)]
    acting = role.acting(written)
    whole = (piece[0], piece[0] + acting.start()) if acting else piece
    named = (name.bare(text, span) for span in name.joined(text, whole))
    draft.waiting += [span for span in named if span[0] < span[1]]
    if acting:
        _settle(draft, text, role.part(acting[0]))


def _settle(draft: Draft, text: str, part: Part) -> None:
    for span in draft.waiting:
        written = text[slice(*span)]
        if NOBODY.fullmatch(written):
            continue
        if len(written) > LONGEST_NAME:
            draft.unread.append(Unread(span, written, "不像单位名称"))
        else:
            draft.units.append(Unit(written, part, span))
    draft.waiting.clear()
