"""A row: on which facts which result, and on which article."""

from collections.abc import Mapping
from dataclasses import dataclass

from fazhi.law.rule import Basis
from fazhi.law.table.condition import ANY, Condition
from fazhi.law.table.kind import Value


@dataclass(frozen=True)
class Undetermined:
    """A result that the law leaves open; the platform asks the one who decides and never guesses."""

    decider: str


Result = Value | Undetermined


@dataclass(frozen=True)
class Row:
    """Conditions by column, results by column; a column that is not named does not matter."""

    id: str
    says: str
    basis: Basis
    when: Mapping[str, Condition]
    then: Mapping[str, Result]

    def condition(self, column: str) -> Condition:
        return self.when.get(column, ANY)

    def hit(self, facts: Mapping[str, Value]) -> bool:
        """Whether every condition holds; the facts are those of the table's columns."""
        return all(condition.holds(facts[name]) for name, condition in self.when.items())
