"""A post is lent to another person of the same organ for some days, and taken back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from fazhi.fault import Fault
from fazhi.office.actions.counter import IS_COUNTER
from fazhi.office.actor import Actor
from fazhi.office.models import Appointment, Delegation, Person, Post

LONGEST = 200
NOT_HELD = Fault(
    "office.E010",
    "您没有在整个代理期间担任这一岗位，不能委托他人代理",
    "请选择您自己的岗位，期间不超过您的任期",
)
AGAIN = Fault("office.E011", "这一岗位是他人委托您代理的，不能再转委托", "请由岗位的本人另行委托")
SELF = Fault("office.E012", "不能委托自己代理", "请选择本机构的另一名人员")
DAYS = Fault("office.E013", "代理的起止日期不成期间，或者早于今天", "请把起日写为今天或以后，止日不早于起日")
ELSEWHERE = Fault(
    "office.E014",
    "代理人没有在整个代理期间在同一机构任职",
    "请选择在同一机构任职的人员；委托其他机关行使职权须另有法律、法规、规章依据，不在此办理",
)
REASON = Fault("office.E015", f"没有写理由，或者超过 {LONGEST} 字", "请写明委托代理的理由，例如出差、休假")
DOUBLED = Fault("office.E016", "这一岗位在这期间已经委托他人代理", "请先撤回原来的委托，或改换期间")
NOT_YOURS = Fault("office.E017", "没有这项委托，或者不是您设立的", "请刷新“委托代理”页面")
ENDED = Fault("office.E018", "这项委托已经结束或者撤回", "请刷新“委托代理”页面")


@dataclass(frozen=True, kw_only=True)
class Delegate:
    """委托: the own post, to whom, from which day until which, and why.

    The first check that fails raises its ``Fault`` and nothing is recorded. Rights follow from the row.
    """

    post: Post
    delegate: Person
    since: date
    until: date
    reason: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Delegation:
        """Record the delegation that the actor makes of a post of their own."""
        principal = Person.objects.select_for_update().get(pk=actor.identity)
        self._check(actor, principal, timezone.localdate(at))
        return Delegation.objects.create(
            post=self.post,
            principal=principal,
            delegate=self.delegate,
            since=self.since,
            until=self.until,
            reason=self.reason.strip(),
            made_at=at,
        )

    def _check(self, actor: Actor, principal: Person, today: date) -> None:
        whole = _whole(self.since, self.until)
        checks = (
            (AGAIN, self._is_lent(actor)),
            (DAYS, not today <= self.since <= self.until),
            (NOT_HELD, not Appointment.objects.filter(whole, person=principal, post=self.post).exists()),
            (SELF, self.delegate == principal),
            (ELSEWHERE, not self._colleagues().filter(whole).exists()),
            (REASON, not 0 < len(self.reason.strip()) <= LONGEST or "\0" in self.reason),
            (DOUBLED, self._doubled(principal)),
        )
        if fault := next((fault for fault, wrong in checks if wrong), None):
            raise fault

    def _is_lent(self, actor: Actor) -> bool:
        own = Appointment.objects.filter(person=actor.identity, post=self.post).exists()
        lent = any((p.organ_id, p.title) == (self.post.organ_id, self.post.title) for p in actor.proxies)
        return lent and not own

    def _colleagues(self) -> QuerySet[Appointment]:
        people = Person.objects.filter(pk=self.delegate.pk).exclude(IS_COUNTER)
        return Appointment.objects.filter(person__in=people, post__organ=self.post.organ_id)

    def _doubled(self, principal: Person) -> bool:
        rows = Delegation.objects.filter(principal=principal, post=self.post, revoked_at=None)
        return rows.filter(since__lte=self.until, until__gte=self.since).exists()


def _whole(since: date, until: date) -> Q:
    """An appointment that holds on all days of a span."""
    return Q(since__lte=since) & (Q(until=None) | Q(until__gte=until))


@transaction.atomic
def revoke(pk: int, actor: Actor, at: datetime) -> Delegation:
    """撤回: from this moment on the delegate no longer acts; what was done stays done."""
    row = Delegation.objects.select_for_update().filter(pk=pk, principal=actor.identity).first()
    if row is None:
        raise NOT_YOURS
    if row.revoked_at or row.until < timezone.localdate(at):
        raise ENDED
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])
    return row
