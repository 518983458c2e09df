"""The deadlines of a pack: each file a list of rules, each rule with its article and nothing guessed."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from fazhi.law.clock import Extension
from fazhi.law.period import Period
from fazhi.law.rule import Bearer, Bound, Rule, Standing
from fazhi.law.strictness import loosening
from fazhi.law.unit import Unit
from fazhi.packs import DISTRICT
from fazhi.packs.basis import BasisEntry, link, link_words
from fazhi.packs.entry import Entry
from fazhi.packs.layer import Layered, Located, layered
from fazhi.packs.mistakes import Step, gathered, refused, sorted_out
from fazhi.packs.pack import Pack, chain, files
from fazhi.packs.source import Source
from fazhi.packs.statutes import catalogue

Open = Literal["period", "roll", "starts_on"]
MOVABLE = {Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR}


class PeriodEntry(Entry):
    """A number in a unit."""

    amount: int
    unit: Unit


class ExtensionEntry(Entry):
    """How far the period may grow, in its own unit."""

    amount: int
    times: int | None = None
    approver: str = ""


class RuleEntry(Entry):
    """One rule as a lawyer writes it."""

    id: str
    says: str
    basis: BasisEntry
    since: date | None = None
    until: date | None = None
    period: PeriodEntry | None = None
    standing: Standing = Standing.BINDING
    backward: bool = False
    bound: Bound = Bound.AT_MOST
    starts_on: str = ""
    roll: str = ""
    proviso: str = ""
    extension: ExtensionEntry | None = None
    excludes: str = ""
    on_expiry: str = ""
    undetermined: dict[Open, str] = {}
    binds: Bearer | None = None
    """Whose time it is; left out where that is not established, and then no lower pack may change it."""
    delegated: str = ""
    """The article that leaves the matter to the packs below; left out where none does."""


def load(pack: Path = DISTRICT) -> Layered[Rule]:
    """The rules of a pack and of those above it; a ``Fault`` names file and line of every mistake."""
    return layered(chain(pack), read, loosening)


def read(pack: Pack) -> Iterator[Step[Located[Rule]]]:
    """The rules of one pack alone, each on articles that were in force when it applies."""
    yield from files(pack.folder / "rules", partial(_linked_steps, pack=pack))


def parse(source: Source) -> list[Located[Rule]]:
    """The rules of one file, each checked for what must be stated or declared undetermined."""
    return gathered(partial(_checked, source, n, step) for n, step in enumerate(source.entries(RuleEntry)))


def _checked(source: Source, n: int, step: Step[RuleEntry]) -> Located[Rule]:
    return _located(source, n, step())


def _located(source: Source, n: int, entry: RuleEntry) -> Located[Rule]:
    refused(
        source.refuse((n, place), f"规则 {entry.id} {wrong}", remedy)
        for place, wrong, remedy in _mistakes(entry)
    )
    return Located(_rule(entry), source, (n,))


def _linked_steps(source: Source, pack: Pack) -> Iterator[Step[Located[Rule]]]:
    for n, step in enumerate(source.entries(RuleEntry)):
        yield partial(_linked, source, n, step, pack)


def _linked(source: Source, n: int, step: Step[RuleEntry], pack: Pack) -> Located[Rule]:
    """A rule on its articles; what is wrong with either is told together."""
    entry, known = step(), catalogue(pack.folder)
    found, wrong = sorted_out([partial(_located, source, n, entry)])
    _, unlinked = sorted_out(
        (
            partial(link, entry.basis.basis(), entry, known, source.under((n, "basis"))),
            partial(link_words, entry.roll, entry, known, source.under((n, "roll"))),
        )
    )
    refused((*wrong, *unlinked))
    return found[0]


def _mistakes(entry: RuleEntry) -> Iterator[tuple[str, str, str]]:
    for name in entry.undetermined:
        if getattr(entry, name) and name != "starts_on":
            yield "undetermined", f"的 {name} 既写明又写成未定", "请只保留一处"
    if entry.period is None:
        if "period" not in entry.undetermined:
            yield "period", "没有写期间", "请写 period，或者在 undetermined 中写明由谁确定"
        return
    if entry.period.amount < 1:
        yield "period", "的期间不足1", "请写至少为1的整数"
    if not entry.basis.article:
        yield "basis", "没有写条文", "请写 article；尚未核实的，把 period 写入 undetermined"
    if not entry.starts_on and "starts_on" not in entry.undetermined:
        yield "starts_on", "没有写起算点", "请写 starts_on，或者在 undetermined 中写明由谁确定"
    yield from _roll_mistakes(entry, entry.period)


def _roll_mistakes(entry: RuleEntry, period: PeriodEntry) -> Iterator[tuple[str, str, str]]:
    stated = bool(entry.roll) or "roll" in entry.undetermined
    needed = period.unit in MOVABLE and not entry.backward and entry.bound is Bound.AT_MOST
    if needed and not stated:
        yield "roll", "没有写末日是否顺延", "请在 roll 写明依据，或者在 undetermined 中写明由谁确定"
    if stated and not needed:
        yield "roll", "的末日不存在顺延问题", "请删去 roll"


def _rule(entry: RuleEntry) -> Rule:
    period = Period(entry.period.amount, entry.period.unit) if entry.period else None
    more = entry.extension
    extension = (
        Extension(Period(more.amount, period.unit), more.times, more.approver) if more and period else None
    )
    return Rule(
        id=entry.id,
        says=entry.says,
        basis=entry.basis.basis(),
        period=period,
        standing=entry.standing,
        bound=entry.bound,
        backward=entry.backward,
        starts_on=entry.starts_on,
        roll=entry.roll,
        extension=extension,
        excludes=entry.excludes,
        proviso=entry.proviso,
        on_expiry=entry.on_expiry,
        since=entry.since,
        until=entry.until,
        undetermined={str(name): who for name, who in entry.undetermined.items()},
        binds=entry.binds,
        delegated=entry.delegated,
    )
