"""A procedure's clock: which acts start, stop, pause and lengthen it, and what its expiry means in law."""

from dataclasses import dataclass

from fazhi.law.clock import Clock as Budget
from fazhi.law.period import Period
from fazhi.law.rule import Basis
from fazhi.procedure.condition import Condition
from fazhi.procedure.value import Value


@dataclass(frozen=True)
class Pause:
    """Time that does not count, from an act until another, or at latest until some clock runs out.

    An exclusion leaves out both end days (X之日至Y之日); a suspension still counts its first (中止).
    """

    since: tuple[str, ...]
    until: tuple[str, ...]
    basis: Basis
    or_expiry_of: str = ""
    excluded: bool = True


@dataclass(frozen=True)
class Lengthening:
    """The act that extends the clock and the fact that says by how much, in the clock's own unit."""

    act: str
    amount: str
    basis: Basis


@dataclass(frozen=True)
class Expiry:
    """What silence means: a sentence, and the facts that the law then supplies."""

    meaning: str
    basis: Basis
    deems: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True)
class Clock:
    """A time limit in a procedure.

    Its length is ``budget`` (fixed by law), or the day in the fact ``set_by`` (the organ fixes it in each
    case) or a period ``ahead`` of it, or not known: then ``undetermined`` says who must decide and no date
    is computed.
    """

    id: str
    title: str
    starts: tuple[str, ...]
    """A later one starts it anew (补正后重新计算)."""
    stops: tuple[str, ...]
    basis: Basis
    budget: Budget | None = None
    set_by: str = ""
    ahead: Period | None = None
    """With ``set_by``: how long before that day the thing must be done (举行听证的七日前)."""
    undetermined: str = ""
    pauses: tuple[Pause, ...] = ()
    extended_by: Lengthening | None = None
    warns: tuple[int, ...] = ()
    """How many working days ahead somebody is reminded."""
    on_expiry: Expiry | None = None
    when: Condition | None = None
    """In which cases the limit applies at all."""
    advisory: bool = False
    """Whether the limit may only warn: its source is not established as binding."""
    at_least: bool = False
    """Whether it is a time that must pass first (征求意见不少于三十日): nobody is late when it is over."""
    for_each: str = ""
    """The role of whom several may be given the time: it runs until as many answered as were given it."""
