"""The demo's drafts before the public: one open, one answered, all by the real actions on counted days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

from django.utils import timezone
from pydantic import Field

from fazhi.cases import lawbook
from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation import actions, draft
from fazhi.chapters.decisions.consultation.models import Comment, Consultation
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.pack import Entry
from fazhi.office.pack import load as read_pack
from fazhi.procedure.value import Value

DATA = Path(__file__).with_name("consultations.yaml")
ORGAN, PROCEDURE = "market", "normative-document"
MORNING, NOON = time(9), time(12)


class CommentEntry(Entry):
    """A comment some days after the beginning, with what was decided about it."""

    after: int = Field(ge=1)
    clause: str
    kind: Comment.Kind
    text: str
    hidden: str = ""
    waiting: bool = False
    outcome: str = ""
    reason: str = ""


class ConsultationEntry(Entry):
    """A draft; ``begins`` counts the days before the day of the demo."""

    title: str
    begins: int = Field(ge=1)
    days: int = Field(ge=30)
    ways: str
    note: str
    text: str
    comments: tuple[CommentEntry, ...]
    group: str = ""
    change: str = ""
    revised: str = ""
    summary: str = ""


class ConsultationPack(Entry):
    """The demo's consultations."""

    consultations: tuple[ConsultationEntry, ...]


@dataclass(frozen=True)
class Stage:
    """Who drafts, and when things happen."""

    clerk: Actor
    today: date

    def at(self, ago: int, hour: time = NOON) -> datetime:
        """A moment some days before the day of the demo."""
        return timezone.make_aware(datetime.combine(self.today - timedelta(days=ago), hour))


def play(clerks: dict[int, Actor], now: datetime) -> None:
    """Put the drafts before the public that the day allows; a second time nothing is done."""
    organ = Organ.objects.get(code=ORGAN)
    if organ.pk not in clerks or Consultation.objects.filter(demo=True).exists():
        return
    stage = Stage(clerks[organ.pk], timezone.localdate(now))
    for entry in read_pack(DATA, ConsultationPack).consultations:
        if _lawful(stage.today - timedelta(days=entry.begins + 2)):
            _play(entry, organ, stage)


def _lawful(day: date) -> bool:
    return any(edition.in_force(day) for edition in lawbook.editions()[PROCEDURE])


def _play(entry: ConsultationEntry, organ: Organ, stage: Stage) -> None:
    row = actions.Open(
        case=_case(entry, organ, stage),
        title=entry.title,
        text=entry.text,
        note=entry.note,
        ways=entry.ways,
        until=stage.today - timedelta(days=entry.begins - entry.days),
    ).perform(stage.clerk, stage.at(entry.begins))
    for number, comment in enumerate(entry.comments, 1):
        _say(row, entry, comment, number, stage)
    if entry.summary:
        _settle(row, entry, stage)


def _case(entry: ConsultationEntry, organ: Organ, stage: Stage) -> Case:
    day = stage.today - timedelta(days=entry.begins + 2)
    facts: dict[str, Value] = {
        "issuer": "department",
        "listed": True,
        "normative": True,
        "filing_kind": False,
    }
    case = Open(
        procedure=PROCEDURE,
        organ=organ,
        act="plan",
        happened_on=day,
        title=entry.title,
        facts=facts,
        demo=True,
    ).perform(stage.clerk, stage.at(entry.begins + 2, MORNING))
    papers = tuple(Attachment(t, f"演示{t}.txt", b"demo") for t in ("文件草案", "起草说明"))
    Perform(
        case=case,
        expected=1,
        act="draft",
        happened_on=day,
        facts={"market": True, "accessibility": False},
        papers=papers,
    ).perform(stage.clerk, stage.at(entry.begins + 2))
    return case


def _say(
    row: Consultation, entry: ConsultationEntry, comment: CommentEntry, number: int, stage: Stage
) -> None:
    place = next((one.place for one in draft.pieces(entry.text) if one.label == comment.clause), None)
    ago = entry.begins - comment.after
    actions.Say(
        consultation=row,
        version=1,
        text=comment.text,
        kind=comment.kind,
        key=f"demo-{row.pk}-{number}",
        code=sha256(f"{row.case.number} {number}".encode()).hexdigest(),
        clause=place,
    ).perform(stage.at(ago))
    if not comment.waiting:
        shown = not comment.hidden
        look = actions.Moderate(consultation=row, numbers=(number,), shown=shown, reason=comment.hidden)
        look.perform(stage.clerk, stage.at(ago - 1))


def _settle(row: Consultation, entry: ConsultationEntry, stage: Stage) -> None:
    """The end of a consultation, a few days after its last."""
    ago = entry.begins - entry.days - 6

    def do(action: "Step", later: int) -> None:
        action(stage.clerk, stage.at(ago - later))

    do(actions.Close(consultation=row).perform, 0)
    alike = [n for n, one in enumerate(entry.comments, 1) if one.outcome == "adopted"]
    do(actions.Put(consultation=row, numbers=alike, title=entry.group).perform, 1)
    for reason in dict.fromkeys(one.reason for one in entry.comments):
        those = [n for n, one in enumerate(entry.comments, 1) if one.reason == reason]
        outcome = entry.comments[those[0] - 1].outcome
        do(actions.Answer(consultation=row, numbers=those, outcome=outcome, reason=reason).perform, 2)
    do(actions.Revise(consultation=row, text=entry.revised, change=entry.change).perform, 3)
    do(actions.Publish(consultation=row, summary=entry.summary).perform, 4)


Step = Callable[[Actor, datetime], object]
