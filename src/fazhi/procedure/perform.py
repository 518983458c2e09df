"""Putting an act on record: judged in full first, so that nothing unlawful and nothing half is written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.procedure import backdated
from fazhi.procedure import persons as people
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.due import due, expiry
from fazhi.procedure.permitted import early, judged, order, refusal, with_facts
from fazhi.procedure.record import Record
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.value import shown, whole
from fazhi.procedure.view import View


def perform(case: Case, record: Record, calendar: Calendar) -> Case:
    """The case with the record, or the first reason against it as a ``Fault``."""
    for reason in refusals(case, record, calendar):
        raise reason.fault()
    return case.with_record(record)


def refusals(case: Case, record: Record, calendar: Calendar) -> tuple[Refusal, ...]:
    """Every reason against putting a record on file, as the case stood in law on the record's day."""
    act = case.edition.act.get(record.act)
    if act is None:
        known = "、".join(a.title for a in case.edition.acts)
        return (Refusal("procedure.E001", f"{case.edition.title}没有“{record.act}”", f"请从{known}中选择"),)
    return tuple(_refusals(case, act, record, calendar))


def _refusals(case: Case, act: Act, record: Record, calendar: Calendar) -> Iterator[Refusal]:
    day = record.happened_on
    standing = case.as_of(day)
    view = View(standing.state, expiry(standing, calendar, day), case.edition.deemed)
    yield from _times(case, act, record)
    yield from order(act, standing if standing.records or act.starts else case)
    yield from people.refusals(case.edition, case.edition.role[act.by], record.by, standing.state, day)
    yield from backdated.refusals(case, standing, act, record)
    yield from _facts(case, act, record)
    yield from _fixed(case, act, record)
    told = with_facts(view, record.facts)
    yield from early(act, case, told, day)
    yield from _documents(act, record, told)
    closed, _ = judged(act, told)
    yield from (refusal(case, act, gate) for gate in closed if gate.blocks)
    if act.kind is Kind.CORRECTION:
        yield from _correction(case, act, record)
    if act.kind is Kind.EXTENSION:
        yield from _extension(case, act, record, calendar)


def _times(case: Case, act: Act, record: Record) -> Iterator[Refusal]:
    day, basis = record.happened_on, str(act.basis)
    if day > record.recorded_at.date():
        yield Refusal("procedure.E015", f"{act.title}的日期{day}晚于登记之日", "请在发生以后登记", basis)
    if case.records and record.recorded_at < case.records[-1].recorded_at:
        yield Refusal("procedure.E016", "登记时间早于上一条记录", "请核对系统时间后重新登记")
    if case.began and day < case.began:
        yield Refusal("procedure.E015", f"{act.title}的日期{day}早于案件开始之日", "请核对日期", basis)
    if not case.records and not case.edition.in_force(day):
        yield Refusal(
            "procedure.E018", f"{case.edition.title}的这一版本在{day}不施行", "请改用当日施行的版本"
        )
    yield from _day(case, act, record)


def _day(case: Case, act: Act, record: Record) -> Iterator[Refusal]:
    if act.dated_by and (lawful := act.dated_by.day(record.facts)) != record.happened_on:
        yield _wrong_day(case, act, str(lawful) if lawful else "")


def _wrong_day(case: Case, act: Act, lawful: str) -> Refusal:
    by = act.dated_by
    asked = case.edition.words.fact(by.fact) if by else ""
    because = f"{act.title}之日应按“{asked}”确定" + (f"为{lawful}" if lawful else "，但缺少该日期")
    return Refusal("procedure.E017", because, "请填写法定的日期", str(by.basis) if by else "")


