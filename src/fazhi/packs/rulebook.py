"""The deadlines, tables, procedures and the calendar of the packs, read once for every page."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from fazhi.law.calendar import Calendar
from fazhi.law.rule import Rule
from fazhi.law.table.table import Table
from fazhi.packs import calendar
from fazhi.packs import procedures as pack_procedures
from fazhi.packs import rules as pack
from fazhi.packs.layer import Layered
from fazhi.packs.tables import loading
from fazhi.procedure.edition import Edition

Group = tuple[str, tuple[Rule, ...]]
"""A statute's name and the rules that rest on it."""


@cache
def rules() -> Layered[Rule]:
    """Every rule by id, the lowest pack's latest edition of each."""
    return pack.load()


@cache
def tables() -> Layered[Table]:
    """Every decision table by id, the lowest pack's latest edition of each."""
    return loading.load()


@cache
def procedures() -> tuple[Edition, ...]:
    """Every edition of every procedure, with the general law that attaches to it."""
    return tuple(one for editions in pack_procedures.editions().values() for one in editions)


def rule(name: str, day: date) -> Rule | None:
    """The rule as it applies on a day; where it applies on none such, its latest edition."""
    return rules().on(name, day) or rules().get(name)


@cache
def days() -> Calendar:
    """The official calendar."""
    return calendar.load()


def groups(words: str = "") -> Iterator[Group]:
    """Rules by statute in the packs' order; only those that have every word, if any is given.

    >>> [(name, len(found)) for name, found in groups("行政复议法 补正 10个工作日")]
    [('行政复议法', 1)]
    """
    grouped: dict[str, list[Rule]] = {}
    for each in rules().values():
        grouped.setdefault(each.basis.statute.strip("《》"), []).append(each)
    for name, held in grouped.items():
        if found := tuple(one for one in held if _has(one, words.split())):
            yield name, found


def matching(words: str) -> list[Rule]:
    """The same rules in one list."""
    return list(chain.from_iterable(found for _, found in groups(words)))


def _has(rule: Rule, words: list[str]) -> bool:
    said = f"{rule.id} {rule.says} {rule.basis} {rule.period or ''} {rule.starts_on}"
    return all(word in said for word in words)
