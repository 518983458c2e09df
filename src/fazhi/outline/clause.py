"""Reading one unit clause: who leads, who answers, who cooperates, and by when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from fazhi.outline import deadline, name, role
from fazhi.outline.reading import Part, Span, Unit, Unread

LONGEST_NAME = 30


@dataclass(frozen=True)
class Clause:
    """A unit clause with its place (brackets included), and what in it was not understood."""

    span: Span
    units: tuple[Unit, ...] = ()
    deadline: date | None = None
    standing: bool = False
    unread: tuple[Unread, ...] = ()


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
    kind = role.LABEL.fullmatch(label)
    people = kind is not None and kind["people"] is not None
    for piece in name.pieces(text[begin:end], begin):
        if people:
            draft.unread.append(Unread(piece, text[slice(*piece)], "人员姓名，不作为单位读入"))
        elif not _read_date(draft, text, piece, context):
            _read_name(draft, text, piece)
    after_lead = bool(draft.units) and draft.units[-1].part == Part.LEAD and not label
    _settle(draft, text, role.part(label) if label and not after_lead else Part.RESPONSIBLE)


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
    named = name.bare(text, (piece[0], piece[0] + acting.start()) if acting else piece)
    if named[0] < named[1]:
        draft.waiting.append(named)
    if acting:
        _settle(draft, text, role.part(acting[0]))


def _settle(draft: Draft, text: str, part: Part) -> None:
    for span in draft.waiting:
        written = text[slice(*span)]
        if len(written) > LONGEST_NAME:
            draft.unread.append(Unread(span, written, "不像单位名称"))
        else:
            draft.units.append(Unit(written, part, span))
    draft.waiting.clear()
