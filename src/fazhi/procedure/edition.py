"""An edition of a procedure: immutable, in force between two days, known by the hash of its content."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from fazhi.fault import Fault
from fazhi.law.rule import Basis
from fazhi.procedure.act import Act
from fazhi.procedure.canonical import written
from fazhi.procedure.clock import Clock
from fazhi.procedure.fact import Fact
from fazhi.procedure.invariant import Invariant
from fazhi.procedure.outcome import Outcome
from fazhi.procedure.role import Role
from fazhi.procedure.sub import Sub
from fazhi.procedure.table import Table
from fazhi.procedure.transition import STAY, Transition
from fazhi.procedure.value import Value
from fazhi.procedure.words import Words


@dataclass(frozen=True)
class Edition:
    """Who may do what, after what, within how long and on which article.

    ``transition`` says what becomes of cases that are running when it takes effect.
    """

    id: str
    title: str
    basis: Basis
    roles: tuple[Role, ...]
    facts: tuple[Fact, ...]
    acts: tuple[Act, ...]
    clocks: tuple[Clock, ...]
    outcomes: tuple[Outcome, ...]
    invariants: tuple[Invariant, ...] = ()
    tables: tuple[Table, ...] = ()
    since: date | None = None
    until: date | None = None
    transition: Transition = STAY
    tags: tuple[str, ...] = ()
    measure: str = ""
    subs: tuple[Sub, ...] = ()

    @cached_property
    def text(self) -> bytes:
        """Everything the edition says, in canonical bytes, but for its last day in force.

        That day is set by a successor or a repeal when cases are running under these words, which stay.
        """
        return written(replace(self, until=None))

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the text: what a case names that is judged by it."""
        return sha256(self.text).hexdigest()

    @cached_property
    def act(self) -> Mapping[str, Act]:
        """Acts by id."""
        return {act.id: act for act in self.acts}

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def clock(self) -> Mapping[str, Clock]:
        """Clocks by id."""
        return {clock.id: clock for clock in self.clocks}

    @cached_property
    def sub(self) -> Mapping[str, Sub]:
        """Inner procedures by id."""
        return {sub.id: sub for sub in self.subs}

    @cached_property
    def acts_of(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the acts that a role does."""
        return {role.id: tuple(act.id for act in self.acts if act.by == role.id) for role in self.roles}

    @cached_property
    def apart(self) -> Mapping[str, tuple[str, ...]]:
        """For a role: the roles whose actors may not act in it, whichever of the two acts first."""
        pairs = {(role.id, other) for role in self.roles for other in role.differs_from}
        pairs |= {(other, one) for one, other in pairs}
        return {role.id: tuple(sorted(b for a, b in pairs if a == role.id)) for role in self.roles}

    @cached_property
    def amounts(self) -> frozenset[str]:
        """The facts that say by how much a clock is extended."""
        return frozenset(clock.extended_by.amount for clock in self.clocks if clock.extended_by)

    @cached_property
    def words(self) -> Words:
        """The Chinese names of its parts."""
        titles = {("act", act.id): act.title for act in self.acts}
        titles |= {("clock", clock.id): clock.title for clock in self.clocks}
        titles |= {("outcome", outcome.id): outcome.title for outcome in self.outcomes}
        return Words(titles, self.fact)

    @cached_property
    def deemed(self) -> Mapping[str, tuple[tuple[str, Value], ...]]:
        """For a fact: the clocks whose expiry supplies it, with the value."""
        found: dict[str, tuple[tuple[str, Value], ...]] = {}
        for clock in self.clocks:
            for fact, value in clock.on_expiry.deems if clock.on_expiry else ():
                found[fact] = (*found.get(fact, ()), (clock.id, value))
        return found

    def in_force(self, day: date) -> bool:
        """Whether it governs cases that begin on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def without(self, act: str, gate: int) -> "Edition":
        """The edition less one gate of one act: for the question whether anything would notice."""
        acts = (
            replace(a, requires=a.requires[:gate] + a.requires[gate + 1 :]) if a.id == act else a
            for a in self.acts
        )
        return replace(self, acts=tuple(acts))


def governing(editions: Iterable[Edition], day: date) -> Edition:
    """The one edition in force on a day; a ``Fault`` where there is none or more than one."""
    found = [edition for edition in editions if edition.in_force(day)]
    if len(found) == 1:
        return found[0]
    wrong = f"{day}同时有{len(found)}个版本施行" if found else f"{day}没有施行的版本"
    raise Fault("procedure.E018", wrong, "请核对各版本的施行日期", str(found[0].basis) if found else "")
