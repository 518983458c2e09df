"""Decisions in execution: the last report, open problems, suspensions, what an article asks next (16.1).

No article that was read says how often an executor reports: nothing is counted down. A problem stays open
until execution is resumed or ends, as 第三十七条 has it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from fazhi.cases import capacity, policy, store
from fazhi.cases.models import Act, Case
from fazhi.cases.store import File
from fazhi.office.actor import Actor
from fazhi.procedure.record import Record

PROCEDURE = "major-decision"
ASSIGN, REPORT, PROBLEM, OPINION = "assign", "report_execution", "report_problem", "opine"
SUSPEND, RESUME, INSPECT, EVALUATE = "suspend", "resume", "inspect", "evaluate"
SAYS = {REPORT: "progress", PROBLEM: "problem", EVALUATE: "evaluation"}
"""The fact in which each of them says what matters here."""


@dataclass(frozen=True)
class Told:
    """An act of the execution with what it says."""

    record: Record
    people: tuple[str, ...]
    said: str

    @property
    def day(self) -> date:
        """The day in law."""
        return self.record.happened_on


@dataclass(frozen=True)
class Need:
    """What is to be done next, on which article; ``asked`` names who decides where none says when."""

    what: str
    article: str
    asked: str = ""


@dataclass(frozen=True)
class Execution:
    """How the execution of one decision stands."""

    row: Case
    unit: str
    since: date | None
    report: Told | None
    problems: tuple[Told, ...]
    suspended: Told | None
    inspected: Told | None
    evaluation: Told | None
    opinions: int
    needs: tuple[Need, ...]


def running(actor: Actor) -> QuerySet[Case]:
    """The visible decisions that are being executed, those longest without any act first."""
    assigned = Act.objects.filter(case=OuterRef("pk"), name=ASSIGN)
    rows = policy.visible(actor).filter(Exists(assigned), procedure=PROCEDURE, outcome="")
    return rows.select_related("organ").order_by("latest_on", "pk")


def of(row: Case, today: date) -> Execution:
    """The execution of one decision as it stands on a day."""
    file = store.file(row)
    told = {name: tuple(_told(file, name)) for name in (ASSIGN, REPORT, PROBLEM, SUSPEND, INSPECT, EVALUATE)}
    state = file.case.state
    problems = tuple(one for one in told[PROBLEM] if _open(one, file))
    suspended = told[SUSPEND][-1] if state.done.get(SUSPEND) else None
    inspected = _last(told[INSPECT])
    report = _last(told[REPORT])
    return Execution(
        row=row,
        unit=str(state.facts.get("executor_unit", "")),
        since=told[ASSIGN][-1].day if told[ASSIGN] else None,
        report=report,
        problems=problems,
        suspended=suspended,
        inspected=inspected,
        evaluation=_last(told[EVALUATE]),
        opinions=sum(record.act == OPINION for record in file.case.records),
        needs=tuple(_needs(report, bool(problems), suspended, inspected, today)),
    )


def _told(file: File, name: str) -> Iterator[Told]:
    edition = file.case.edition
    names = capacity.named(capacity.concerned(file.case.records))
    for record in file.case.history:
        if record.act == name:
            value, fact = record.facts.get(SAYS.get(name, "")), edition.fact.get(SAYS.get(name, ""))
            said = fact.named(value) if fact and value is not None else ""
            yield Told(record, capacity.signed(edition, record, names), said)


def _last(told: tuple[Told, ...]) -> Told | None:
    return told[-1] if told else None


def _open(problem: Told, file: File) -> bool:
    """Whether execution was not resumed since the problem was reported."""
    history = file.case.history
    place = next(n for n, record in enumerate(history) if record is problem.record)
    return not any(record.act == RESUME for record in history[place:])


def _needs(
    report: Told | None, problem: bool, suspended: Told | None, inspected: Told | None, today: date
) -> Iterator[Need]:
    if report is None:
        unit = "区政府办公室（条例没有写明多久报告一次）"
        yield Need("执行单位还没有报告执行情况", "重大行政决策程序暂行条例第三十四条", unit)
    if suspended:
        yield Need("中止执行中：恢复执行，或者依照程序作出调整的决策", "重大行政决策程序暂行条例第三十七条")
    elif problem:
        yield Need("研究所报告的问题：需要重大调整的，依照程序办理", "重大行政决策程序暂行条例第三十七条")
    if inspected is None or inspected.day.year < today.year:
        yield Need(f"{today.year}年还没有督促检查的记录", "重大行政决策程序暂行条例第三十四条")
