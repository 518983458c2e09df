"""The demo's normative documents, a clean-up that ended and one that runs, all by the real actions."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from fazhi.chapters.decisions.validity import actions
from fazhi.chapters.decisions.validity.models import Campaign, Document, Finding, Settlement
from fazhi.office.actor import Actor
from fazhi.office.models import Organ
from fazhi.office.pack import Entry
from fazhi.office.pack import load as read_pack
from fazhi.registers.cell import Raw

DATA = Path(__file__).with_name("validity.yaml")
ENTERED = 200
NINE = time(9)


class DocumentEntry(Entry):
    """A document published ``ago`` days before; ``until`` counts from the day of the demo."""

    organ: str
    issuer: str
    name: str
    ago: int
    until: int | None = None
    words: str = ""
    basis: str = ""
    normative: str
    filing: str


class AnswerEntry(Entry):
    """A conclusion other than that a document is kept."""

    decision: str
    reason: str


class FinishedEntry(Entry):
    """A campaign whose results were published."""

    title: str
    note: str
    opened: int
    closed: int
    answers: dict[str, AnswerEntry]
    kept: str
    text: str


class RunningEntry(Entry):
    """A campaign in which some offices have answered."""

    title: str
    note: str
    opened: int
    left: int
    answered: tuple[str, ...]
    kept: str


class AdvanceEntry(Entry):
    """The district's answer to how early an end is told of."""

    days: int
    reason: str


class ValidityPack(Entry):
    """All of it."""

    documents: tuple[DocumentEntry, ...]
    finished: FinishedEntry
    running: RunningEntry
    advance: AdvanceEntry
    settled: str


@dataclass(frozen=True)
class Stage:
    """Who does things, and when."""

    lead: Actor
    clerks: dict[int, Actor]
    today: date

    def day(self, ago: int) -> date:
        """A day before the day of the demo, or after it."""
        return self.today - timedelta(days=ago)

    def at(self, ago: int) -> datetime:
        """The morning of that day."""
        return timezone.make_aware(datetime.combine(self.day(ago), NINE))

    def of(self, organ: int) -> Actor:
        """Who answers for an office; the coordinator where nobody of its own does."""
        return self.clerks.get(organ, self.lead)


def play(lead: Actor, clerks: dict[int, Actor], now: datetime) -> None:
    """Once: a second run changes nothing."""
    if Document.objects.filter(demo=True, case=None).exists():
        return
    stage, pack = Stage(lead, clerks, timezone.localdate(now)), read_pack(DATA, ValidityPack)
    for number, entry in enumerate(pack.documents, 1):
        _enter(entry, number, stage)
    _finish(pack.finished, stage)
    _run(pack.running, stage)
    actions.Warn(**pack.advance.model_dump()).perform(lead, stage.at(60))
    actions.Inspect().perform(now)
    _settle(pack.settled, stage, now)


def _enter(entry: DocumentEntry, number: int, stage: Stage) -> None:
    published, organ = stage.day(entry.ago), Organ.objects.get(code=entry.organ)
    until = stage.day(-entry.until) if entry.until is not None else None
    term = "载明截止之日" if until else "以文件所写为准" if entry.words else "文件没有载明"
    cells: dict[str, Raw] = {
        "number": f"演示规〔{published.year}〕{number}号", "name": entry.name, "issuer": entry.issuer,
        "organ": organ.name, "published_on": published, "term": term, "valid_until": until,
        "term_words": entry.words, "normative": entry.normative, "filing": entry.filing, "basis": entry.basis,
    }  # fmt: skip
    actions.Enter(cells=cells, demo=True).perform(stage.of(organ.pk), stage.at(ENTERED))


def _launch(title: str, note: str, stage: Stage, days: tuple[int, int]) -> Campaign:
    opened, due = days
    return actions.Launch(
        title=title, note=note, scope=actions.Scope(as_of=stage.day(opened)), due=stage.day(due), demo=True
    ).perform(stage.lead, stage.at(opened))


def _finish(entry: FinishedEntry, stage: Stage) -> None:
    row = _launch(entry.title, entry.note, stage, (entry.opened, entry.closed + 5))
    for item in row.items.select_related("document"):
        said = entry.answers.get(item.document.name)
        decision, reason = (said.decision, said.reason) if said else ("keep", entry.kept)
        answer = actions.Respond(item=item, decision=decision, reason=reason)
        answer.perform(stage.of(item.organ_id), stage.at(entry.closed + 8))
    publish = actions.Publish(campaign=row, text=entry.text, effective_on=stage.day(entry.closed))
    publish.perform(stage.lead, stage.at(entry.closed))


def _run(entry: RunningEntry, stage: Stage) -> None:
    row = _launch(entry.title, entry.note, stage, (entry.opened, entry.left))
    for item in row.items.filter(organ__code__in=entry.answered):
        answer = actions.Respond(item=item, decision="keep", reason=entry.kept)
        answer.perform(stage.of(item.organ_id), stage.at(entry.opened - 10))


def _settle(reason: str, stage: Stage, now: datetime) -> None:
    row = Finding.objects.filter(kind=Finding.Kind.EXPIRED, document__demo=True).first()
    if row:
        settle = actions.Settle(finding=row, outcome=Settlement.Outcome.HANDLED, reason=reason)
        settle.perform(stage.of(row.document.organ_id), now)
