"""A column: a fact a table asks for, or a result it gives, with the values that can occur."""

from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.law.table import cell
from fazhi.law.table.condition import ANY, Condition, OneOf
from fazhi.law.table.kind import Kind, Value


@dataclass(frozen=True)
class Column:
    """A name, a kind and what may stand there; a choice always enumerates its values.

    >>> Column("罚款数额", Kind.MONEY, cell.read(">=0", Kind.MONEY)).check(-1)
    Traceback (most recent call last):
    fazhi.fault.Fault: [law.E301] “罚款数额”不能是-1。请填写>=0。
    """

    name: str
    kind: Kind
    allowed: Condition = ANY

    def __post_init__(self) -> None:
        if self.kind is Kind.CHOICE and not isinstance(self.allowed, OneOf):
            raise ValueError(f"no choices for {self.name}")

    def check(self, value: object) -> None:
        """Refuse (``Fault`` law.E301) a value that cannot stand in this column."""
        if not self.kind.holds(value) or not self.allowed.holds(value):
            demand = KINDS[self.kind] if self.allowed == ANY else cell.write(self.allowed, self.kind)
            raise Fault("law.E301", f"“{self.name}”不能是{value}", f"请填写{demand}")

    def values(self) -> tuple[Value, ...]:
        """Every value of a column without order."""
        if self.kind is Kind.YES_NO:
            return tuple(value for value in (True, False) if self.allowed.holds(value))
        return self.allowed.bounds()


KINDS = {
    Kind.CHOICE: "所列的一项",
    Kind.INTEGER: "整数",
    Kind.DECIMAL: "小数",
    Kind.MONEY: "以元为单位、最多两位小数的金额",
    Kind.DATE: "形如2024-02-06的日期",
    Kind.YES_NO: "是或者否",
}
