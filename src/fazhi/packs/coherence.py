"""What a procedure file says must fit together: a slip that loads is a limit that never runs in some case.

Each mistake is the ``Fault`` pack.E002 at its line. Names and conditions are looked up by ``Reader``.
"""

from collections.abc import Iterator, Mapping

from fazhi.fault import Fault
from fazhi.packs.mistakes import refused
from fazhi.packs.procedure_entry import ActEntry, CellEntry, ClockEntry
from fazhi.packs.reader import Reader
from fazhi.packs.source import Place
from fazhi.procedure.act import Kind
from fazhi.procedure.role import RoleKind
from fazhi.procedure.variables import of


def coherent(reader: Reader) -> None:
    """Refuse a file whose parts contradict each other."""
    refused((*_head(reader), *_roles(reader)))
    for name, act in reader.entry.acts.items():
        refused(_act(reader, ("acts", name), act))
    for name, clock in reader.entry.clocks.items():
        refused(_clock(reader, ("clocks", name), name, clock))
    for name, table in reader.entry.tables.items():
        for n, row in enumerate(table.rows):
            refused(_row(reader, ("tables", name, "rows", n), row.when))


def _head(reader: Reader) -> Iterator[Fault]:
    days, moves = reader.entry.in_force, reader.entry.transition
    if days.since and days.until and days.until < days.since:
        yield reader.source.refuse(("in_force",), "施行的最后一日早于第一日", "请核对 since 和 until")
    on = getattr(moves, "on", None)
    if on and days.since and on < days.since:
        yield reader.source.refuse(("transition", "on"), f"{on}新版本尚未施行", "请写施行之日以后的日期")


def _roles(reader: Reader) -> Iterator[Fault]:
    for name, role in reader.entry.roles.items():
        keepers = [reader.entry.roles[one] for one in role.recorded_by if one in reader.entry.roles]
        if name in role.differs_from:
            yield reader.source.refuse(("roles", name, "differs_from"), "没有人能与自己不同", "请删去")
        if role.recorded_by and role.kind is RoleKind.OFFICIAL:
            wrong = "工作人员的行为不得由他人代为登记"
            yield reader.source.refuse(("roles", name, "recorded_by"), wrong, "请删去，或者写 kind: party")
        if any(keeper.kind is not RoleKind.OFFICIAL for keeper in keepers):
            wrong = "代为登记的须是工作人员"
            yield reader.source.refuse(("roles", name, "recorded_by"), wrong, "请写 kind: official 的角色")


def _act(reader: Reader, at: Place, act: ActEntry) -> Iterator[Fault]:
    brought = (*act.asks, *act.may_ask)
    if len(set(brought)) < len(brought):
        yield reader.source.refuse((*at, "asks"), "同一事实写了两次", "请只写在 asks 或者 may_ask 中一次")
    if act.bars and (act.bars not in brought or not _is(reader, act.bars, "person")):
        wrong = f"“{act.bars}”不是随该行为记录的人员"
        yield reader.source.refuse((*at, "bars"), wrong, "请写 asks 中 person: true 的事实")
    if act.not_before and not _is(reader, act.not_before, "date"):
        yield reader.source.refuse(
            (*at, "not_before"), f"“{act.not_before}”不是日期", "请写 date: true 的事实"
        )
    yield from _dated(reader, (*at, "dated_by"), act, brought)
    yield from _ending(reader, at, act)


def _dated(reader: Reader, at: Place, act: ActEntry, brought: tuple[str, ...]) -> Iterator[Fault]:
    by = act.dated_by
    if by is None:
        return
    choice = _choice(reader, by.fact)
    if choice is None or set(choice) != set(by.days):
        wrong = f"没有给“{by.fact}”的每个选项写明以哪一日为准"
        yield reader.source.refuse((*at, "days"), wrong, "fact 须是 choice，days 须写全它的选项")
    for fact in (by.fact, *by.days.values()):
        if fact not in brought:
            yield reader.source.refuse(at, f"该行为不记录“{fact}”", "请写入 asks 或者 may_ask")
    for fact in by.days.values():
        if not _is(reader, fact, "date"):
            yield reader.source.refuse((*at, "days"), f"“{fact}”不是日期", "请写 date: true 的事实")


