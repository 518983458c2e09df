"""Somebody registers for a hearing: no log-in, a number and a code, who it is sealed under an own key."""

import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from fazhi.cases.actions import repeat
from fazhi.cases.actions.seal import enclosed
from fazhi.chapters.decisions.hearing.actions.file import locked, words
from fazhi.chapters.decisions.hearing.models import Applicant, Hearing, Registration, Seat
from fazhi.chapters.decisions.hearing.terms import ANNOUNCE, basis
from fazhi.chapters.decisions.participation.submission import earlier, hidden
from fazhi.fault import Fault

NAME, CONTACT, RELATION = 100, 200, 1_000


@dataclass(frozen=True, kw_only=True)
class Register:
    """A registration for one group. The same ``key`` again is the same registration.

    Name and contact are needed: the list of participants is published, and papers are delivered to each.
    """

    hearing: Hearing
    group: str
    kind: str
    name: str
    contact: str
    relation: str
    confirmed: bool
    key: str
    code: str

    @transaction.atomic
    def perform(self, at: datetime) -> Registration:
        """Give the registration; late, incomplete or for a group that is not there: nothing is kept."""
        row = locked(self.hearing.case_id)
        known = {
            "name": self.name.strip(),
            "contact": self.contact.strip(),
            "relation": self.relation.strip(),
        }
        request = repeat.digest(
            self.key, self.hearing.pk, self.group, self.kind, self._likeness(), known["relation"]
        )
        rows = Registration.objects.all()
        if done := earlier(rows, self.key, request, incomplete="hearing.E014", taken="hearing.E409"):
            return done
        if row.outcome:
            raise Fault("hearing.E015", "这一事项已经停止办理，不再接受报名", "可以向承办单位询问")
        if not self.hearing.opened_on <= timezone.localdate(at) <= self.hearing.until:
            wrong = f"报名已于{self.hearing.until:%Y-%m-%d}截止，这次没有登记"
            raise Fault("hearing.E010", wrong, "听证会公开举行，可以留意听证会公告", basis(row, ANNOUNCE))
        registration = self._stored(self._seat(), request, at)
        Applicant.objects.create(registration=registration, **enclosed("听证报名人", known))
        return registration

    def _seat(self) -> Seat:
        seat = self.hearing.seats.filter(group=self.group).first()
        if seat is None or self.kind not in Registration.Kind.values:
            raise Fault(
                "hearing.E011", "没有选择参加人类别，或者没有说明是个人还是企业和其他组织", "请各选择一项"
            )
        if not self.confirmed:
            raise Fault("hearing.E012", "没有确认符合报名条件", "请核对报名条件；符合的，勾选确认")
        words(self.name, "姓名或者名称", NAME, "hearing.E013")
        words(self.contact, "联系方式", CONTACT, "hearing.E013")
        words(self.relation, "与听证事项的关系和主要意见", RELATION, "hearing.E013")
        return seat

    def _stored(self, seat: Seat, request: str, at: datetime) -> Registration:
        last = self.hearing.registrations.aggregate(last=Max("number"))["last"] or 0
        return Registration.objects.create(
            hearing=self.hearing,
            seat=seat,
            number=last + 1,
            kind=self.kind,
            likeness=self._likeness(),
            code=hidden(self.code),
            key=self.key,
            request=request,
            at=at,
        )

    def _likeness(self) -> str:
        """Equal for equal name and contact, whatever spaces and widths they were typed with."""
        told = f"{self.hearing.pk}\0{_plain(self.name)}\0{_plain(self.contact)}"
        return hmac.new(settings.SECRET_KEY.encode(), told.encode(), sha256).hexdigest()


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
