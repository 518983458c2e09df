"""Opening the registration for a hearing, with seats and method settled before anybody registers."""

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from fazhi.cases import capacity, lawbook, policy, store
from fazhi.cases.actions.append import persons
from fazhi.cases.actions.seal import enclosed
from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing import period
from fazhi.chapters.decisions.hearing.actions.file import LONGEST, locked, words
from fazhi.chapters.decisions.hearing.models import Hearing, Seat
from fazhi.chapters.decisions.hearing.models.hearing import draw_number
from fazhi.chapters.decisions.hearing.terms import ANNOUNCE, DELIVER, PROCEDURE, basis, said_by
from fazhi.draw.share import Share
from fazhi.fault import Fault
from fazhi.ledger.digest import Algorithm
from fazhi.office.actor import Actor
from fazhi.procedure.permitted import permitted

TITLE, PLACE, DRAFT, NAME = 120, 200, 60_000, 40
MOST_GROUPS, MOST_SEATS = 12, 500


@dataclass(frozen=True)
class Group:
    """A kind of participants with its seats; the law names none, so the official does, with the reason."""

    name: str
    seats: int
    substitutes: int = 0


@dataclass(frozen=True, kw_only=True)
class Open:
    """The notice of a hearing: matter, draft, time, place, seats, conditions, method, last day."""

    case: Case
    title: str
    ground: str
    draft: str
    note: str
    conditions: str
    method: str
    groups: Sequence[Group]
    quota_reason: str
    until: date
    held_at: datetime
    place: str

    @transaction.atomic
    def perform(self, actor: Actor, at: datetime) -> Hearing:
        """Give the hearing; the secret of its draw is made here, and its promise stands in the notice."""
        row = locked(self.case.pk)
        policy.demand_handle(actor, row)
        self._check(row)
        self._check_days(row, timezone.localdate(at), at)
        self._check_groups()
        self._check_act(row, actor, timezone.localdate(at))
        hearing = self._stored(row, actor, at)
        Seat.objects.bulk_create(
            Seat(hearing=hearing, group=one.name.strip(), number=one.seats, substitutes=one.substitutes)
            for one in self.groups
        )
        return hearing

    def _check(self, row: Case) -> None:
        if row.procedure != PROCEDURE:
            raise Fault("hearing.E001", "这一案件的程序没有决策听证的环节", "请在重大行政决策的案件中办理")
        if Hearing.objects.filter(case=row).exists():
            wrong = "这一案件的听证会已经公布报名，名额和遴选办法不再改变"
            raise Fault("hearing.E002", wrong, "请在听证会的页面上办理", said_by(row, "selection"))
        if self.ground not in Hearing.Ground.values:
            raise Fault("hearing.E003", "没有选择听证的原因", "请选择其中一项", basis(row, "waive_hearing"))
        for text, what, longest in self._texts():
            words(text, what, longest, "hearing.E003")

    def _texts(self) -> tuple[tuple[str, str, int], ...]:
        return (
            (self.title, "听证事项", TITLE), (self.draft, "草案", DRAFT), (self.note, "起草说明", LONGEST),
            (self.conditions, "报名条件", LONGEST), (self.method, "遴选办法", LONGEST),
            (self.quota_reason, "名额分配的理由", LONGEST), (self.place, "听证会地点", PLACE),
        )  # fmt: skip

    def _check_days(self, row: Case, today: date, at: datetime) -> None:
        if self.until <= today:
            raise Fault("hearing.E004", "报名截止之日不在今天以后", "请把报名截止之日定在今天以后")
        first = period.earliest(date.fromordinal(self.until.toordinal() + 1))
        if self.held_at <= at or timezone.localdate(self.held_at) < first:
            wrong = f"报名{self.until:%Y-%m-%d}截止以后，来不及在听证会{period.DAYS}日前送达材料"
            raise Fault(
                "hearing.E004", wrong, f"请把听证会定在{first:%Y-%m-%d}以后（含当日）", basis(row, DELIVER)
            )

    def _check_groups(self) -> None:
        names = [one.name.strip() for one in self.groups]
        plain = {unicodedata.normalize("NFKC", name).casefold() for name in names}
        if not names or len(names) > MOST_GROUPS or len(plain) < len(names):
            wrong = f"没有写明各类参加人的名额，类别重复，或者超过{MOST_GROUPS}类"
            raise Fault("hearing.E005", wrong, "请逐类写明名额")
        for name, one in zip(names, self.groups, strict=True):
            if not name or len(name) > NAME or not name.isprintable():
                raise Fault("hearing.E005", f"参加人类别没有名称或者超过{NAME}字", "请改正类别的名称")
            if not (1 <= one.seats <= MOST_SEATS and 0 <= one.substitutes <= MOST_SEATS):
                wrong = f"“{name}”的名额须为1至{MOST_SEATS}，备选须为0至{MOST_SEATS}"
                raise Fault("hearing.E005", wrong, "请改正名额")

    def _check_act(self, row: Case, actor: Actor, day: date) -> None:
        """Whoever opens must be able to announce the hearing, as far as the case has come."""
        held = store.load(row)
        if held.state.facts.get("secret") is True:
            wrong = "草案依法不予公开，不向社会公布听证报名"
            raise Fault("hearing.E006", wrong, "请核对草案是否依法不予公开", said_by(row, "secret"))
        acting = capacity.people(persons(actor, ()), row, day)
        (found,) = permitted(held, acting, day, lawbook.days(), [held.edition.act[ANNOUNCE]])
        if found.refusals:
            raise found.refusals[0].fault()

    def _stored(self, row: Case, actor: Actor, at: datetime) -> Hearing:
        share = Share(draw_number(row.number), row.organ.full_name, secrets.token_hex(32))
        return Hearing.objects.create(
            case=row,
            keeper_id=actor.identity,
            title=self.title.strip(),
            ground=self.ground,
            draft=self.draft.strip(),
            note=self.note.strip(),
            conditions=self.conditions.strip(),
            method=self.method.strip(),
            quota_reason=self.quota_reason.strip(),
            opened_on=timezone.localdate(at),
            until=self.until,
            planned_at=self.held_at,
            planned_place=self.place.strip(),
            party=share.party,
            promise=share.commitment(Algorithm.SHA256).digest,
            demo=row.demo,
            at=at,
            **enclosed("听证抽取", share.as_dict()),
        )
