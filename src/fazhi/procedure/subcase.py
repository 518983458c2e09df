"""A case inside a case: opened by an act of the outer one, run by itself, its end told to the outer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from fazhi.fault import Fault
from fazhi.procedure.record import Record
from fazhi.procedure.sub import Sub

if TYPE_CHECKING:
    from fazhi.procedure.case import Case
    from fazhi.procedure.edition import Edition


@dataclass(frozen=True)
class SubCase:
    """A case with the name under which the outer procedure knows it."""

    sub: str
    case: Case

    def end(self) -> Record | None:
        """The end as a record of the outer case, on the day and by the people of the act that ended it."""
        outcome = self.case.state.outcome
        ends = {act.id for act in self.case.edition.acts if act.may_end}
        ending = (one for one in reversed(self.case.history) if one.act in ends)
        last = next(ending, None) if outcome else None
        return replace(last, act=self.sub, facts={self.sub: outcome}, documents=()) if last else None

    def as_of(self, day: date) -> SubCase:
        """As it stood in law at the end of a day."""
        return replace(self, case=self.case.as_of(day))

    def known(self, instant: datetime) -> SubCase:
        """As it was on file at an instant."""
        records = tuple(record for record in self.case.records if record.recorded_at <= instant)
        return replace(self, case=replace(self.case, records=records))


def opened(outer: Case, name: str, edition: Edition) -> Case:
    """The inner case before its first act, knowing who acted in the outer; a ``Fault`` where none is due."""
    sub = _sub(outer, name, edition)
    if _openings(outer, sub) <= sum(one.sub == name for one in outer.subs):
        title = outer.edition.words.act(sub.opened_by)
        raise Fault("procedure.E024", f"尚未{title}，不能开始{sub.title}", f"请先{title}", str(sub.basis))
    return type(outer)(edition, earlier=_earlier(outer, sub))


def attached(outer: Case, *subs: SubCase) -> Case:
    """The outer case with its inner cases, in the order of their openings; each must have been opened."""
    for name in {one.sub for one in subs}:
        held = [one.case for one in subs if one.sub == name]
        sub = _sub(outer, name, *(case.edition for case in held))
        own = replace(outer, subs=()).history
        days = [record.happened_on for record in own if record.act == sub.opened_by]
        early = (case.began and case.began < day for case, day in zip(held, days, strict=False))
        if len(held) > len(days) or any(early):
            title = outer.edition.words.act(sub.opened_by)
            raise Fault("procedure.E024", f"{sub.title}没有在{title}以后开始", "请核对日期", str(sub.basis))
    return replace(outer, subs=subs)


def _sub(outer: Case, name: str, *editions: Edition) -> Sub:
    sub = outer.edition.sub.get(name)
    if sub is None or any(edition.id != sub.procedure for edition in editions):
        titles = "、".join(f"{one.title}（{one.procedure}）" for one in outer.edition.subs) or "没有"
        wrong = f"{outer.edition.title}中没有这样的子程序“{name}”"
        raise Fault("procedure.E025", wrong, f"可以有的子程序：{titles}")
    return sub


def _openings(outer: Case, sub: Sub) -> int:
    return sum(record.act == sub.opened_by for record in outer.records)


def _earlier(outer: Case, sub: Sub) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for role, inner in sub.same.items():
        found[inner] = found.get(inner, frozenset()).union(*_actors(outer, role))
    return found


def _actors(outer: Case, role: str) -> Iterator[frozenset[str]]:
    acts = outer.edition.acts_of.get(role, ())
    yield from (outer.state.actors.get(act, frozenset()) for act in acts)
    yield outer.earlier.get(role, frozenset())
