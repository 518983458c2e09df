"""A procedure file turned into an edition, every name and citation resolved or refused with its line."""

from collections.abc import Iterator, Mapping

from fazhi.law.catalogue import Catalogue
from fazhi.law.citation import written
from fazhi.law.clock import Clock as Budget
from fazhi.law.clock import Extension
from fazhi.law.period import Period
from fazhi.law.rule import Bound, Rule
from fazhi.packs.coherence import coherent
from fazhi.packs.procedure_entry import (
    ActEntry,
    ClockEntry,
    DocumentEntry,
    FactEntry,
    GateEntry,
    ProcedureEntry,
    RoleEntry,
    SubEntry,
    TableEntry,
    period,
)  # fmt: skip
from fazhi.packs.reader import Reader
from fazhi.packs.source import Place, Source
from fazhi.packs.sub_entry import written_out
from fazhi.procedure.act import Act, DatedBy, Document
from fazhi.procedure.clock import Clock, Expiry, Lengthening, Pause
from fazhi.procedure.condition import Done
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.gate import Gate
from fazhi.procedure.invariant import Invariant
from fazhi.procedure.outcome import Outcome
from fazhi.procedure.role import Role, RoleKind
from fazhi.procedure.sub import Sub
from fazhi.procedure.table import Cell, Row, Table
from fazhi.procedure.transition import STAY, Transition, Way


def edition(
    source: Source, entry: ProcedureEntry, deadlines: Mapping[str, Rule], known: Catalogue | None = None
) -> Edition:
    """The edition that a file describes; with the statutes that are ``known``, its citations resolved."""
    entry = written_out(source, entry)
    reader = Reader(source, entry, known)
    coherent(reader)
    tables = {name: _table(reader, name, one) for name, one in entry.tables.items()}
    reader.tables = tables
    return Edition(
        id=entry.procedure,
        title=entry.title,
        basis=reader.basis(("basis",), entry.basis),
        roles=tuple(_role(reader, name, one) for name, one in entry.roles.items()),
        facts=tuple(_fact(reader, name, one) for name, one in entry.facts.items()),
        acts=tuple(_act(reader, name, one) for name, one in entry.acts.items()),
        clocks=tuple(_clock(reader, name, one, deadlines) for name, one in entry.clocks.items()),
        outcomes=tuple(
            Outcome(name, one.title, reader.basis(("outcomes", name, "basis"), one.basis))
            for name, one in entry.outcomes.items()
        ),
        invariants=tuple(_invariants(reader, entry)),
        tables=tuple(tables.values()),
        since=entry.in_force.since,
        until=entry.in_force.until,
        transition=_transition(reader, entry),
        tags=entry.tags,
        measure=entry.measure,
        subs=tuple(_sub(reader, name, one) for name, one in entry.subs.items()),
    )


def _transition(reader: Reader, entry: ProcedureEntry) -> Transition:
    said = entry.transition
    if isinstance(said, Way):
        if said is not Way.KEEP:
            wrong = "改变未办结案件所依的版本，没有写明依据"
            raise reader.source.refuse(
                ("transition",), wrong, "请写 {way: …, basis: 第…条}；没有规定的写 keep"
            )
        return STAY
    at: Place = ("transition",)
    if (said.way is Way.CHOICE) != bool(said.chosen_by):
        raise reader.source.refuse(at, "chosen_by 须且只须与 way: choice 同写", "请写明当事人以何种行为选择")
    reader.known((*at, "chosen_by"), "acts", (said.chosen_by,) if said.chosen_by else ())
    if said.chosen_by and entry.roles[entry.acts[said.chosen_by].by].kind is not RoleKind.PARTY:
        raise reader.source.refuse((*at, "chosen_by"), "该行为不由当事人办理", "选择适用的版本须由当事人作出")
    return Transition(said.way, reader.basis((*at, "basis"), said.basis), said.on, said.chosen_by)


def _role(reader: Reader, name: str, entry: RoleEntry) -> Role:
    at = ("roles", name)
    reader.known((*at, "differs_from"), "roles", entry.differs_from)
    reader.known((*at, "recorded_by"), "roles", entry.recorded_by)
    basis = reader.basis((*at, "basis"), entry.basis)
    return Role(
        name, entry.title, entry.kind, basis, entry.post, entry.qualification, entry.persons,
        entry.differs_from, entry.recorded_by,
    )  # fmt: skip


def _fact(reader: Reader, name: str, entry: FactEntry) -> Fact:
    at = ("facts", name)
    said = [kind for kind in FactKind if getattr(entry, kind.value) not in (False, None)]
    if len(said) != 1:
        kinds = "、".join(kind.value for kind in FactKind)
        raise reader.source.refuse(at, "须写且只写一种类型", f"请从 {kinds} 中选择一种")
    basis = reader.basis((*at, "basis"), entry.basis)
    return Fact(name, entry.title, said[0], basis, entry.choice or {}, entry.number or "")


