"""The Chinese names of a procedure's parts, so that a condition can be read out."""

from collections.abc import Mapping
from dataclasses import dataclass

from fazhi.procedure.fact import Fact
from fazhi.procedure.value import Value


@dataclass(frozen=True)
class Words:
    """Titles by id; an id without a title stands for itself."""

    titles: Mapping[tuple[str, str], str]
    facts: Mapping[str, Fact]

    def act(self, name: str) -> str:
        return self.titles.get(("act", name), name)

    def clock(self, name: str) -> str:
        return self.titles.get(("clock", name), name)

    def outcome(self, name: str) -> str:
        return self.titles.get(("outcome", name), name)

    def fact(self, name: str) -> str:
        return self.facts[name].title if name in self.facts else name

    def values(self, fact: str, values: tuple[Value, ...]) -> str:
        """Values of a fact in the procedure's own words."""
        known = self.facts.get(fact)
        return "、".join(known.named(value) if known else str(value) for value in values)

    def number(self, fact: str, value: int) -> str:
        return self.values(fact, (value,))
