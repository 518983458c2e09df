"""Running cases: this engine beside SpiffWorkflow, transitions and django-fsm-2, in turn, in one run.

The task is the same for all: twelve steps, four in a row, two branches of two, four in a row; the state
machines, which know no branches, take them one after the other. Ours checks people, order, gates, facts and
dates of every act and keeps the records; the peers check what their users usually have them check: the order
and one guard.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from itertools import pairwise
from time import perf_counter

from fazhi.law.clock import Clock as Budget
from fazhi.law.period import Period
from fazhi.law.rule import Basis
from fazhi.law.unit import Unit
from fazhi.packs import calendar
from fazhi.procedure.act import Act
from fazhi.procedure.case import Case
from fazhi.procedure.cast import cast
from fazhi.procedure.clock import Clock
from fazhi.procedure.condition import Condition, Done, Is, Not
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import Fact, FactKind
from fazhi.procedure.gate import Gate
from fazhi.procedure.outcome import Outcome
from fazhi.procedure.perform import perform
from fazhi.procedure.permitted import permitted
from fazhi.procedure.record import Record
from fazhi.procedure.role import Role, RoleKind

ROUNDS = 7
RUNS = 60
TARGET_ACTS = 20_000
TARGET_SPIFF = 10
TARGET_PERMITTED = 300.0
TARGET_FOLD = 1.0
BEFORE = {
    "t0": (), "t1": ("t0",), "t2": ("t1",), "t3": ("t2",),
    "a0": ("t3",), "a1": ("a0",), "b0": ("t3",), "b1": ("b0",),
    "t4": ("a1", "b1"), "t5": ("t4",), "t6": ("t5",), "t7": ("t6",),
}  # fmt: skip
"""For each of the twelve steps the ones that come before it, in an order in which they can be done."""
LAW = Basis("示例法", "2024-01-01", "第一条")
DAY = date(2026, 3, 2)
OFFICIAL = calendar.load()

Run = Callable[[], int]
"""Runs one case and gives back how many steps it took."""


def edition(before: dict[str, tuple[str, ...]]) -> Edition:
    """A procedure of the given shape: every act by an official, with a fact, a clock over all and an end."""
    names = list(before)
    acts = tuple(
        Act(name, name, "clerk", LAW, starts=not needed, at_most=1, asks=("complete",), may_ask=("note",),
            ends="done" if name == names[-1] else "", requires=tuple(_gates(needed)))
        for name, needed in before.items()
    )  # fmt: skip
    return Edition(
        id="shape",
        title="十二步",
        basis=LAW,
        roles=(Role("clerk", "经办人", RoleKind.OFFICIAL, LAW, qualification="资格"),),
        facts=(
            Fact("complete", "材料是否齐全", FactKind.YES_NO, LAW),
            Fact("note", "说明", FactKind.TEXT, LAW),
        ),
        acts=acts,
        clocks=(
            Clock("limit", "期限", (names[0],), (names[-1],), LAW, Budget(Period(20, Unit.WORKING_DAY))),
        ),
        outcomes=(Outcome("done", "办结", LAW),),
        since=date(2024, 1, 1),
    )


def _gates(needed: tuple[str, ...]) -> Iterator[Gate]:
    yield from (Gate(Done(name), f"须先办理{name}", LAW) for name in needed)
    complete: Condition = Is("complete", (True,))
    yield Gate(complete, "材料不齐", LAW)
    yield Gate(Not(Is("note", ("退回",))), "已退回", LAW)


def records(shape: Edition, names: list[str]) -> list[Record]:
    """One record for each name, a day apart from the third on."""
    people = cast(shape)["clerk"]
    days = [DAY + timedelta(days=n // 3) for n in range(len(names))]
    facts = {"complete": True, "note": "材料齐全"}
    return [
        Record(name, people, day, datetime.combine(day, time(17)), facts)
        for name, day in zip(names, days, strict=True)
    ]


def ours() -> Run:
    """Twelve acts with full guards."""
    shape = edition(BEFORE)
    steps = records(shape, list(BEFORE))

    def run() -> int:
        case = Case(shape)
        for record in steps:
            case = perform(case, record, OFFICIAL)
        assert case.state.outcome == "done"
        return len(case.records)

    return run


def with_transitions() -> Run:
    """A machine with a guard on each transition."""
    from transitions import Machine

    states = ["start", *BEFORE]
    moves = [{"trigger": "go", "source": a, "dest": b, "conditions": "complete"} for a, b in pairwise(states)]
    machine = Machine(model=None, states=states, transitions=moves, initial="start", auto_transitions=False)

    class Application:
        def complete(self) -> bool:
            return True

    def run() -> int:
        model = Application()
        machine.add_model(model)
        steps = sum(model.go() for _ in BEFORE)  # type: ignore[attr-defined]
        machine.remove_model(model)
        return steps

    return run


def with_django_fsm() -> Run:
    """A model in memory with a guard on each transition."""
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", INSTALLED_APPS=[])
        django.setup()
    from django.db import models
    from django_fsm import FSMField, transition

    states = ["start", *BEFORE]
    field = FSMField(default="start")
    parts = {"state": field, "__module__": __name__, "Meta": type("Meta", (), {"app_label": "benchmark"})}
    for n, (source, target) in enumerate(pairwise(states)):
        parts[f"go{n}"] = transition(field=field, source=source, target=target, conditions=[bool])(_named(n))
    model = type("Application", (models.Model,), parts)
    triggers = [f"go{n}" for n in range(len(BEFORE))]

    def run() -> int:
        case = model()
        for trigger in triggers:
            getattr(case, trigger)()
        assert case.state == states[-1]
        return len(triggers)

    return run


def _named(number: int) -> Callable[[object], None]:
    def go(self: object) -> None:
        """Nothing but the change of state."""

    go.__name__ = f"go{number}"
    return go


def with_spiff() -> Run:
    """A BPMN process of the same shape, each task writing three values."""
    from SpiffWorkflow.bpmn import BpmnWorkflow
    from SpiffWorkflow.bpmn.parser import BpmnParser
    from SpiffWorkflow.util.task import TaskState

    parser = BpmnParser()
    parser.add_bpmn_io(io.BytesIO(process().encode()))
    spec, subs = parser.get_spec("p"), parser.get_subprocess_specs("p")

    def run() -> int:
        workflow, steps = BpmnWorkflow(spec, subs), 0
        workflow.do_engine_steps()
        while not workflow.completed:
            task = workflow.get_tasks(state=TaskState.READY, manual=True)[0]
            task.data.update(by="经办人", complete=True, note="材料齐全")
            task.run()
            workflow.do_engine_steps()
            steps += 1
        return steps

    return run


def process() -> str:
    """The twelve steps as BPMN with a parallel split and join."""
    links = [("start", "t0"), ("t0", "t1"), ("t1", "t2"), ("t2", "t3"), ("t3", "split"), ("split", "a0")]
    links += [("a0", "a1"), ("a1", "join"), ("split", "b0"), ("b0", "b1"), ("b1", "join"), ("join", "t4")]
    links += [("t4", "t5"), ("t5", "t6"), ("t6", "t7"), ("t7", "end")]
    tasks = "".join(f'<bpmn:manualTask id="{name}" name="{name}"/>' for name in BEFORE)
    flows = "".join(
        f'<bpmn:sequenceFlow id="f{n}" sourceRef="{a}" targetRef="{b}"/>' for n, (a, b) in enumerate(links)
    )
    return (
        '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" '
        'id="d" targetNamespace="b">'
        '<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="start"/><bpmn:endEvent id="end"/>'
        '<bpmn:parallelGateway id="split"/><bpmn:parallelGateway id="join"/>'
        f"{tasks}{flows}</bpmn:process></bpmn:definitions>"
    )


def asked() -> Callable[[], object]:
    """What one person may do in a procedure of 25 acts, half way through."""
    before: dict[str, tuple[str, ...]] = {"s0": ()}
    before |= {f"s{n}": (f"s{n - 1}",) for n in range(1, 25)}
    shape = edition(before)
    case = Case(shape, tuple(records(shape, list(before)[:12])))
    person = cast(shape)["clerk"]
    at = DAY + timedelta(days=9)
    assert sum(p.permitted for p in permitted(case, person, at, OFFICIAL)) == 1
    return lambda: permitted(case, person, at, OFFICIAL)


def folded() -> Callable[[], object]:
    """The state of a case of 50 records, from the records alone."""
    before: dict[str, tuple[str, ...]] = {"s0": ()}
    before |= {f"s{n}": (f"s{n - 1}",) for n in range(1, 50)}
    shape = edition(before)
    steps = tuple(records(shape, list(before)))
    return lambda: Case(shape, steps).state


def seconds(work: Callable[[], object], times: int) -> float:
    """The time of one run in one pass."""
    start = perf_counter()
    for _ in range(times):
        work()
    return (perf_counter() - start) / times


def main() -> dict[str, float]:
    """Print acts per second of each, the ratios, and the two latencies; give them back by name."""
    peers = {"SpiffWorkflow": with_spiff, "transitions": with_transitions, "django_fsm": with_django_fsm}
    runs = {"fazhi": ours()} | {name: make() for name, make in peers.items() if find_spec(name)}
    assert all(run() == len(BEFORE) for run in runs.values())
    best = dict.fromkeys(runs, 0.0)
    asking, folding = asked(), folded()
    latency = {"permitted, 25 acts": float("inf"), "fold, 50 acts": float("inf")}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            best[name] = max(best[name], len(BEFORE) / seconds(run, RUNS))
        latency["permitted, 25 acts"] = min(latency["permitted, 25 acts"], seconds(asking, RUNS) * 1e6)
        latency["fold, 50 acts"] = min(latency["fold, 50 acts"], seconds(folding, RUNS) * 1e6)
    report(best, latency)
    return best | latency


def report(best: dict[str, float], latency: dict[str, float]) -> None:
    print(f"twelve steps, in memory, best of {ROUNDS} in turn")
    for name, rate in best.items():
        print(f"  {name:16} {rate:12,.0f} acts/s  {best['fazhi'] / rate:8.2f} x")
    for name, taken in latency.items():
        print(f"  {name:24} {taken:8.1f} µs")
    fast = best["fazhi"] >= TARGET_ACTS
    fast &= best["fazhi"] >= TARGET_SPIFF * best.get("SpiffWorkflow", 0.0)
    quick = (
        latency["permitted, 25 acts"] <= TARGET_PERMITTED and latency["fold, 50 acts"] <= TARGET_FOLD * 1000
    )
    goals = f"≥ {TARGET_ACTS:,} acts/s, ≥ {TARGET_SPIFF} x SpiffWorkflow"
    goals += f", permitted ≤ {TARGET_PERMITTED:.0f} µs, fold ≤ {TARGET_FOLD:.0f} ms"
    print(f"  target {goals}: {'met' if fast and quick else 'MISSED'}")


if __name__ == "__main__":
    main()
