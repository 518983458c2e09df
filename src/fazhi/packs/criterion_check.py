"""Whether a condition of an indicator speaks of acts, facts, clocks and columns that there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fazhi.packs.indicator_entry import ANY, CriterionEntry, PopulationEntry
from fazhi.packs.register_entry import RegisterEntry
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind

KEPT = (FactKind.YES_NO, FactKind.CHOICE, FactKind.NUMBER, FactKind.DATE)
"""What a text says, and who a person is, is sealed in the case: only that it is known can be counted."""


@dataclass(frozen=True)
class Known:
    """The procedures and registers of a pack."""

    editions: Mapping[str, tuple[Edition, ...]]
    registers: Mapping[str, RegisterEntry]

    def rows(self, population: PopulationEntry) -> Iterator[str]:
        """What a population names that is not there."""
        yield from (f"没有程序“{name}”" for name in population.cases if name not in self.editions)
        yield from (f"没有清单“{name}”" for name in population.registers if name not in self.registers)

    def has(self, procedure: str, kind: str, name: str) -> bool:
        """Whether some edition of a procedure has an act, a clock or an outcome of a name."""
        return any(name in _names(edition, kind) for edition in self.editions[procedure])

    def ends(self, procedure: str, clock: str) -> bool:
        """Whether somebody can be late for a clock: it has a last day, and is no minimum."""
        held = (edition.clock.get(clock) for edition in self.editions[procedure])
        return any(one and not one.at_least and (one.budget or one.set_by) for one in held)

    def fact(self, procedure: str, name: str) -> Fact | None:
        """A fact of a procedure in its newest edition that has it."""
        found = (edition.fact.get(name) for edition in reversed(self.editions[procedure]))
        return next((fact for fact in found if fact), None)


def _names(edition: Edition, kind: str) -> frozenset[str]:
    if kind == "行为":
        return frozenset(edition.act)
    return frozenset(edition.clock) if kind == "期限" else frozenset(one.id for one in edition.outcomes)


def mistakes(criterion: CriterionEntry, population: PopulationEntry, known: Known) -> Iterator[str]:
    """What a condition and those inside it name wrongly."""
    for part in criterion.parts:
        yield from mistakes(part, population, known)
    if population.registers:
        yield from _of_registers(criterion, population, known)
        return
    if criterion.column:
        yield f"“{criterion.column}”是清单的栏目，案件没有栏目"
    for procedure in population.cases:
        if procedure in known.editions:
            yield from _of_cases(criterion, procedure, known)


def _of_cases(criterion: CriterionEntry, procedure: str, known: Known) -> Iterator[str]:
    for kind, name in _named(criterion):
        if not known.has(procedure, kind, name):
            yield f"程序“{procedure}”没有{kind}“{name}”"
        elif kind == "期限" and not known.ends(procedure, name):
            yield f"程序“{procedure}”的期限“{name}”没有可以逾期的末日"
    if criterion.fact:
        yield from _of_fact(criterion, criterion.fact, procedure, known)


def _named(criterion: CriterionEntry) -> Iterator[tuple[str, str]]:
    yield from (("行为", name) for name in (criterion.done, criterion.open, *criterion.until) if name)
    yield from (("期限", name) for name in (criterion.met, criterion.late) if name and name != ANY)
    if isinstance(criterion.ended, tuple):
        yield from (("结果", name) for name in criterion.ended)


def _of_fact(criterion: CriterionEntry, name: str, procedure: str, known: Known) -> Iterator[str]:
    fact = known.fact(procedure, name)
    if fact is None:
        yield f"程序“{procedure}”没有事实“{name}”"
    elif not criterion.known and fact.kind not in KEPT:
        yield f"“{fact.title}”是封存的文字或者人员，只能写 known"
    elif criterion.values and fact.kind is not FactKind.DATE:
        yield from filter(None, (fact.objection(value) for value in criterion.values))
    elif not criterion.known and not criterion.values and fact.kind is not FactKind.NUMBER:
        yield f"“{fact.title}”不是数，不能写 at_least、at_most"


def _of_registers(criterion: CriterionEntry, population: PopulationEntry, known: Known) -> Iterator[str]:
    if not criterion.parts and not criterion.column:
        yield "清单事项只能写 column 和 all、any、not"
    for name in population.registers:
        register = known.registers.get(name)
        if register and criterion.column and criterion.column not in [c.id for c in register.columns]:
            yield f"清单“{name}”没有栏目“{criterion.column}”"