def _facts(case: Case, act: Act, record: Record) -> Iterator[Refusal]:
    words, known, basis = case.edition.words, case.edition.fact, str(act.basis)
    for name in act.asks:
        if name not in record.facts:
            yield Refusal("procedure.E012", f"{act.title}须填写“{words.fact(name)}”", "请补上这一项", basis)
    for name, value in record.facts.items():
        if name not in act.brings and act.kind is not Kind.CORRECTION:
            yield Refusal("procedure.E013", f"{act.title}不记录“{words.fact(name)}”", "请删去这一项", basis)
        elif name not in known:
            yield Refusal("procedure.E013", f"没有“{name}”这一项", "请删去这一项", basis)
        elif objection := known[name].objection(value):
            yield Refusal("procedure.E013", objection, "请按要求填写", str(known[name].basis))
        elif name in case.edition.amounts and whole(value) is None:
            wrong = f"“{words.fact(name)}”须是至少1的整数，不能是“{shown(value)}”"
            yield Refusal("procedure.E013", wrong, "请按要求填写", str(known[name].basis))


def _fixed(case: Case, act: Act, record: Record) -> Iterator[Refusal]:
    """A day that the organ fixes lies before the act that fixes it: the time would have run out at once."""
    for clock in case.edition.clocks:
        day = record.facts.get(clock.set_by)
        if act.id in clock.starts and isinstance(day, date) and day < record.happened_on:
            wrong = (
                f"{act.title}在{record.happened_on}，确定的“{case.edition.words.fact(clock.set_by)}”却是{day}"
            )
            yield Refusal("procedure.E021", wrong, "请确定以后的日期", str(clock.basis))


def _documents(act: Act, record: Record, told: View) -> Iterator[Refusal]:
    for document in act.documents:
        if document.title not in record.documents and document.demanded(told):
            wrong = f"{act.title}须有《{document.title}》"
            yield Refusal("procedure.E014", wrong, "请制作并附上该文书", str(document.basis))


def _correction(case: Case, act: Act, record: Record) -> Iterator[Refusal]:
    basis = str(act.basis)
    if not record.reason:
        yield Refusal("procedure.E022", "更正没有写明理由", "请写明理由", basis)
    if record.corrects is None or not 1 <= record.corrects <= len(case.records):
        yield Refusal("procedure.E022", "没有写明更正哪一条记录", "请写明原记录的序号；原记录保留在卷", basis)
        return
    wrong = case.corrected[record.corrects - 1]
    if corrected := case.edition.act.get(wrong.act):
        yield from _mended(case, corrected, wrong, record)


def _mended(case: Case, act: Act, wrong: Record, record: Record) -> Iterator[Refusal]:
    """What speaks against the record as the correction leaves it: its day, and facts that are not its own."""
    day = record.instead_on or wrong.happened_on
    mended = replace(
        wrong, happened_on=day, recorded_at=record.recorded_at, facts={**wrong.facts, **record.facts}
    )
    first = case.records[0] if record.corrects == 1 else None
    for name in record.facts.keys() - set(act.brings):
        said = f"{act.title}不记录“{case.edition.words.fact(name)}”，不能以更正补入"
        yield Refusal("procedure.E013", said, "请删去这一项", str(act.basis))
    if day > record.recorded_at.date() or (not first and case.began and day < case.began):
        said = f"更正后{act.title}的日期{day}晚于登记之日，或者早于案件开始之日"
        yield Refusal("procedure.E015", said, "请核对日期", str(act.basis))
    yield from _day(case, act, mended)
    yield from _fixed(case, act, mended)


def _extension(case: Case, act: Act, record: Record, calendar: Calendar) -> Iterator[Refusal]:
    """The clock's own objections: over the cap, once too often, or when time had already run out."""
    if any(clock.extended_by and clock.extended_by.act == act.id for clock in case.edition.clocks):
        for found in due(case.with_record(record), calendar, record.happened_on).values():
            refused = found.due.refused if found.due else ()
            for item in refused:
                if item.act.on == record.happened_on:
                    yield Refusal(
                        "procedure.E020", f"{act.title}：{item.reason}", "请在法定范围内延长", str(act.basis)
                    )
