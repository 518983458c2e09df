"""The golden timelines of a pack: ``tests/*.yaml``, written and read by lawyers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from fazhi.fault import Fault
from fazhi.law.act import Act, Excluded, Extended, Resumed, Started, Stopped, Suspended
from fazhi.law.period import Period
from fazhi.law.rule import Basis, Rule
from fazhi.law.timeline import Timeline
from fazhi.law.unit import Unit
from fazhi.packs import DISTRICT, rules
from fazhi.packs.entry import Entry
from fazhi.packs.layer import Layered
from fazhi.packs.mistakes import Step, gathered
from fazhi.packs.pack import chain, files
from fazhi.packs.rules import PeriodEntry
from fazhi.packs.source import Place, Source

Moment = Annotated[date | datetime, Field(union_mode="left_to_right")]
"""A day, or for hours an instant."""


class ActEntry(Entry):
    """One thing that happened: exactly one of the named days, with what belongs to it."""

    started: date | None = None
    suspended: date | None = None
    resumed: date | None = None
    excluded: tuple[date, date] | None = None
    extended: date | None = None
    stopped: date | None = None
    amount: int = 0
    approver: str = ""
    why: str = ""


class ExpectEntry(Entry):
    """What should come out; what is not named is not compared, ``null`` means that nothing can be said."""

    in_force: bool = True
    raw_last_day: Moment | None = None
    last_day: Moment | None = None
    rolled: bool = False
    provisional: bool = False
    conservative_last_day: Moment | None = None
    paused: bool = False
    remaining: int | None = None


class GoldenEntry(Entry):
    """A timeline as a lawyer writes it: under a rule of the pack, or under a period spelt out (old law)."""

    name: str
    basis: str
    rule: str = ""
    period: PeriodEntry | None = None
    backward: bool = False
    roll: bool = False
    event: Moment
    acts: tuple[ActEntry, ...] = ()
    known_until: int | None = None
    expect: ExpectEntry


@dataclass(frozen=True)
class Golden:
    """A timeline with the place it is written in."""

    timeline: Timeline
    file: str
    line: int


def load(rules: Layered[Rule], path: Path) -> tuple[Golden, ...]:
    """All timelines of a folder or of one file; a ``Fault`` names file and line of every mistake."""
    if not path.is_dir():
        return tuple(gathered(parse(Source(path), rules)))
    found = list(files(path, lambda source: parse(source, rules)))
    if not found:
        raise Fault("pack.E004", f"{path} 中没有法律测试", "请放入 .yaml 文件，写法见 docs/law-periods.md")
    return tuple(gathered(found))


def of(pack: Path = DISTRICT) -> tuple[Golden, ...]:
    """The timelines of a pack and of those above it, all under the rules of the lowest."""
    known = rules.load(pack)
    folders = (layer.folder / "tests" for layer in chain(pack))
    steps = (step for folder in folders for step in files(folder, lambda source: parse(source, known)))
    return tuple(gathered(steps))


def parse(source: Source, rules: Layered[Rule]) -> Iterator[Step[Golden]]:
    """The timelines of one file, each under the edition of its rule that is in force on the event's day."""
    for n, step in enumerate(source.entries(GoldenEntry)):
        yield partial(_golden, source, n, step, rules)


def _golden(source: Source, n: int, step: Step[GoldenEntry], rules: Layered[Rule]) -> Golden:
    entry = step()
    known = rules.on(entry.rule, _day(entry.event)) or rules.get(entry.rule)
    rule = _spelt_out(entry, entry.period) if entry.period else known
    if rule is None:
        raise source.refuse((n, "rule"), f"没有规则“{entry.rule}”", "请核对编号，或者用 period 写明期间")
    acts = gathered(partial(_act, source, (n, "acts", i), one, rule) for i, one in enumerate(entry.acts))
    written = entry.expect.model_dump(include=entry.expect.model_fields_set)
    expect = {what: v.isoformat() if isinstance(v, date) else v for what, v in written.items()}
    timeline = Timeline(entry.name, entry.basis, rule, entry.event, expect, tuple(acts), entry.known_until)
    return Golden(timeline, source.path.name, source.line((n,)))


def _day(event: date) -> date:
    return event.date() if isinstance(event, datetime) else event


def _spelt_out(entry: GoldenEntry, written: PeriodEntry) -> Rule:
    period = Period(written.amount, written.unit)
    roll = entry.basis if entry.roll else ""
    return Rule("", entry.name, Basis(entry.basis), period, backward=entry.backward, roll=roll)


def _act(source: Source, place: Place, entry: ActEntry, rule: Rule) -> Act:
    acts = tuple(_acts(entry, rule))
    if len(acts) != 1:
        raise source.refuse(place, "须写且只写一个事件，延长须写 amount", "请把每个事件分列")
    return acts[0]


def _acts(entry: ActEntry, rule: Rule) -> Iterator[Act]:
    unit = rule.period.unit if rule.period else Unit.CALENDAR_DAY
    if entry.started:
        yield Started(entry.started)
    if entry.suspended:
        yield Suspended(entry.suspended, entry.why)
    if entry.resumed:
        yield Resumed(entry.resumed)
    if entry.excluded:
        yield Excluded(*entry.excluded, entry.why)
    if entry.extended and entry.amount:
        yield Extended(entry.extended, Period(entry.amount, unit), entry.approver)
    if entry.stopped:
        yield Stopped(entry.stopped)
