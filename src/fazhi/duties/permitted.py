"""What a person may do next with an occurrence, and for everything else the reason why not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from fazhi.duties.models import Occurrence, Step
from fazhi.duties.status import Status, status
from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right

Kind = Step.Kind
Stage = Occurrence.Stage
Verdict = tuple[Kind, Fault | None]


@dataclass(frozen=True)
class Situation:
    """All that decides whether a step is lawful."""

    actor: Actor
    occurrence: Occurrence
    last_answer: Step | None
    today: date

    @property
    def stage(self) -> Stage:
        return Stage(self.occurrence.stage)

    @property
    def status(self) -> Status:
        row = self.occurrence
        ends_on = row.duty.measure.outline.ends_on
        return status(row.stage, row.rectify_by or row.due_on, ends_on, self.today)


def situation(actor: Actor, occurrence: Occurrence, today: date) -> Situation:
    """Where an occurrence stands for this person today; one query for its last answer."""
    answers = occurrence.steps.filter(kind=Kind.ANSWER)
    return Situation(actor, occurrence, answers.select_related("person").last(), today)


def permitted(actor: Actor, occurrence: Occurrence, today: date) -> tuple[Verdict, ...]:
    """Every kind of step with ``None`` where it is permitted and the ``Fault`` where it is refused."""
    now = situation(actor, occurrence, today)
    return tuple((kind, refusal(kind, now)) for kind in Kind)


def refusal(kind: Kind, now: Situation) -> Fault | None:
    """Why this step is refused; ``None`` where it is permitted."""
    return next((fault for check in (_right, _in_force, *CHECKS[kind]) if (fault := check(kind, now))), None)


Check = Callable[[Kind, Situation], Fault | None]


def _right(kind: Kind, now: Situation) -> Fault | None:
    right = Right.ANSWER if kind == Kind.ANSWER else Right.SUPERVISE
    if now.actor.may(right, now.occurrence.organ_id):
        return None
    whose = f"{now.occurrence.organ}的承办人员" if kind == Kind.ANSWER else "统筹协调人员"
    return Fault("office.E001", f"您的岗位无权{kind.label}", f"请由{whose}办理")


def _in_force(_kind: Kind, now: Situation) -> Fault | None:
    if now.occurrence.withdrawn_id is None:
        return None
    wrong = "该事项已不在纲要现行版本中" if now.occurrence.duty.withdrawn_id else "该事项已不由本单位承担"
    return Fault("duties.E010", wrong, "已有记录继续保留，无需再办理")


def _unanswered(kind: Kind, now: Situation) -> Fault | None:
    if now.stage == Stage.ANSWERED:
        return Fault("duties.E011", f"已报送，正待统筹协调人员确认，不能{kind.label}", "请等待确认或退回")
    if now.stage == Stage.CONFIRMED:
        return Fault("duties.E012", f"已经确认，不能再{kind.label}", "发现问题的，由统筹协调人员退回整改")
    return None


def _answered(_kind: Kind, now: Situation) -> Fault | None:
    if now.stage in (Stage.OPEN, Stage.RETURNED):
        return Fault("duties.E013", "责任单位尚未报送，没有可确认的内容", "请等待报送，逾期的可以催办")
    if now.stage == Stage.CONFIRMED:
        return Fault("duties.E014", "该事项已经确认", "发现问题的，可以退回整改")
    return None


def _has_answer(_kind: Kind, now: Situation) -> Fault | None:
    if now.stage in (Stage.ANSWERED, Stage.CONFIRMED):
        return None
    return Fault("duties.E015", "责任单位尚未报送，没有可退回的内容", "请等待报送，逾期的可以催办")


def _another_person(_kind: Kind, now: Situation) -> Fault | None:
    if now.last_answer is None or now.last_answer.person_id != now.actor.person_id:
        return None
    return Fault("duties.E016", "报送人不得确认本人报送的内容", "请由其他统筹协调人员确认")


def _overdue(_kind: Kind, now: Situation) -> Fault | None:
    if now.status in (Status.OVERDUE, Status.EXPIRED):
        return None
    return Fault(
        "duties.E017", f"该事项{now.status.label}，并未逾期，不能催办", "到期后仍未报送的，才可以催办"
    )


CHECKS: dict[Kind, tuple[Check, ...]] = {
    Kind.ASK: (_unanswered,),
    Kind.ANSWER: (_unanswered,),
    Kind.CONFIRM: (_answered, _another_person),
    Kind.RETURN: (_has_answer,),
    Kind.CHASE: (_unanswered, _overdue),
}
