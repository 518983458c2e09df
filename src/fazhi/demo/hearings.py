"""The demo's hearings: one open for registration, one drawn, held and answered, all by the real actions."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path

from django.utils import timezone
from pydantic import Field

from fazhi.cases import lawbook
from fazhi.cases.actions import Attachment, Open, Perform
from fazhi.cases.models import Case
from fazhi.chapters.decisions.hearing import actions, standing
from fazhi.chapters.decisions.hearing.actions import Group
from fazhi.chapters.decisions.hearing.models import Hearing, Registration
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Organ, Person
from fazhi.office.pack import Entry
from fazhi.office.pack import load as read_pack
from fazhi.procedure.value import Value

DATA = Path(__file__).with_name("hearings.yaml")
ORGAN, PROCEDURE = "government-office", "major-decision"
CLERK, CHIEF, SECRETARY = "demo-clerk-3", "demo-chief", "demo-secretary"
MORNING, NOON = time(9), time(14)


class GroupEntry(Entry):
    """A kind of participants."""

    name: str
    seats: int
    substitutes: int = 0


class PersonEntry(Entry):
    """Somebody who registers."""

    group: str
    name: str
    kind: Registration.Kind = Registration.Kind.PERSON
    declined: str = ""
    withdrawn: bool = False


class HearingEntry(Entry):
    """A hearing; ``begins`` counts days before the day of the demo, ``days`` and ``held`` days after that."""

    title: str
    begins: int = Field(ge=1)
    days: int = Field(ge=1)
    held: int
    ground: Hearing.Ground
    place: str
    note: str
    draft: str
    conditions: str
    method: str
    quota_reason: str
    groups: tuple[GroupEntry, ...]
    people: tuple[PersonEntry, ...]
    source: str = ""
    value: str = ""
    introduced: str = ""
    debated: str = ""
    summary: str = ""


class HearingPack(Entry):
    """The demo's hearings."""

    hearings: tuple[HearingEntry, ...]


@dataclass(frozen=True)
class Stage:
    """One hearing with who acts in it, and its days."""

    entry: HearingEntry
    today: date
    actors: dict[str, Actor]

    @property
    def clerk(self) -> Actor:
        return self.actors[CLERK]

    def day(self, later: int) -> date:
        """A day so many after the registration began."""
        return self.today - timedelta(days=self.entry.begins - later)

    def at(self, later: int, hour: time = NOON) -> datetime:
        return timezone.make_aware(datetime.combine(self.day(later), hour))


def play(now: datetime) -> None:
    """Announce the hearings that the day allows; a second time nothing is done."""
    people = Person.objects.filter(user__username__in=(CLERK, CHIEF, SECRETARY)).select_related("user")
    today = timezone.localdate(now)
    actors = {one.user.get_username(): actor_of(one.user, today) for one in people}
    if len(actors) < 3 or Hearing.objects.filter(demo=True).exists():
        return
    for entry in read_pack(DATA, HearingPack).hearings:
        stage = Stage(entry, today, actors)
        if any(edition.in_force(stage.day(-3)) for edition in lawbook.editions()[PROCEDURE]):
            _play(stage)


def _play(stage: Stage) -> None:
    entry = stage.entry
    row = actions.Open(
        case=_case(stage),
        title=entry.title,
        ground=entry.ground,
        draft=entry.draft,
        note=entry.note,
        conditions=entry.conditions,
        method=entry.method,
        groups=tuple(Group(one.name, one.seats, one.substitutes) for one in entry.groups),
        quota_reason=entry.quota_reason,
        until=stage.day(entry.days),
        held_at=stage.at(entry.held),
        place=entry.place,
    ).perform(stage.clerk, stage.at(0))
    for number, person in enumerate(entry.people, 1):
        _register(row, person, number, stage)
    if entry.source:
        _draw(row, stage)
        _hear(row, stage)


def _case(stage: Stage) -> Case:
    opened: dict[str, Value] = {"source": "department", "matter": "policy"}
    case = Open(
        procedure=PROCEDURE,
        organ=Organ.objects.get(code=ORGAN),
        act="propose",
        happened_on=stage.day(-3),
        title=stage.entry.title,
        facts=opened,
        demo=True,
    ).perform(stage.actors[SECRETARY], stage.at(-3, MORNING))
    started: dict[str, Value] = {"in_catalogue": True, "several_units": False}
    drafted: dict[str, Value] = {"laws_listed": True, "secret": False}
    _act(case, CLERK, "study", {}, "研究论证意见", stage)
    _act(case, CHIEF, "start", started, "", stage)
    _act(case, CLERK, "draft", drafted, "决策草案", stage)
    return case


def _act(case: Case, who: str, act: str, facts: dict[str, Value], paper: str, stage: Stage) -> None:
    case.refresh_from_db(fields=["sequence"])
    papers = (Attachment(paper, f"演示{paper}.txt", b"demo"),) if paper else ()
    Perform(
        case=case, expected=case.sequence, act=act, happened_on=stage.day(-2), facts=facts, papers=papers
    ).perform(stage.actors[who], stage.at(-2))


def _register(row: Hearing, person: PersonEntry, number: int, stage: Stage) -> None:
    registration = actions.Register(
        hearing=row,
        group=person.group,
        kind=person.kind,
        name=person.name,
        contact="演示联系方式",
        relation="演示：与听证事项有关，愿意发表意见。",
        confirmed=True,
        key=f"demo-hearing-{row.pk}-{number}",
        code=sha256(f"{row.case.number} {number}".encode()).hexdigest(),
    ).perform(stage.at(1 + number // 4))
    if person.withdrawn:
        actions.TakeBack(registration=registration).perform(stage.at(4))
    elif person.declined or stage.entry.source:
        accepted = not person.declined
        rule = actions.Rule(hearing=row, numbers=(number,), accepted=accepted, reason=person.declined)
        rule.perform(stage.clerk, stage.at(4))


def _draw(row: Hearing, stage: Stage) -> None:
    """The promise two days after the registration ended, the draw on the day of the public value."""
    entry, ended = stage.entry, stage.entry.days
    commit = actions.Commit(hearing=row, source=entry.source, day=stage.day(ended + 4))
    commit.perform(stage.clerk, stage.at(ended + 2))
    actions.Draw(hearing=row, value=entry.value).perform(stage.clerk, stage.at(ended + 5))
    actions.Announce(hearing=row).perform(stage.clerk, stage.at(ended + 7))


def _hear(row: Hearing, stage: Stage) -> None:
    entry, clerk, held = stage.entry, stage.clerk, stage.entry.held
    hearing = Hearing.objects.select_related("case__organ").get(pk=row.pk)
    numbers = [one.row.registration.number for one in standing.read(hearing).sitting]
    deliver = actions.Deliver(hearing=row, numbers=numbers, way="演示：当面送达")
    deliver.perform(clerk, stage.at(entry.days + 9))
    actions.Attend(hearing=row, numbers=numbers, present=True).perform(clerk, stage.at(held))
    write = actions.Write(hearing=row, introduced=entry.introduced, debated=entry.debated)
    write.perform(clerk, stage.at(held, time(16)))
    actions.Sign(hearing=row, numbers=numbers).perform(clerk, stage.at(held, time(17)))
    actions.Hold(hearing=row).perform(clerk, stage.at(held + 1))
    actions.Publish(hearing=row, summary=entry.summary).perform(clerk, stage.at(held + 10))
