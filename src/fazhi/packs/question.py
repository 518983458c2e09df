"""A question to the calculator, as an address or a form asks it: each part read, or refused by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fazhi.fault import Fault
from fazhi.law.last_day import LastDay, last_day
from fazhi.law.moment import day_of, moment
from fazhi.law.period import Period
from fazhi.law.rule import Rule
from fazhi.law.unit import Unit
from fazhi.packs import rulebook

FROM, NO_ROLL = "from", "no-roll"
PLACES = {"law.E102": "time", "law.E103": "count", "law.E101": "count", "law.E109": "unit"}
"""The part at which a refusal of the law package is shown; the rule for all others."""
LONGEST = 4
"""Digits of a number: no statutory period needs more."""
ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True)
class Question:
    """A rule of the packs or a period spelt out, and the day or instant it runs from."""

    event: date
    rule: Rule | None = None
    count: int | None = None
    unit: str = ""
    backward: bool = False
    no_roll: bool = False

    def answer(self) -> LastDay:
        """The last day; a ``Fault`` where the question is none or no calendar answers it."""
        if bool(self.rule) == (self.count is not None):
            raise Fault("law.E107", "规则和自写的期间须选且只选一个", "请选择一条规则，或者写明数目和单位")
        if self.rule:
            return self.rule.last_day(self.event, rulebook.days())
        if not self.unit:
            raise Fault("law.E109", "没有写单位", f"请从{'、'.join(Unit)}中选择")
        period = Period(self.count or 0, Unit(self.unit))
        roll = not self.no_roll
        return last_day(self.event, period, rulebook.days(), backward=self.backward, roll=roll)


def event(text: str) -> date:
    """The day, which must be there."""
    if not text:
        raise Fault("law.E105", "没有写起算日", "请写成 2024-02-06 或者 2024-02-06T15:30")
    return moment(text.strip())


def time(text: str) -> str:
    """A time, checked by itself on any day: the law counts by the clock of the place of service."""
    said = text.strip()
    instant = moment(f"2000-01-01T{said}") if said else None
    if isinstance(instant, datetime) and instant.tzinfo:
        raise Fault("law.E105", "时刻带有时区", "请写当地的时和分，例如 15:30")
    return said


def rule(name: str) -> str:
    """The id of a rule of the packs, or nothing."""
    if name and name not in rulebook.rules():
        raise Fault("law.E106", f"没有编号为“{name}”的规则", "请从列表中选择")
    return name


def count(text: str) -> int | None:
    """How many, or nothing."""
    said = text.strip()
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and len(said) <= LONGEST):
        raise Fault("law.E108", f"期间的数目不能是“{said}”", "请写1到9999的整数")
    return int(said)


def unit(name: str) -> str:
    """The name of a unit, or nothing."""
    if name and name not in set(Unit):
        raise Fault("law.E109", f"没有单位“{name}”", f"请从{'、'.join(Unit)}中选择")
    return name


def flag(text: str) -> bool:
    """On by 1, true or on; off by anything else or by silence.

    >>> flag("True"), flag(""), flag("no")
    (True, False, False)
    """
    return text.lower() in ON


def asked(
    day: date, time: str, rule: str, count: int | None, unit: str, backward: bool, no_roll: bool
) -> Question:
    """The question out of its parts, the rule as it applies on the day."""
    start = with_time(day, time)
    return Question(start, chosen(rule, day), count, unit, backward, no_roll)


def chosen(name: str, day: date) -> Rule | None:
    """The rule asked about; none where the period was spelt out."""
    return rulebook.rule(name, day_of(day)) if name else None


def with_time(day: date, time: str) -> date:
    """The instant, or the day where no time was given."""
    return moment(f"{day.isoformat()}T{time}") if time else day


def parted(data: Mapping[str, str]) -> dict[str, str]:
    """The answers, with an instant cut into day and time, so that each stands in its own field again."""
    said = {name: data[name] for name in data}
    day, mark, clock = said.get(FROM, "").strip().replace(" ", "T", 1).partition("T")
    return said | {FROM: day, "time": clock} if mark and not said.get("time") else said


@dataclass(frozen=True)
class Mistake:
    """What is wrong with one part of a question."""

    parameter: str
    fault: Fault

    def as_dict(self) -> dict[str, str]:
        """The same for a machine."""
        return {"parameter": self.parameter, **self.fault.as_dict()}


READERS: Mapping[str, Callable[[str], object]] = {
    FROM: event, "time": time, "rule": rule, "count": count, "unit": unit, "backward": flag, NO_ROLL: flag,
}  # fmt: skip


def mistakes(data: Mapping[str, str]) -> tuple[Mistake, ...]:
    """Everything wrong with the parts of a question, in the order of its fields."""
    said = parted(data)
    found = ((name, _refusal(read, said.get(name, "").strip())) for name, read in READERS.items())
    return tuple(Mistake(name, fault) for name, fault in found if fault)


def _refusal(read: Callable[[str], object], text: str) -> Fault | None:
    try:
        read(text)
    except Fault as fault:
        return fault
    return None


def question(data: Mapping[str, str]) -> Question:
    """The question of an address; the ``Fault`` of the first part that is wrong."""
    said = parted(data)

    def part(name: str) -> str:
        return said.get(name, "").strip()

    return asked(
        event(part(FROM)),
        time(part("time")),
        rule(part("rule")),
        count(part("count")),
        unit(part("unit")),
        flag(part("backward")),
        flag(part(NO_ROLL)),
    )
