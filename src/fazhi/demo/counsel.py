"""The demo's experts and adviser: asked about the decision whose hearing is open, all by the real actions."""

from datetime import datetime, timedelta

from django.utils import timezone

from fazhi.cases.models import Case, Paper
from fazhi.chapters.decisions.counsel import actions
from fazhi.chapters.decisions.counsel.models import Assignment
from fazhi.chapters.decisions.counsel.terms import ADVISERS, EXPERTS
from fazhi.chapters.decisions.hearing.models import Hearing
from fazhi.demo.hearings import CLERK
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Person
from fazhi.registers.models import Entry

REVIEWER = "demo-reviewer"
NONE = "演示：与决策事项和有关单位没有任职、投资、亲属、代理关系。"


def play(now: datetime) -> None:
    """Ask two experts and an adviser; a second time, or before the registers are there, nothing is done."""
    row = Hearing.objects.filter(demo=True).order_by("-until").first()
    entries = {one.key: one for one in _entries()}
    if row is None or len(entries) < 3 or Assignment.objects.filter(case=row.case).exists():
        return
    day = now - timedelta(days=3)
    clerk, reviewer = (_actor(login, day) for login in (CLERK, REVIEWER))
    _ask(row.case, "expert", entries["YS-ZJ-001"]).perform(clerk, day)
    reason = "演示：熟悉现状图，另请专家甲独立论证。"
    _ask(row.case, "expert", entries["YS-ZJ-002"], drafted=True, reason=reason).perform(clerk, day)
    reason = "演示：由起草草案的单位聘请，意见另由公职律师复核。"
    _ask(row.case, "legal", entries["YS-GW-001"], reason=reason).perform(reviewer, day)
    _note(row.case, clerk, day + timedelta(days=1))


def _entries() -> list[Entry]:
    kinds = (EXPERTS, ADVISERS)
    return list(Entry.objects.filter(edition__register__kind__in=kinds, edition__register__demo=True))


def _actor(login: str, at: datetime) -> Actor:
    person = Person.objects.select_related("user").get(user__username=login)
    return actor_of(person.user, timezone.localdate(at))


def _ask(case: Case, role: str, entry: Entry, *, drafted: bool = False, reason: str = "") -> actions.Assign:
    return actions.Assign(
        case_id=case.pk,
        role=role,
        interest="none",
        declared=NONE,
        drafted=drafted,
        entry=entry.pk,
        reason=reason,
    )


def _note(case: Case, clerk: Actor, at: datetime) -> None:
    """The first expert's written opinion."""
    material = Paper.objects.filter(act__case=case, title="决策草案").latest("pk")
    actions.Note(
        assignment=Assignment.objects.get(case=case, number=1),
        material=material.pk,
        conclusion="revise",
        text="演示：布局可行；建议补充非机动车停放的需求。",
        written=True,
        signed=True,
    ).perform(clerk, at)
