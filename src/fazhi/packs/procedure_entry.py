"""The parts of a procedure as a lawyer writes them: every part has a Chinese title and its article."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from fazhi.law.period import Period
from fazhi.law.unit import CHINESE
from fazhi.packs.condition_entry import Answer, ConditionEntry
from fazhi.packs.entry import Entry
from fazhi.procedure.act import Kind
from fazhi.procedure.role import RoleKind
from fazhi.procedure.transition import Way

UNITS = {written: unit for unit, written in CHINESE.items()}
LIMIT = re.compile(rf"([0-9]{{1,4}})({'|'.join(UNITS)})")


def _limit(text: str) -> str:
    if not LIMIT.fullmatch(text):
        raise ValueError("期限写作“20个工作日”“15日”“6个月”")
    return text


Limit = Annotated[str, AfterValidator(_limit)]
"""A period in words: 20个工作日, 15日, 6个月."""
Names = tuple[str, ...]
Title = Annotated[str, Field(min_length=1, max_length=120)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,59}$")]
"""What names a part in files, addresses and the database: letters, digits, - and _."""
Times = Annotated[int, Field(ge=1, le=1_000)]


def period(limit: str) -> Period:
    """A period from its words.

    >>> str(period("20个工作日"))
    '20个工作日'
    """
    found = LIMIT.fullmatch(limit)
    assert found, limit
    return Period(int(found[1]), UNITS[found[2]])


class Cited(Entry):
    """Anything that rests on an article: of the procedure's main statute, or 《另一法》第几条."""

    basis: str


class RoleEntry(Cited):
    title: Title
    kind: RoleKind = RoleKind.OFFICIAL
    post: str = ""
    qualification: str = ""
    persons: Times = 1
    differs_from: Names = ()
    recorded_by: Names = ()


class FactEntry(Cited):
    """Exactly one kind: ``yes_no``, ``date``, ``text``, ``person``, ``choice: {id: 名}``, ``number: 元``."""

    title: Title
    yes_no: bool = False
    choice: Annotated[dict[str, str], Field(min_length=1)] | None = None
    number: Annotated[str, Field(min_length=1)] | None = None
    date: bool = False
    text: bool = False
    person: bool = False


class GateEntry(Entry):
    """A gate without ``basis`` rests on the act's own article."""

    that: ConditionEntry
    because: str
    when: ConditionEntry | None = None
    basis: str = ""
    undetermined: str = ""
    advisory: bool = False


class DocumentEntry(Entry):
    title: Title
    basis: str = ""
    when: ConditionEntry | None = None
    """Only where the act leaves the case so."""


class DatedByEntry(Cited):
    fact: str
    days: dict[str, str]


class ActEntry(Cited):
    title: Title
    by: str
    kind: Kind = Kind.STEP
    starts: bool = False
    after_end: bool = False
    after: Names = ()
    """Acts that must be done before, all of them."""
    at_most: Times | None = None
    requires: tuple[GateEntry, ...] = ()
    asks: Names = ()
    may_ask: Names = ()
    documents: tuple[DocumentEntry, ...] = ()
    dated_by: DatedByEntry | None = None
    not_before: str = ""
    """The date fact before which it is not done (举行听证不早于通知的日期)."""
    ends: str = ""
    ends_by: str = ""
    outcomes: dict[str, str] = {}
    reopens: Names = ()
    clears: Names = ()
    bars: str = ""
    undetermined: str = ""
    tags: Names = ()


class PauseEntry(Cited):
    since: Names
    until: Names
    or_expiry_of: str = ""
    excluded: bool = True


class LengtheningEntry(Cited):
    act: str
    amount: str
    at_most: Limit
    times: Times | None = 1
    approver: str = ""


class ExpiryEntry(Cited):
    meaning: str
    deems: dict[str, Answer] = {}


class ClockEntry(Cited):
    """``limit`` (fixed by law), ``set_by`` (a date fact) or ``undetermined`` (who decides)."""

    title: Title
    starts: Annotated[Names, Field(min_length=1)]
    stops: Names
    for_each: str = ""
    limit: Limit | None = None
    rule: str = ""
    """The rule of the pack that prescribes the same period; the two are compared."""
    roll: str = ""
    set_by: str = ""
    ahead: Limit | None = None
    """With ``set_by``: how long before that day."""
    undetermined: str = ""
    when: ConditionEntry | None = None
    pauses: tuple[PauseEntry, ...] = ()
    extended_by: LengtheningEntry | None = None
    warns: tuple[Times, ...] = ()
    on_expiry: ExpiryEntry | None = None
    advisory: bool = False
    at_least: bool = False
    """A time that must pass first; where a ``rule`` is named it is to say so too."""


class OutcomeEntry(Cited):
    title: Title


class SubEntry(Cited):
    """A procedure that ``opened_by`` lets begin inside; people of ``same`` roles count as actors in it."""

    title: Title
    procedure: str
    opened_by: str
    outcomes: dict[str, str]
    same: dict[str, str] = {}


class InvariantEntry(Cited):
    title: Title
    never: ConditionEntry


class CellEntry(Entry):
    """What a column asks of its fact."""

    is_in: tuple[Answer, ...] = ()
    at_least: int | None = None
    at_most: int | None = None


class RowEntry(Cited):
    when: Annotated[dict[str, CellEntry], Field(min_length=1)]


class TableEntry(Entry):
    title: Title
    rows: Annotated[tuple[RowEntry, ...], Field(min_length=1)]


class InForceEntry(Entry):
    since: date | None = None
    until: date | None = None


class TransitionEntry(Cited):
    """What becomes of cases that are running when the edition takes effect; the article must say so."""

    way: Way
    on: date | None = None
    chosen_by: str = ""


class ProcedureEntry(Cited):
    """One edition of a procedure; the first of ``statutes`` is the one that a bare 第几条 means."""

    procedure: Id
    title: Annotated[str, Field(min_length=1, max_length=60)]
    """A case's number begins with it."""
    statutes: Annotated[dict[str, date | str], Field(min_length=1)]
    in_force: InForceEntry
    measure: str = ""
    tags: Names = ()
    transition: Way | TransitionEntry = Way.KEEP
    roles: dict[Id, RoleEntry]
    facts: dict[Id, FactEntry] = {}
    tables: dict[Id, TableEntry] = {}
    acts: Annotated[dict[Id, ActEntry], Field(min_length=1)]
    clocks: dict[Id, ClockEntry] = {}
    subs: dict[Id, SubEntry] = {}
    outcomes: dict[Id, OutcomeEntry]
    invariants: tuple[InvariantEntry, ...] = ()


class HookEntry(ProcedureEntry):
    """General law that attaches itself to every procedure with a tag.

    Its acts, facts, roles and clocks are added; the gates of its act ``guard`` are put on every act that is
    tagged ``on``, and that act itself is not added.
    """

    outcomes: dict[Id, OutcomeEntry] = {}
    procedures: str
    on: str = ""
    guard: str = ""