def _table(reader: Reader, name: str, entry: TableEntry) -> Table:
    at: Place = ("tables", name, "rows")
    rows = []
    for n, row in enumerate(entry.rows):
        reader.known((*at, n, "when"), "facts", tuple(row.when))
        cells = (Cell(fact, c.is_in, c.at_least, c.at_most) for fact, c in row.when.items())
        rows.append(Row(tuple(cells), reader.basis((*at, n, "basis"), row.basis)))
    table = Table(name, entry.title, tuple(rows))
    for one, other in table.overlaps():
        raise reader.source.refuse((*at, other - 1), f"与第{one}行有重叠", "请使每组事实至多符合一行")
    return table


def _act(reader: Reader, name: str, entry: ActEntry) -> Act:
    at = ("acts", name)
    reader.known((*at, "by"), "roles", (entry.by,))
    reader.known((*at, "asks"), "facts", entry.asks)
    reader.known((*at, "may_ask"), "facts", entry.may_ask)
    reader.known((*at, "reopens"), "acts", entry.reopens)
    reader.known((*at, "clears"), "facts", entry.clears)
    reader.known((*at, "bars"), "facts", (entry.bars,) if entry.bars else ())
    reader.known((*at, "not_before"), "facts", (entry.not_before,) if entry.not_before else ())
    reader.known((*at, "ends"), "outcomes", (entry.ends,) if entry.ends else ())
    reader.known((*at, "outcomes"), "outcomes", tuple(entry.outcomes.values()))
    basis = reader.basis((*at, "basis"), entry.basis)
    return Act(
        id=name,
        title=entry.title,
        by=entry.by,
        basis=basis,
        kind=entry.kind,
        starts=entry.starts,
        after_end=entry.after_end,
        at_most=entry.at_most,
        requires=tuple(_gates(reader, name, entry)),
        asks=entry.asks,
        may_ask=entry.may_ask,
        documents=tuple(
            _document(reader, (*at, "documents", n), one, entry.basis)
            for n, one in enumerate(entry.documents)
        ),
        dated_by=_dated_by(reader, name, entry),
        not_before=entry.not_before,
        ends=entry.ends,
        ends_by=entry.ends_by,
        outcomes=entry.outcomes,
        reopens=entry.reopens,
        clears=entry.clears,
        bars=entry.bars,
        undetermined=entry.undetermined,
        tags=entry.tags,
    )


def _document(reader: Reader, at: Place, entry: DocumentEntry, act: str) -> Document:
    return Document(
        entry.title,
        reader.basis(at, entry.basis or act),
        reader.condition((*at, "when"), entry.when) if entry.when else None,
    )


def _gates(reader: Reader, name: str, entry: ActEntry) -> Iterator[Gate]:
    at = ("acts", name)
    reader.known((*at, "after"), "acts", entry.after)
    basis = reader.basis((*at, "basis"), entry.basis)
    for act in entry.after:
        yield Gate(Done(act), f"{entry.title}以前须先办理：{reader.entry.acts[act].title}", basis)
    for n, gate in enumerate(entry.requires):
        yield _gate(reader, (*at, "requires", n), gate, entry.basis)


def _gate(reader: Reader, at: Place, entry: GateEntry, act: str) -> Gate:
    return Gate(
        reader.condition((*at, "that"), entry.that),
        entry.because,
        reader.basis((*at, "basis"), entry.basis or act),
        reader.condition((*at, "when"), entry.when) if entry.when else None,
        entry.undetermined,
        entry.advisory,
    )


def _dated_by(reader: Reader, name: str, entry: ActEntry) -> DatedBy | None:
    if entry.dated_by is None:
        return None
    at, by = ("acts", name, "dated_by"), entry.dated_by
    reader.known((*at, "fact"), "facts", (by.fact,))
    reader.known((*at, "days"), "facts", tuple(by.days.values()))
    return DatedBy(by.fact, by.days, reader.basis((*at, "basis"), by.basis))


def _clock(reader: Reader, name: str, entry: ClockEntry, deadlines: Mapping[str, Rule]) -> Clock:
    at = ("clocks", name)
    for part in ("starts", "stops"):
        reader.known((*at, part), "acts", getattr(entry, part))
    reader.known((*at, "for_each"), "roles", (entry.for_each,) if entry.for_each else ())
    if sum((bool(entry.limit), bool(entry.set_by), bool(entry.undetermined))) != 1:
        wrong = "须写且只写 limit、set_by、undetermined 之一"
        raise reader.source.refuse(at, wrong, "法律没有规定的期限写 undetermined: 由谁确定")
    reader.known((*at, "set_by"), "facts", (entry.set_by,) if entry.set_by else ())
    return Clock(
        id=name,
        title=entry.title,
        starts=entry.starts,
        stops=entry.stops,
        basis=reader.basis((*at, "basis"), entry.basis),
        budget=_budget(reader, at, entry, deadlines),
        set_by=entry.set_by,
        ahead=_ahead(reader, at, entry, deadlines),
        undetermined=entry.undetermined,
        pauses=tuple(_pauses(reader, at, entry)),
        extended_by=_lengthening(reader, at, entry),
        warns=entry.warns,
        on_expiry=_expiry(reader, at, entry),
        when=reader.condition((*at, "when"), entry.when) if entry.when else None,
        advisory=entry.advisory,
        at_least=entry.at_least,
        for_each=entry.for_each,
    )


