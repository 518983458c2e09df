"""Typed case data that the rules read: a fact is recorded by an act and never floats free."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fazhi.law.rule import Basis
from fazhi.procedure.value import Value, shown


class FactKind(StrEnum):
    """What kind of answer a fact takes."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    PERSON = "person"


TYPES: Mapping[FactKind, tuple[type, ...]] = {
    FactKind.YES_NO: (bool,),
    FactKind.CHOICE: (str,),
    FactKind.NUMBER: (int, Decimal),
    FactKind.DATE: (date,),
    FactKind.TEXT: (str,),
    FactKind.PERSON: (str,),
}
ASKED: Mapping[FactKind, str] = {
    FactKind.YES_NO: "是或者否",
    FactKind.NUMBER: "数",
    FactKind.DATE: "日期",
    FactKind.TEXT: "文字",
    FactKind.PERSON: "人员编号",
}


@dataclass(frozen=True)
class Fact:
    """One question the procedure asks; ``choices`` maps each answer to its Chinese name, ``unit`` a number's.

    >>> sealed = Fact("sealed", "是否加盖印章", FactKind.YES_NO, Basis("某法", "", "第一条"))
    >>> sealed.objection(True), sealed.objection("是")
    ('', '“是否加盖印章”应为是或者否，不能是“是”')
    """

    id: str
    title: str
    kind: FactKind
    basis: Basis
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""

    def objection(self, value: object) -> str:
        """Why a value cannot be the answer; empty where it can."""
        if self.kind is FactKind.CHOICE:
            fits = value in self.choices if isinstance(value, str) else False
            asked = "、".join(self.choices.values())
            return "" if fits else f"“{self.title}”应为{asked}之一，不能是“{shown(value)}”"
        fits = isinstance(value, TYPES[self.kind]) and (self.kind is FactKind.YES_NO) == isinstance(
            value, bool
        )
        return "" if fits else f"“{self.title}”应为{ASKED[self.kind]}，不能是“{shown(value)}”"

    def named(self, value: Value) -> str:
        """A value in the words of the procedure."""
        return self.choices.get(value, value) if isinstance(value, str) else shown(value) + self.unit
