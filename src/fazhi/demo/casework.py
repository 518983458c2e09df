"""Lawful made-up cases: walks over permitted acts, put on file by the real actions, by demo people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from django.utils import timezone

from fazhi.cases import lawbook
from fazhi.cases.actions import Attachment, Identity, Open, Perform
from fazhi.cases.models import Case
from fazhi.office.actor import Actor, actor_of
from fazhi.office.models import Appointment, Organ, Person
from fazhi.office.models.validity import on
from fazhi.procedure.edition import Edition
from fazhi.procedure.history import history
from fazhi.procedure.record import Record
from fazhi.procedure.role import Role, RoleKind
from fazhi.procedure.value import Value

CHINA = ZoneInfo("Asia/Shanghai")
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "disclosure-on-request": ("演示：公开某项目批复", "演示：公开某年度预算说明", "演示：公开某次会议纪要"),
    "simple-penalty": ("演示：占道经营", "演示：未按规定堆放物料"),
    "administrative-mediation": ("演示：物业服务纠纷", "演示：消费纠纷"),
    "ordinary-penalty": ("演示：擅自设置户外广告", "演示：未按规定处置建筑垃圾"),
    "normative-document": (
        "演示：便民服务设施管理办法",
        "演示：沿街市容秩序管理规定",
        "演示：停车泊位管理办法",
    ),
    "major-decision": ("演示：老旧小区改造总体方案", "演示：公共停车设施专项规划"),
    "fair-competition-review": ("演示：服务业奖励办法（草案）", "演示：政府采购若干措施（草案）"),
    "decision-catalogue": ("演示：年度重大行政决策事项目录",),
}
TERM = timedelta(days=730)
"""How far back the cases begin: two years, so that a year can be compared with the one before."""
PACE: Mapping[str, timedelta] = {
    "ordinary-penalty": timedelta(days=47),
    "normative-document": timedelta(days=61),
    "major-decision": timedelta(days=91),
    "fair-competition-review": timedelta(days=53),
    "decision-catalogue": timedelta(days=365),
}
TOLD: Mapping[str, Mapping[str, Value]] = {
    "normative-document": {"normative": True, "listed": True, "opinion": "lawful", "result": "adopted"},
    "major-decision": {
        "opinion": "lawful", "within_powers": True, "procedure_followed": True, "content_lawful": True,
        "decision": "adopted",
    },
}  # fmt: skip
"""Facts without which most walks would end at the review or before."""
OWN = frozenset({"service-rating", "complaint"})
"""Tags of procedures whose demo cases come in as real ones do: by ``fazhi.demo.feedback``."""
EVERY = timedelta(days=37)
LENGTH = 60
PATIENCE = 60
"""Few walks end early: most demo cases go the whole way of their procedure."""


@dataclass(frozen=True)
class Cast:
    """Who can act in which role of a procedure, in one organ."""

    organ: Organ
    people: Mapping[str, tuple[int, ...]]
    actors: Mapping[int, Actor]

    def plays(self, role: Role, edition: Edition) -> tuple[int, ...]:
        """Those who act in a role, or record for those who do."""
        keepers = (edition.role[name].holder for name in role.recorded_by)
        holders = (role.holder, *keepers)
        return next((self.people[one][: role.persons] for one in holders if one in self.people), ())


def play(now: datetime) -> int:
    """Cases of every procedure, in every organ whose demo people can run it to its end; gives their number.

    One case begins every few weeks from the day the edition took effect; what would happen after ``now`` has
    not happened yet. The same day gives the same cases.
    """
    if Case.objects.filter(demo=True).exists():
        return 0
    return sum(1 for plan in _plans(timezone.localdate(now)) if _written(*plan, timezone.localdate(now)))


def _plans(today: date) -> Iterator[tuple[Cast, Edition, date, int]]:
    drawn = [name for name, held in lawbook.editions().items() if OWN.isdisjoint(held[-1].tags)]
    for number, name in enumerate(sorted(drawn)):
        edition = lawbook.editions()[name][-1]
        begin, every = max(edition.since or date.min, today - TERM), PACE.get(name, EVERY)
        for cast in _casts(edition, today):
            days = range((today - begin) // every + 1)
            yield from ((cast, edition, begin + n * every, 1000 * number + n) for n in days)


def _casts(edition: Edition, today: date) -> Iterator[Cast]:
    """The organs whose demo people hold a post for every role that somebody of the organ must act in."""
    for organ in Organ.objects.filter(posts__holders__demo=True).distinct():
        held: dict[str, tuple[int, ...]] = {}
        rows = Appointment.objects.filter(on(today), post__organ=organ, person__demo=True).order_by("pk")
        for row in rows.select_related("post"):
            held[row.post.title] = (*held.get(row.post.title, ()), row.person_id)
        people = Person.objects.filter(pk__in={one for ids in held.values() for one in ids})
        actors = {person.pk: actor_of(person.user, today) for person in people.select_related("user")}
        cast = Cast(organ, held, actors)
        if all(len(cast.plays(role, edition)) >= role.persons for role in _needed(edition)):
            yield cast


def _needed(edition: Edition) -> Iterator[Role]:
    return (role for role in edition.roles if any(act.by == role.id for act in edition.acts))


def _written(cast: Cast, edition: Edition, begin: date, seed: int, today: date) -> bool:
    """Put one walk on file up to today; the first record opens the case."""
    walk = history(
        edition,
        lawbook.days(),
        Random(f"{edition.id}{seed}"),
        begin,
        LENGTH,
        patience=PATIENCE,
        told=TOLD.get(edition.id, {}),
    )
    records = [record for record in walk.records if record.happened_on <= today]
    if not records or not edition.in_force(records[0].happened_on):
        return False
    first, *rest = records
    case = _open(cast, edition, first, seed)
    for sequence, record in enumerate(rest, 1):
        actor, colleagues = _acting(cast, edition, record)
        Perform(
            case=case,
            expected=sequence,
            act=record.act,
            happened_on=record.happened_on,
            facts=_numbered(record, case),
            papers=_papers(record),
            colleagues=colleagues,
        ).perform(actor, _moment(record))
    return True


def _numbered(record: Record, case: Case) -> Mapping[str, Value]:
    """The facts, with a document number of its own where the walk says only that there is one."""
    if not isinstance(record.facts.get("number"), str):
        return record.facts
    return {**record.facts, "number": f"演示文〔{record.happened_on.year}〕{case.pk}号"}


def _open(cast: Cast, edition: Edition, first: Record, seed: int) -> Case:
    actor, colleagues = _acting(cast, edition, first)
    subjects = SUBJECTS.get(edition.id, ("演示案件",))
    return Open(
        procedure=edition.id,
        organ=cast.organ,
        act=first.act,
        happened_on=first.happened_on,
        title=subjects[seed % len(subjects)],
        facts=first.facts,
        papers=_papers(first),
        parties=tuple(_parties(edition)),
        colleagues=colleagues,
        demo=True,
    ).perform(actor, _moment(first))


def _acting(cast: Cast, edition: Edition, record: Record) -> tuple[Actor, tuple[int, ...]]:
    first, *others = cast.plays(edition.role[edition.act[record.act].by], edition)
    return cast.actors[first], tuple(others)


def _papers(record: Record) -> tuple[Attachment, ...]:
    return tuple(
        Attachment(t, f"演示{t}.txt", f"演示文书，并非真实文件：{t}\n".encode()) for t in record.documents
    )


def _parties(edition: Edition) -> Iterator[Identity]:
    for role in edition.roles:
        if role.kind is RoleKind.PARTY:
            yield Identity(role.id, {"name": f"演示·{role.title}甲", "address": "演示地址一号"})


def _moment(record: Record) -> datetime:
    return record.recorded_at.replace(tzinfo=CHINA)
