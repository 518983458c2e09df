"""A rating opens a case by the cases' own action; a bad one goes to the people whose matter it was."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import store
from fazhi.cases.actions import Engage, Open, Perform
from fazhi.cases.models import Case, Secrecy
from fazhi.fault import Fault
from fazhi.office.actions.counter import staff
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Appointment, Person
from fazhi.office.models.validity import on
from fazhi.portal import opening, rated
from fazhi.portal.actions.apply import HANDED_ON
from fazhi.portal.models import Application, Rating
from fazhi.procedure.edition import Edition

LONGEST = 1_000
RATED_ALREADY = Fault("portal.E011", "这件事已经评价过，一件事评价一次", "有新的情况的，可以投诉")


@dataclass(frozen=True, kw_only=True)
class Rate:
    """One rating of a matter that is done; the same one sent twice is one."""

    application: Application
    level: Rating.Level
    words: str = ""

    @transaction.atomic
    def perform(self, at: datetime) -> Rating:
        """Give the rating; a bad one has its follow-up with it."""
        case = Case.objects.select_for_update(of=("self",)).get(pk=self.application.case_id)
        if done := Rating.objects.filter(case=case).first():
            return self._same(done)
        self._check(case)
        edition = rated.governing(timezone.localdate(at))
        post = opening.counter_post(edition, edition.act[rated.RATE])
        counter = staff(case.organ, post, timezone.localdate(at), demo=case.demo)
        actor = actor_of(counter.user, timezone.localdate(at))
        row = self._enter(case, edition, actor, at)
        if row.bad:
            _follow_up(row, post, actor, at)
        return row

    def _same(self, done: Rating) -> Rating:
        said = store.load(done.file).records[0].facts.get("words", "")
        if (done.level, said) != (self.level, self.words.strip()):
            raise RATED_ALREADY
        return done

    def _check(self, case: Case) -> None:
        if not case.outcome:
            raise rated.NOT_DONE
        if len(self.words) > LONGEST or "\0" in self.words:
            raise Fault("portal.E013", f"评价的话超过{LONGEST}字或者含有无效字符", "请改短后重新提交")

    def _enter(self, case: Case, edition: Edition, actor: Actor, at: datetime) -> Rating:
        words = {"words": self.words.strip()} if self.words.strip() else {}
        file = Open(
            procedure=edition.id,
            organ=case.organ,
            act=rated.RATE,
            happened_on=timezone.localdate(at),
            title=f"对{case.number}的评价",
            secrecy=Secrecy(case.secrecy),
            facts={"level": self.level.value, **words},
            demo=case.demo,
            key=f"rating-{case.pk}",
        ).perform(actor, at)
        bad = not edition.act[rated.RATE].outcome({"level": self.level.value})
        return Rating.objects.create(case=case, file=file, organ=case.organ, level=self.level, bad=bad, at=at)


def _follow_up(row: Rating, post: str, actor: Actor, at: datetime) -> None:
    """Registered, with the last days that the office itself has fixed, and handed to its people."""
    today = timezone.localdate(at)
    facts = dict(rated.due(row.organ, today))
    Perform(case=row.file, expected=1, act="receive", happened_on=today, facts=facts).perform(actor, at)
    people = _owners(row.case, post, today, actor)
    for person in people:
        Engage(case=row.file, person=person).perform(actor, at)
    if people:
        counter = Person.objects.get(pk=actor.identity)
        Engage(case=row.file, person=counter, on=False, reason=HANDED_ON).perform(actor, at)


def _owners(case: Case, post: str, day: date, actor: Actor) -> list[Person]:
    """谁办理谁负责: who handled the matter and still works there, and where none of them has it, the post."""
    held = Appointment.objects.filter(on(day), post__organ=case.organ).exclude(person=actor.identity)
    handled = list(Person.objects.filter(cases=case, appointments__in=held).distinct().order_by("pk"))
    able = Person.objects.filter(appointments__in=held.filter(post__title=post)).distinct().order_by("pk")
    if any(one in handled for one in able):
        return handled
    return [*handled, *able]
