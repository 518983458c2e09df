"""An application from outside opens a case by the cases' own action, in the name of the organ's counter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.cases.actions import Attachment, Engage, Identity, Open
from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.actor import Actor, actor_of
from fazhi.portal import opening, standing, tracking_code
from fazhi.portal.models import Application, Window
from fazhi.procedure.act import Act
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.value import Value

TITLE, COMPLAINED = "网上提出的申请", "网上提出的投诉举报"
"""What it is about is the applicant's own words, which are sealed: a case's title is not."""
HANDED_ON = "网上受理后交承办人员办理"


@dataclass(frozen=True)
class Receipt:
    """What the applicant takes away; the code is kept nowhere."""

    case: Case
    code: str


@dataclass(frozen=True, kw_only=True)
class Apply:
    """One application through a window; ``key`` is random: sent twice, it is one request."""

    window: Window
    known: Mapping[str, str]
    """Who applies, by the names of ``cases.actions.party.FIELDS``."""
    facts: Mapping[str, Value] = field(default_factory=dict)
    papers: tuple[Attachment, ...] = ()
    key: str

    @transaction.atomic
    def perform(self, at: datetime) -> Receipt:
        """Give number and code; what the procedure refuses leaves no case."""
        today = timezone.localdate(at)
        if not standing.windows(today).filter(pk=self.window.pk).exists():
            raise Fault("portal.E005", "这一事项现在不在网上受理", "请到窗口办理，或者选择其他机关、事项")
        edition = lawbook.governing(self.window.procedure, today)
        act = opening.asked_for(edition)
        if act is None:
            raise Fault("portal.E001", f"{edition.title}不由公众提出申请开始", "请选择由当事人申请开始的程序")
        self._check(edition, act)
        counter = actor_of(self.window.counter.user, today)
        case = self._opening(edition, act, at).perform(counter, at)
        code = tracking_code.of(self.key)
        if not Application.objects.filter(case=case).exists():
            self._enter(case, code, counter, at)
        return Receipt(case, code)

    def _check(self, edition: Edition, act: Act) -> None:
        """Nobody can work on an application that says nothing, where the procedure has a place to say it."""
        texts = [name for name in act.brings if edition.fact[name].kind is FactKind.TEXT]
        if texts and not any(str(self.facts.get(name, "")).strip() for name in texts):
            titles = "、".join(edition.fact[name].title for name in texts)
            raise Fault("portal.E006", "没有写明申请的内容", f"请至少填写其中一项：{titles}", str(act.basis))

    def _opening(self, edition: Edition, act: Act, at: datetime) -> Open:
        way = {name: opening.WAY for name in act.brings if opening.answered(edition.fact[name])}
        return Open(
            procedure=edition.id,
            organ=self.window.organ,
            act=act.id,
            happened_on=timezone.localdate(at),
            title=COMPLAINED if opening.complains(edition) else TITLE,
            facts={**self.facts, **way},
            papers=self.papers,
            parties=self._who(edition, act),
            demo=self.window.officer.demo,
            key=f"portal-{self.key}",
        )

    def _who(self, edition: Edition, act: Act) -> tuple[Identity, ...]:
        """Whoever complains may stay unnamed; who applies may not."""
        unnamed = opening.complains(edition) and not self.known
        return () if unnamed else (Identity(act.by, self.known),)

    def _enter(self, case: Case, code: str, counter: Actor, at: datetime) -> None:
        Application.objects.create(case=case, window=self.window, code=tracking_code.kept(code), at=at)
        Engage(case=case, person=self.window.officer).perform(counter, at)
        Engage(case=case, person=self.window.counter, on=False, reason=HANDED_ON).perform(counter, at)
