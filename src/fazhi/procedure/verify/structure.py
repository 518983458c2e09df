"""What can be seen in an edition without exploring it: guards, clocks, detours, days in force."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from fazhi.procedure.act import Act, Kind
from fazhi.procedure.clock import Clock
from fazhi.procedure.edition import Edition
from fazhi.procedure.verify.finding import Finding


def structure(edition: Edition) -> Iterator[Finding]:
    """Uncited guards, clocks that nothing stops, detours that lead astray."""
    yield from _uncited(edition)
    for clock in edition.clocks:
        yield from _clock(edition, clock)
    for act in edition.acts:
        if wrong := _detour(edition, act):
            yield Finding("procedure.E105", f"{act.kind.chinese}“{act.title}”{wrong}", str(act.basis))


def overlapping(editions: Iterable[Edition]) -> Iterator[Finding]:
    """Two editions of one procedure in force on one day."""
    for one, other in combinations(editions, 2):
        first = max(one.since or date.min, other.since or date.min)
        last = min(one.until or date.max, other.until or date.max)
        if one.id == other.id and first <= last:
            yield Finding("procedure.E106", f"“{one.title}”在{first}有两个版本同时施行", str(other.basis))


def _uncited(edition: Edition) -> Iterator[Finding]:
    for act in edition.acts:
        for gate in act.requires:
            if not gate.basis.article:
                says = f"“{act.title}”的条件没有依据：{gate.because or gate.that.text(edition.words)}"
                yield Finding("procedure.E104", says, str(act.basis))


def _clock(edition: Edition, clock: Clock) -> Iterator[Finding]:
    basis = str(clock.basis)
    if not clock.stops:
        yield Finding("procedure.E103", f"期限“{clock.title}”没有任何行为可以停止", basis)
    if clock.undetermined:
        says = f"期限“{clock.title}”尚未确定，由{clock.undetermined}确定"
        yield Finding("procedure.E110", says, basis, grave=False)
    extension = clock.budget.extension if clock.budget else None
    if clock.extended_by and extension is None:
        yield Finding("procedure.E105", f"期限“{clock.title}”的延长没有上限", basis)
    for pause in clock.pauses:
        if not pause.until and not pause.or_expiry_of:
            yield Finding("procedure.E103", f"期限“{clock.title}”中止以后没有行为可以恢复", basis)
    if unknown := {*clock.starts, *clock.stops} - set(edition.act):
        yield Finding("procedure.E103", f"期限“{clock.title}”指向不存在的行为{sorted(unknown)}", basis)


def _detour(edition: Edition, act: Act) -> str:
    """What is missing for a detour to be a lawful one; empty where nothing is."""
    clocks = edition.clocks
    match act.kind:
        case Kind.SEND_BACK:
            return "" if act.reopens else "没有写明哪些行为须重新办理"
        case Kind.SUSPENSION:
            known = any(act.id in pause.since for clock in clocks for pause in clock.pauses)
            return "" if known else "不中止任何期限"
        case Kind.RESUMPTION:
            known = any(act.id in pause.until for clock in clocks for pause in clock.pauses)
            return "" if known else "不恢复任何期限"
        case Kind.EXTENSION:
            known = any(c.extended_by and c.extended_by.act == act.id for c in clocks)
            return "" if known else "不延长任何期限"
        case Kind.WITHDRAWAL | Kind.TRANSFER:
            return "" if act.may_end or act.reopens else "以后案件去向不明"
        case _:
            return ""
