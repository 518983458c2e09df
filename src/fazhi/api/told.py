"""What the interface tells of cases, in the words of their editions; days are ISO dates."""

from datetime import date, datetime

from ninja import Schema

Fact = bool | int | str


class Named(Schema):
    """Something by its id, with its Chinese name."""

    id: str
    title: str


class ProcedureOut(Named):
    """The edition that governs a case; ``edition`` is the digest of all it says."""

    edition: str


class CaseLine(Schema):
    """A case in a list."""

    id: int
    number: str
    title: str
    procedure: ProcedureOut
    organ: Named
    stage: Named | None
    outcome: Named | None
    began_on: date
    latest_on: date | None
    next_due: date | None
    acts: int
    restricted: bool
    demo: bool


class CasePage(Schema):
    """One page of cases, newest first; ``next`` is the cursor of the following one."""

    cases: list[CaseLine]
    next: str | None


class CaseRef(Schema):
    """Another case that the caller may see."""

    id: int
    number: str


class InnerOut(CaseRef):
    """A case inside another (听证), by the name under which the outer procedure knows it."""

    sub: str
    outcome: str


class TiesOut(Schema):
    """The case around this one, those inside it, and those it was joined with, split from or goes on in."""

    outer: CaseRef | None
    inners: list[InnerOut]
    joined: list[CaseRef]
    origin: CaseRef | None
    offshoots: list[CaseRef]
    sent_to: Named | None


class CaseOut(Schema):
    """A case as its chain of acts makes it; ``head`` is the end of the chain and the ETag."""

    id: int
    number: str
    title: str
    procedure: ProcedureOut
    organ: Named
    stage: Named | None
    outcome: Named | None
    began_on: date
    latest_on: date | None
    opened_at: datetime
    acts: int
    head: str
    facts: dict[str, Fact]
    ties: TiesOut
    restricted: bool
    demo: bool


class ClockOut(Named):
    """A time limit that has started; ``due`` is empty while it pauses and where no day is fixed."""

    basis: str
    started: date
    due: date | None
    stopped: date | None
    running: bool
    overdue: bool
    provisional: bool
    explained: list[str]


class PersonOut(Schema):
    """An official."""

    id: int
    name: str


class PartyOut(Schema):
    """A party by pseudonym; who it is can be looked at on the desk, and every look is on record."""

    subject: str
    role: Named


class PeopleOut(Schema):
    """Who handles a case, and its parties."""

    handlers: list[PersonOut]
    parties: list[PartyOut]


class EngagedOut(Schema):
    """Somebody came on the case or left it, as it is on record."""

    case: int
    person: PersonOut
    on: bool
    reason: str
    at: datetime


class LookedOut(Schema):
    """A party as it was looked at; ``known`` is empty once it was lawfully erased. No copy is to be kept."""

    subject: str
    role: Named
    purpose: str
    known: dict[str, str]


class PaperOut(Schema):
    """A paper of the file; ``sha256`` stands in the chain, in one of SM3 the file's SM3 digest."""

    id: int
    title: str
    file_name: str
    size: int
    sha256: str
    act: int


class ActOut(Schema):
    """An act on file; ``leaf`` is its place in the chain, ``previous`` the one before."""

    sequence: int
    act: Named
    basis: str
    by: list[str]
    happened_on: date
    recorded_at: datetime
    days_late: int
    facts: dict[str, Fact]
    documents: list[str]
    reason: str
    corrects: int | None
    instead_on: date | None
    digest: str
    previous: str
    leaf: str


class DoneOut(Schema):
    """The act that was put on file, and where the chain ends now that it is there."""

    case: int
    sequence: int
    act: Named
    happened_on: date
    recorded_at: datetime
    digest: str
    leaf: str


class RefusalOut(Schema):
    """One reason why not, with the article it rests on."""

    code: str
    because: str
    remedy: str
    basis: str


class FactOut(Named):
    """What an act asks for; ``choices`` maps each possible answer to its name."""

    kind: str
    required: bool
    choices: dict[str, str]
    unit: str
    basis: str


class DemandOut(Named):
    """A paper without which the act is not done; with ``when`` only in such cases."""

    when: str


class PermittedOut(Schema):
    """An act as the caller may do it on a day, or all reasons why not."""

    act: Named
    kind: str
    basis: str
    permitted: bool
    refusals: list[RefusalOut]
    warnings: list[RefusalOut]
    questions: list[str]
    facts: list[FactOut]
    documents: list[DemandOut]
    persons: int