def _ending(reader: Reader, at: Place, act: ActEntry) -> Iterator[Fault]:
    if act.ends and act.ends_by:
        yield reader.source.refuse((*at, "ends_by"), "ends 和 ends_by 只能写一种", "请删去一种")
    if bool(act.outcomes) != bool(act.ends_by):
        yield reader.source.refuse(
            (*at, "outcomes"), "ends_by 须与 outcomes 同写", "请补上另一项，或者写 ends"
        )
    elif strange := set(act.outcomes) - set(_choice(reader, act.ends_by) or ()):
        wrong = f"“{act.ends_by}”没有选项“{'、'.join(sorted(strange))}”"
        yield reader.source.refuse((*at, "outcomes"), wrong, "ends_by 须是 choice 的事实，请核对它的选项")


def _clock(reader: Reader, at: Place, name: str, clock: ClockEntry) -> Iterator[Fault]:
    if clock.set_by and not _is(reader, clock.set_by, "date"):
        yield reader.source.refuse((*at, "set_by"), f"“{clock.set_by}”不是日期", "请写 date: true 的事实")
    if name in _waits_for(reader, name):
        yield reader.source.refuse((*at, "pauses"), "期限的中止以它自己届满为止", "请删去 or_expiry_of")
    yield from _lengthening(reader, at, clock)
    for fact, value in (clock.on_expiry.deems if clock.on_expiry else {}).items():
        if fact in reader.entry.facts:
            reader.answer((*at, "on_expiry", "deems", fact), fact, value)
    if clock.when and of(reader.condition((*at, "when"), clock.when)).clocks:
        wrong = "期限适用于哪些案件，不取决于期限是否届满"
        yield reader.source.refuse((*at, "when"), wrong, "请以事实、行为写明")


def _lengthening(reader: Reader, at: Place, clock: ClockEntry) -> Iterator[Fault]:
    way = clock.extended_by
    if way is None or clock.limit is None:
        return
    act = reader.entry.acts.get(way.act)
    if act and act.kind is not Kind.EXTENSION:
        yield reader.source.refuse(
            (*at, "extended_by", "act"), "该行为不是延期", "请写 kind: extension 的行为"
        )
    brought = {fact for one in reader.entry.acts.values() for fact in (*one.asks, *one.may_ask)}
    if not _is(reader, way.amount, "number") or way.amount not in brought:
        wrong = f"“{way.amount}”不是随某一行为记录的数"
        yield reader.source.refuse((*at, "extended_by", "amount"), wrong, "请写 number 的事实，并写入 asks")


def _waits_for(reader: Reader, name: str) -> set[str]:
    """The clocks whose expiry a clock's pauses wait for, theirs too."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        clock = reader.entry.clocks.get(waiting.pop())
        ahead = {pause.or_expiry_of for pause in clock.pauses} if clock else set()
        waiting += sorted(ahead - found - {""})
        found |= ahead
    return found


def _row(reader: Reader, at: Place, cells: Mapping[str, CellEntry]) -> Iterator[Fault]:
    for name, cell in cells.items():
        place, limits = (*at, "when", name), (cell.at_least, cell.at_most) != (None, None)
        if bool(cell.is_in) == limits:
            yield reader.source.refuse(place, "须写且只写 is_in、at_least/at_most 之一", "请写明该列要求什么")
        elif limits and name in reader.entry.facts:
            reader.number(place, name, cell.at_least, cell.at_most)
        for value in cell.is_in if name in reader.entry.facts else ():
            reader.answer(place, name, value)


def _is(reader: Reader, name: str, kind: str) -> bool:
    """Whether a fact is of a kind; one that the file does not define is refused where it is looked up."""
    fact = reader.entry.facts.get(name)
    return fact is None or bool(getattr(fact, kind))


def _choice(reader: Reader, name: str) -> dict[str, str] | None:
    fact = reader.entry.facts.get(name)
    return fact.choice if fact else None
