"""What a person may do next with an edition, and for everything else the reason why not."""

from collections.abc import Callable
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.office.actor import Actor
from fazhi.office.right import Right
from fazhi.registers.models import Edition, Review

Kind = Review.Kind
Verdict = tuple[Kind, Fault | None]


@dataclass(frozen=True)
class Situation:
    """All that decides whether a decision about an edition is lawful."""

    actor: Actor
    edition: Edition
    reviews: tuple[Review, ...]

    @property
    def stage(self) -> str:
        """What was decided last; empty for a draft."""
        return self.reviews[-1].kind if self.reviews else ""

    @property
    def drafters(self) -> set[int]:
        """Who drafted or submitted it: none of them approves it."""
        submitted = {review.person_id for review in self.reviews if review.kind == Kind.SUBMIT}
        return {self.edition.drafted_by_id} | submitted


def situation(actor: Actor, edition: Edition) -> Situation:
    """Where an edition stands for this person; one query."""
    return Situation(actor, edition, tuple(edition.reviews.select_related("person", "organ")))


def permitted(actor: Actor, edition: Edition) -> tuple[Verdict, ...]:
    """Every decision with ``None`` where it is permitted and the ``Fault`` where it is refused."""
    now = situation(actor, edition)
    return tuple((kind, refusal(kind, now)) for kind in Kind)


def refusal(kind: Kind, now: Situation) -> Fault | None:
    """Why this decision is refused; ``None`` where it is permitted."""
    checks = (_ours, _right, _stage, *CHECKS.get(kind, ()))
    return next((fault for check in checks if (fault := check(kind, now))), None)


Check = Callable[[Kind, Situation], Fault | None]


def _ours(kind: Kind, now: Situation) -> Fault | None:
    if not now.edition.register.superior:
        return None
    return Fault("registers.E040", f"上级清单只供对照，不在本级{kind.label}", "请在本级单位的清单上办理")


def _right(kind: Kind, now: Situation) -> Fault | None:
    right = Right.KEEP_REGISTER if kind == Kind.SUBMIT else Right.APPROVE_REGISTER
    if now.actor.may(right, now.edition.register.organ_id):
        return None
    whose = "承办人员" if kind == Kind.SUBMIT else "负责人"
    remedy = f"请由{now.edition.register.holder}的{whose}或者统筹协调人员办理"
    return Fault("office.E001", f"您的岗位无权{kind.label}", remedy)


AFTER: dict[Kind, tuple[str, ...]] = {
    Kind.SUBMIT: ("",),
    Kind.APPROVE: (Kind.SUBMIT,),
    Kind.RETURN: (Kind.SUBMIT, Kind.APPROVE),
    Kind.PUBLISH: (Kind.APPROVE,),
}
"""After which decision each may be taken; an edition returned is replaced by a new one."""
STAGES = {
    "": "是草稿，尚未提交审核",
    Kind.SUBMIT: "正在审核",
    Kind.APPROVE: "已审核通过，尚未公布",
    Kind.RETURN: "已退回",
    Kind.PUBLISH: "已公布",
}
REMEDIES = {
    "": "请先提交审核",
    Kind.SUBMIT: "请等待审核",
    Kind.APPROVE: "请予公布，或者退回修改",
    Kind.RETURN: "请修改后重新导入，形成新的版本",
    Kind.PUBLISH: "需要调整的，请导入新的版本",
}


def _stage(kind: Kind, now: Situation) -> Fault | None:
    if now.stage in AFTER[kind]:
        return None
    wrong = f"这一版{STAGES[now.stage]}，不能{kind.label}"
    return Fault("registers.E041", wrong, REMEDIES[now.stage])


def _another_person(_kind: Kind, now: Situation) -> Fault | None:
    if now.actor.person_id not in now.drafters:
        return None
    return Fault("registers.E042", "起草或者提交这一版的人不得审核本人的清单", "请由另一名有权人员审核")


def _not_overtaken(kind: Kind, now: Situation) -> Fault | None:
    newer = now.edition.register.editions.published().filter(number__gt=now.edition.number).first()
    if newer is None:
        return None
    return Fault(
        "registers.E043", f"第{newer.number}版已经公布，不能再{kind.label}较早的版本", "请导入新的版本"
    )


CHECKS: dict[Kind, tuple[Check, ...]] = {
    Kind.APPROVE: (_another_person,),
    Kind.PUBLISH: (_not_overtaken,),
}
