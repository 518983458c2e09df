"""A condition as a lawyer writes it in a pack: one word that says what is asked, with its details."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from fazhi.packs.entry import Entry
from fazhi.procedure.condition import (
    All,
    Any,
    Condition,
    Done,
    Ended,
    Expired,
    Fewer,
    InTable,
    Is,
    Known,
    Not,
    Open,
    SamePerson,
    Within,
)  # fmt: skip
from fazhi.procedure.table import Table
from fazhi.procedure.value import Value

Answer = bool | int | str
FORMS = (
    "all",
    "any",
    "not",
    "done",
    "open",
    "fact",
    "expired",
    "ended",
    "same_person",
    "fewer",
    "table",
    "sub",
)


class FewerEntry(Entry):
    """An act done by fewer people than a number."""

    act: str
    than: int = Field(ge=2)


class ConditionEntry(Entry):
    """Exactly one of the forms; ``fact`` goes with one of ``is``, ``in``, ``known`` or the two limits."""

    all: tuple[ConditionEntry, ...] | None = None
    any: tuple[ConditionEntry, ...] | None = None
    not_: ConditionEntry | None = Field(None, alias="not")
    done: str | None = None
    open: str | None = None
    until: tuple[str, ...] = ()
    fact: str | None = None
    is_: Answer | None = Field(None, alias="is")
    in_: tuple[Answer, ...] | None = Field(None, alias="in")
    known: Literal[True] | None = None
    at_least: int | None = None
    at_most: int | None = None
    expired: str | None = None
    ended: bool | tuple[str, ...] | None = None
    same_person: tuple[str, str] | None = None
    fewer: FewerEntry | None = None
    table: str | None = None
    sub: str | None = None

    @model_validator(mode="after")
    def one_form(self) -> ConditionEntry:
        forms = [name for name in FORMS if self.said(name) is not None]
        forms = ["sub"] if sorted(forms) == ["ended", "sub"] else [*forms, *forms] if self.sub else forms
        if len(forms) != 1:
            raise ValueError(f"须写且只写一种条件：{'、'.join(FORMS)}")
        tests = [self.is_, self.in_, self.known, self.at_least if self.at_most is None else self.at_most]
        if sum(test is not None for test in tests) != (self.fact is not None):
            raise ValueError("fact 须与 is、in、known 或者 at_least/at_most 之一同写，其他条件不得")
        if bool(self.until) != (self.open is not None):
            raise ValueError("open 须与 until 同写，其他条件不得")
        if () in (self.all, self.any, self.in_, self.ended):
            raise ValueError("all、any、in、ended 须至少一项")
        return self

    def said(self, form: str) -> object:
        """What the entry says under a form."""
        return self.not_ if form == "not" else getattr(self, form)

    def condition(self, tables: dict[str, Table]) -> Condition:
        """The condition; ``KeyError`` names a table that does not exist."""
        if self.all is not None:
            return All(tuple(part.condition(tables) for part in self.all))
        if self.any is not None:
            return Any(tuple(part.condition(tables) for part in self.any))
        if self.not_ is not None:
            return Not(self.not_.condition(tables))
        if self.fact is not None:
            return self._about(self.fact)
        if self.table is not None:
            return InTable(tables[self.table])
        return self._ended(self.sub) if self.sub is not None else self._leaf()

    def _leaf(self) -> Condition:
        if self.done is not None:
            return Done(self.done)
        if self.open is not None:
            return Open(self.open, self.until)
        if self.expired is not None:
            return Expired(self.expired)
        if self.same_person is not None:
            return SamePerson(self.same_person)
        if self.fewer is not None:
            return Fewer(self.fewer.act, self.fewer.than)
        return Ended(self.ended if isinstance(self.ended, tuple) else ())

    def _ended(self, sub: str) -> Condition:
        return Is(sub, self.ended) if isinstance(self.ended, tuple) else Known(sub)

    def _about(self, fact: str) -> Condition:
        if self.known:
            return Known(fact)
        if self.at_least is not None or self.at_most is not None:
            return Within(fact, self.at_least, self.at_most)
        values: tuple[Value, ...] = self.in_ if self.in_ is not None else (self.is_,)  # type: ignore[assignment]
        return Is(fact, values)