def _budget(reader: Reader, at: Place, entry: ClockEntry, deadlines: Mapping[str, Rule]) -> Budget | None:
    if entry.limit is None:
        return None
    more = entry.extended_by
    extension = Extension(period(more.at_most), more.times, more.approver) if more else None
    rule = _agrees(reader, at, "limit", entry.limit, entry.rule, deadlines)
    if rule is None:
        return Budget(period(entry.limit), extension, bool(entry.roll), written(entry.roll))
    if (rule.bound is Bound.AT_LEAST) != entry.at_least:
        wrong = f"与规则 {entry.rule} 的方向不同：一个是办结期限，一个是须先届满的时间"
        raise reader.source.refuse((*at, "rule"), wrong, "须先届满的时间写 at_least: true")
    roll = rule.roll or entry.roll
    return Budget(period(entry.limit), extension or rule.extension, bool(roll), written(roll))


def _ahead(reader: Reader, at: Place, entry: ClockEntry, deadlines: Mapping[str, Rule]) -> Period | None:
    if entry.ahead is None:
        return None
    if not entry.set_by:
        raise reader.source.refuse((*at, "ahead"), "ahead 须与 set_by 同写", "请写明由哪一事实确定日期")
    _agrees(reader, at, "ahead", entry.ahead, entry.rule, deadlines)
    return period(entry.ahead)


def _agrees(
    reader: Reader, at: Place, part: str, limit: str, name: str, deadlines: Mapping[str, Rule]
) -> Rule | None:
    """The rule of the pack that prescribes a period, held against what the procedure says."""
    if not name:
        return None
    rule = deadlines.get(name)
    if rule is None:
        raise reader.source.refuse((*at, "rule"), f"没有规则“{name}”", "请核对编号，或者删去 rule")
    if rule.period != period(limit):
        wrong = f"期限{limit}与规则 {name} 的{rule.period}不同"
        raise reader.source.refuse((*at, part), wrong, "请核对条文，改正其中一处")
    if rule.backward != (part == "ahead"):
        wrong = f"规则 {name} {'' if rule.backward else '不'}是从某日向前倒数的"
        raise reader.source.refuse((*at, "rule"), wrong, "倒数的期限写 set_by 和 ahead，其他的写 limit")
    return rule


def _pauses(reader: Reader, at: Place, entry: ClockEntry) -> Iterator[Pause]:
    for n, pause in enumerate(entry.pauses):
        place = (*at, "pauses", n)
        reader.known((*place, "since"), "acts", pause.since)
        reader.known((*place, "until"), "acts", pause.until)
        reader.known((*place, "or_expiry_of"), "clocks", (pause.or_expiry_of,) if pause.or_expiry_of else ())
        basis = reader.basis((*place, "basis"), pause.basis)
        yield Pause(pause.since, pause.until, basis, pause.or_expiry_of, pause.excluded)


def _lengthening(reader: Reader, at: Place, entry: ClockEntry) -> Lengthening | None:
    way = entry.extended_by
    if way is None:
        return None
    place = (*at, "extended_by")
    reader.known((*place, "act"), "acts", (way.act,))
    reader.known((*place, "amount"), "facts", (way.amount,))
    return Lengthening(way.act, way.amount, reader.basis((*place, "basis"), way.basis))


def _expiry(reader: Reader, at: Place, entry: ClockEntry) -> Expiry | None:
    silence = entry.on_expiry
    if silence is None:
        return None
    place = (*at, "on_expiry")
    reader.known((*place, "deems"), "facts", tuple(silence.deems))
    return Expiry(
        silence.meaning, reader.basis((*place, "basis"), silence.basis), tuple(silence.deems.items())
    )


def _sub(reader: Reader, name: str, entry: SubEntry) -> Sub:
    at = ("subs", name)
    reader.known((*at, "same"), "roles", tuple(entry.same))
    basis = reader.basis((*at, "basis"), entry.basis)
    return Sub(name, entry.title, entry.procedure, entry.opened_by, entry.outcomes, basis, entry.same)


def _invariants(reader: Reader, entry: ProcedureEntry) -> Iterator[Invariant]:
    for n, one in enumerate(entry.invariants):
        at = ("invariants", n)
        never = reader.condition((*at, "never"), one.never)
        yield Invariant(one.title, never, reader.basis((*at, "basis"), one.basis))
