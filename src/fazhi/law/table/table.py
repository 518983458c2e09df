"""A decision table: typed facts in, the rows that apply out, each on its article."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fazhi.fault import Fault
from fazhi.law.table import cell
from fazhi.law.table.column import Column
from fazhi.law.table.condition import Anything
from fazhi.law.table.decision import Decision, Hit
from fazhi.law.table.kind import Value
from fazhi.law.table.row import Row
from fazhi.law.validity import covers


class HitPolicy(StrEnum):
    """How many rows may apply: exactly one, the first of several, or all of them."""

    UNIQUE = "unique"
    FIRST = "first"
    COLLECT = "collect"


@dataclass(frozen=True)
class Table:
    """Rows over typed columns; ``no_hit`` says what it means that no row applies, empty: that cannot be."""

    id: str
    title: str
    policy: HitPolicy
    inputs: tuple[Column, ...]
    outputs: tuple[Column, ...]
    rows: tuple[Row, ...]
    no_hit: str = ""
    since: date | None = None
    until: date | None = None
    delegated: str = ""
    """The article that leaves the matter to the layers below; empty where none does."""

    def in_force(self, day: date) -> bool:
        """Whether the table applies on a day."""
        return covers(self, day)

    def decide(self, facts: Mapping[str, Value]) -> Decision:
        """The rows that apply to the facts, which must name every column of ``inputs``.

        ``Fault`` law.E301 for a fact that is missing or cannot be, law.E302 where several rows of a unique
        table apply, law.E303 where none does and the table does not say what that means.
        """
        for column in self.inputs:
            if column.name not in facts:
                raise Fault("law.E301", f"《{self.title}》缺少“{column.name}”", "请补充这一事实")
            column.check(facts[column.name])
        rows = tuple(row for row in self.rows if row.hit(facts))
        self._check(rows)
        kept = rows[:1] if self.policy is HitPolicy.FIRST else rows
        return Decision(
            tuple(Hit(row, self._reasons(row, facts)) for row in kept), "" if rows else self.no_hit
        )

    def _check(self, rows: tuple[Row, ...]) -> None:
        if len(rows) > 1 and self.policy is HitPolicy.UNIQUE:
            names = "、".join(row.id for row in rows)
            raise Fault("law.E302", f"《{self.title}》的{names}同时适用", "请由规则包维护人员改正重叠的行")
        if not rows and not self.no_hit:
            raise Fault("law.E303", f"《{self.title}》没有适用的行", "请由规则包维护人员补充缺少的情形")

    def _reasons(self, row: Row, facts: Mapping[str, Value]) -> tuple[str, ...]:
        asked = [c for c in self.inputs if not isinstance(row.condition(c.name), Anything)]
        return tuple(
            f"{c.name}：{c.kind.write(facts[c.name])}，符合“{cell.write(row.condition(c.name), c.kind)}”"
            for c in asked
        )
