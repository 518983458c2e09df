"""Which acts may happen now, and why the others may not: the one judge that every face asks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from fazhi.law.calendar import Calendar
from fazhi.procedure import persons as people
from fazhi.procedure.act import Act, Kind
from fazhi.procedure.case import Case
from fazhi.procedure.due import expiry
from fazhi.procedure.gate import Gate
from fazhi.procedure.person import Person
from fazhi.procedure.refusal import Refusal
from fazhi.procedure.state import State
from fazhi.procedure.value import ANY, Held
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Permission:
    """An act, refused for all the reasons there are, or permitted while ``depends_on`` comes out right."""

    act: Act
    refusals: tuple[Refusal, ...] = ()
    depends_on: tuple[Gate, ...] = ()
    """Gates that will be judged by the facts entered with the act."""
    questions: tuple[str, ...] = ()
    """What the law leaves open here, with who decides."""
    warnings: tuple[Refusal, ...] = ()
    """What speaks against it on a source that may not block."""

    @property
    def permitted(self) -> bool:
        """Whether nothing known speaks against it."""
        return not self.refusals


def permitted(
    case: Case,
    person: Person | tuple[Person, ...],
    at: date,
    calendar: Calendar,
    acts: Iterable[Act] | None = None,
) -> tuple[Permission, ...]:
    """Every act of the edition, or those asked for, as one person or several could do it on a day."""
    persons = (person,) if isinstance(person, Person) else person
    standing = case.as_of(at)
    edition = case.edition
    view = View(standing.state, expiry(standing, calendar, at), edition.deemed)
    who = {
        role.id: tuple(people.refusals(edition, role, persons, standing.state, at)) for role in edition.roles
    }
    return tuple(
        _permission(act, standing, view, who[act.by], at) for act in (edition.acts if acts is None else acts)
    )


def _permission(act: Act, case: Case, view: View, who: tuple[Refusal, ...], at: date) -> Permission:
    coming: Mapping[str, Held] = dict.fromkeys(act.brings, ANY)
    closed, pending = judged(act, with_facts(view, coming))
    found = [(gate.blocks, refusal(case, act, gate)) for gate in closed]
    refusals = (
        *order(act, case),
        *early(act, case, view, at),
        *who,
        *(one for blocks, one in found if blocks),
    )
    warnings = tuple(one for blocks, one in found if not blocks)
    return Permission(act, refusals, pending, tuple(questions(act)), warnings)


def with_facts(view: View, facts: Mapping[str, Held]) -> View:
    """The view with facts that an act brings."""
    if not facts:
        return view
    was = view.state
    state = State(was.done, {**was.facts, **facts}, was.actors, was.barred, was.outcome, was.earlier)
    return View(state, view.expired, view.deemed)


def judged(act: Act, view: View) -> tuple[tuple[Gate, ...], tuple[Gate, ...]]:
    """The gates that are closed (advisory ones too), and those that depend on facts not settled yet."""
    closed: list[Gate] = []
    pending: list[Gate] = []
    for gate in act.requires:
        if not gate.undetermined and (free := gate.open(view)) is not True:
            (closed if free is False else pending).append(gate)
    return tuple(closed), tuple(pending)


def refusal(case: Case, act: Act, gate: Gate) -> Refusal:
    """A closed gate as a person reads it."""
    if gate.because:
        return gate.refusal
    because = f"{act.title}以前须{gate.that.text(case.edition.words)}"
    return replace(gate.refusal, because=because)


def questions(act: Act) -> Iterator[str]:
    """What must be asked about an act, with who decides."""
    if act.undetermined:
        yield f"{act.title}：由{act.undetermined}确定"
    for gate in act.requires:
        if gate.undetermined:
            yield f"{gate.because}：由{gate.undetermined}确定"


def order(act: Act, case: Case) -> Iterator[Refusal]:
    """The reasons in the course of the case: not begun, over, or the act done often enough."""
    state, basis = case.state, str(act.basis)
    if not case.records and not act.starts:
        starting = "、".join(a.title for a in case.edition.acts if a.starts)
        yield Refusal("procedure.E003", f"案件尚未开始，不能{act.title}", f"请先{starting}", basis)
    if state.outcome and not act.after_end:
        yield ended(case, act)
    if act.kind is Kind.RETURN:
        yield Refusal("procedure.E019", f"{act.title}由子案件办结时自动记入", "请在子案件中办理", basis)
    if act.starts and case.records:
        yield Refusal("procedure.E003", f"案件已经开始，不能再次{act.title}", "请在本案中继续办理", basis)
    if act.at_most is not None and state.done.get(act.id, 0) >= act.at_most:
        yield spent(act)


def early(act: Act, case: Case, view: View, day: date) -> Iterator[Refusal]:
    """The day that was fixed for it, and told to the parties, has not come."""
    fixed = view.fact(act.not_before) if act.not_before else None
    if isinstance(fixed, date) and day < fixed:
        fact = case.edition.fact[act.not_before]
        wrong = f"{act.title}不得早于确定的“{fact.title}”{fixed}"
        yield Refusal("procedure.E017", wrong, "请在该日以后办理，或者依法重新确定日期", str(fact.basis))


def ended(case: Case, act: Act) -> Refusal:
    """The case is over."""
    how = case.edition.words.outcome(case.state.outcome)
    return Refusal("procedure.E002", f"案件已以“{how}”办结", "如有错误，请依法更正", str(act.basis))


def spent(act: Act) -> Refusal:
    """The act was done as often as it may be."""
    wrong = f"{act.title}至多{act.at_most}次"
    return Refusal("procedure.E004", wrong, "请改用其他法定方式", str(act.basis))
