"""An indicator as a pack writes it: a formula over what is on file, never a number that somebody typed (§1).

Conditions are a small closed vocabulary. What the law leaves open about the way of counting is a ``choice``:
it is asked of those who may say, and until they have answered there is no value.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from fazhi.packs.basis import BasisEntry
from fazhi.packs.entry import Entry
from fazhi.procedure import canonical

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=80)]
Answer = bool | int | str
ANY = "any"
"""In the place of a clock: whichever."""


class Unit(StrEnum):
    """What the figure is: rows that fit out of all, a number of rows, of time limits, or days on average."""

    RATIO = "ratio"
    COUNT = "count"
    LIMITS = "limits"
    DAYS = "days"

    @property
    def counts(self) -> bool:
        """Whether it is a number of rows, out of nothing."""
        return self in (Unit.COUNT, Unit.LIMITS)


class Better(StrEnum):
    """Which way is the better one; ``none`` where the law does not say that more or fewer is better."""

    MORE = "more"
    FEWER = "fewer"
    NONE = "none"


class CriterionEntry(Entry):
    """One condition on a row; ``column`` speaks of the entry of a register, everything else of a case."""

    all: tuple["CriterionEntry", ...] | None = None
    any: tuple["CriterionEntry", ...] | None = None
    not_: "CriterionEntry | None" = Field(None, alias="not")
    done: Name | None = None
    """The act is on file and was not reopened since."""
    open: Name | None = None
    """The act happened more often than those of ``until``: something is not answered."""
    until: tuple[Name, ...] = ()
    fact: Name | None = None
    column: Name | None = None
    is_: Answer | None = Field(None, alias="is")
    in_: tuple[Answer, ...] | None = Field(None, alias="in")
    known: Literal[True] | None = None
    at_least: int | None = None
    at_most: int | None = None
    ended: bool | tuple[Name, ...] | None = None
    met: Name | None = None
    """The clock stopped on its last day or before."""
    late: Name | None = None
    """The clock stopped after its last day, or runs on after it."""
    in_period: bool = False
    """With ``done``, ``met`` and ``late``: the act, or the last day, lies in the period."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [name for name in FORMS if self.said(name) is not None]
        if len(forms) != 1:
            raise ValueError(f"须写且只写一种条件：{'、'.join(FORMS)}")
        self._demand_test(forms[0])
        if self.in_period and forms[0] not in ("done", "met", "late"):
            raise ValueError("in_period 只与 done、met、late 同写")
        if bool(self.until) != (forms[0] == "open"):
            raise ValueError("open 须与 until 同写，其他条件不写 until")
        return self

    def _demand_test(self, form: str) -> None:
        bound = self.at_least if self.at_most is None else self.at_most
        tests = sum(test is not None for test in (self.is_, self.in_, self.known, bound))
        if tests != (1 if form in ("fact", "column") else 0):
            raise ValueError("fact、column 须与 is、in、known 或者 at_least/at_most 之一同写，其他条件不写")

    def said(self, form: str) -> object:
        """What is said under a form."""
        return self.not_ if form == "not" else getattr(self, form)

    @property
    def values(self) -> tuple[Answer, ...]:
        """The values that ``is`` and ``in`` name."""
        return self.in_ if self.in_ is not None else () if self.is_ is None else (self.is_,)

    @property
    def parts(self) -> tuple["CriterionEntry", ...]:
        """The conditions inside it."""
        return self.all or self.any or ((self.not_,) if self.not_ else ())


FORMS = ("all", "any", "not", "done", "open", "fact", "column", "ended", "met", "late")


class ByEntry(Entry):
    """By which day a case belongs to a period: its first, that of an act, or the last one of a clock."""

    began: Literal[True] | None = None
    act: Name | None = None
    due: Name | None = None
    """A clock's name, or ``any``."""

    @model_validator(mode="after")
    def _one_day(self) -> Self:
        if sum(one is not None for one in (self.began, self.act, self.due)) != 1:
            raise ValueError("须写且只写 began、act、due 之一")
        return self


class PopulationEntry(Entry):
    """The rows that are counted: cases of some procedures, or entries of registers at the period's end."""

    cases: tuple[Name, ...] = ()
    by: ByEntry | None = None
    registers: tuple[Code, ...] = ()
    where: CriterionEntry | None = None
    late: tuple[Name, ...] = ()
    """Not cases are the rows, but each of these clocks (``any``) whose last day in the period was missed."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.cases) == bool(self.registers):
            raise ValueError("须写且只写 cases、registers 之一")
        if bool(self.cases) != bool(self.by):
            raise ValueError("cases 须与 by 同写；清单事项以期末为准，不写 by")
        if self.late and not (self.by and self.by.due):
            raise ValueError("late 与 cases、by: {due: …} 同写")
        return self


class ExclusionEntry(Entry):
    """Rows that are left out of the figure, with the reason that is shown beside it."""

    when: CriterionEntry
    because: str = Field(min_length=2)
    basis: BasisEntry | None = None


class OptionEntry(Entry):
    """One answer to what is not determined, and the rows that it leaves out."""

    title: str = Field(min_length=2)
    leaves_out: CriterionEntry | None = None


class ChoiceEntry(Entry):
    """A way of counting that neither law nor outline settles: who has to say, and what they may say."""

    asks: str = Field(min_length=4)
    who: str = Field(min_length=2)
    options: dict[Name, OptionEntry] = Field(min_length=2)


class SpanEntry(Entry):
    """For days: from the first such act to the last such act of a case."""

    from_: Name = Field(alias="from")
    to: Name


class IndicatorEntry(Entry):
    """One indicator in one edition of its definition."""

    id: Code
    title: str = Field(min_length=2, max_length=60)
    says: str = Field(min_length=4)
    measure: str = Field(pattern=r"^\d+\.\d+$")
    """The number of the measure's system in the outline (13.1)."""
    since: date | None = None
    until: date | None = None
    basis: tuple[BasisEntry, ...] = ()
    outline: str = ""
    """Where the outline commits to it, in its own numbering (六、13)."""
    unit: Unit
    better: Better = Better.NONE
    population: PopulationEntry
    numerator: CriterionEntry | None = None
    span: SpanEntry | None = None
    exclusions: tuple[ExclusionEntry, ...] = ()
    choice: ChoiceEntry | None = None
    unmeasured: str = ""
    """What nobody may conclude from the figure, because no text that was read settles it."""
    public: bool = False
    delegated: str = ""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.numerator) != (self.unit is Unit.RATIO):
            raise ValueError("numerator 与 unit: ratio 同写，其他单位不写")
        if bool(self.span) != (self.unit is Unit.DAYS):
            raise ValueError("span 与 unit: days 同写，其他单位不写")
        if bool(self.population.late) != (self.unit is Unit.LIMITS):
            raise ValueError("unit: limits 与 population 的 late 同写，其他单位不写")
        if self.population.late and (self.exclusions or self.choice):
            raise ValueError("逐项期限的指标不写 exclusions、choice")
        if self.span and not self.population.cases:
            raise ValueError("只有案件可以计算天数")
        if not self.basis and not self.outline:
            raise ValueError("须写明 basis 或者 outline")
        return self

    @property
    def digest(self) -> str:
        """SHA-256 of the definition: a frozen figure names the very words it was worked out by."""
        told = self.model_dump(mode="json", exclude_defaults=True, by_alias=True)
        return canonical.digest(told)

    def formula(self) -> tuple[object, ...]:
        """What decides the figure, in comparison with another layer's."""
        return (self.unit, self.population, self.numerator, self.span, self.exclusions, self.choice)
