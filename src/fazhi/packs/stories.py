"""The golden stories of a pack: ``procedures/tests/*.yaml``, written and read by lawyers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from fazhi.fault import Fault
from fazhi.packs import procedures
from fazhi.packs.entry import Entry
from fazhi.packs.mistakes import gathered
from fazhi.packs.procedures import PACKS, Editions
from fazhi.packs.source import Place, Source
from fazhi.procedure.cast import cast
from fazhi.procedure.edition import Edition
from fazhi.procedure.person import Person, Qualification
from fazhi.procedure.record import Record
from fazhi.procedure.story import Attempt, Story
from fazhi.procedure.subcase import SubCase, attached, opened

EVENING = time(17, 0)


class PersonEntry(Entry):
    """Somebody named in a story: the roles they hold, and the last day of their qualification."""

    roles: tuple[str, ...]
    qualified_until: date | None = None


class StepEntry(Entry):
    """One act; people default to suitable ones, documents to all that are needed, entry to the same day."""

    act: str
    on: date
    facts: dict[str, bool | int | date | str] = {}
    by: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    recorded: date | None = None
    corrects: int | None = None
    reason: str = ""


class AttemptEntry(StepEntry):
    """An act that must be refused; ``because`` and ``basis`` are words that must occur."""

    code: str
    because: str = ""
    article: str = ""


class InnerEntry(Entry):
    """A case inside the case: which, and its acts."""

    sub: str
    people: dict[str, PersonEntry] = {}
    acts: tuple[StepEntry, ...]


class ExpectEntry(Entry):
    """What should hold; what is not named is not compared."""

    due: dict[str, date | None] = {}
    permitted: tuple[str, ...] = ()
    refused: tuple[AttemptEntry, ...] = ()
    outcome: str | None = None


class StoryEntry(Entry):
    """A story as a lawyer writes it; ``asks`` is the role that asks what is permitted."""

    name: str
    basis: str
    procedure: str
    people: dict[str, PersonEntry] = {}
    acts: tuple[StepEntry, ...]
    inner: tuple[InnerEntry, ...] = ()
    at: date | None = None
    asks: str = ""
    expect: ExpectEntry


@dataclass(frozen=True)
class Golden:
    """A story with the place it is written in."""

    timeline: Story
    file: str
    line: int


def load(editions: Editions, paths: Iterable[Path] = ()) -> tuple[Golden, ...]:
    """The stories of some files or folders (all packs' where none is named).

    Each is told under the edition in force on the day of its first act.
    """
    folders = tuple(paths) or tuple(pack / "procedures" / "tests" for pack in PACKS)
    files = [file for p in folders for file in (sorted(p.glob("*.yaml")) if p.is_dir() else [p])]
    if not files:
        raise Fault("pack.E004", "没有程序测试", "请放入 .yaml 文件，写法见 docs/procedures.md")
    return tuple(golden for file in files for golden in parse(Source(file), editions))


def of(pack: Path) -> tuple[Golden, ...]:
    """The stories of one pack, about its procedures and those of the packs above it."""
    paths = sorted((pack / "procedures" / "tests").glob("*.yaml"))
    editions = procedures.of(pack) if paths else {}
    found = gathered(partial(_all, path, editions) for path in paths)
    return tuple(golden for each in found for golden in each)


def _all(path: Path, editions: Editions) -> tuple[Golden, ...]:
    return tuple(parse(Source(path), editions))


def parse(source: Source, editions: Editions) -> Iterator[Golden]:
    """The stories of one file."""
    for n, entry in enumerate(source.read(tuple[StoryEntry, ...])):
        known = editions.get(entry.procedure, ())
        if not known:
            raise source.refuse((n, "procedure"), f"没有程序“{entry.procedure}”", "请核对编号")
        edition = next((one for one in known if one.in_force(entry.acts[0].on)), known[-1])
        story = _with_inner(_story(source, n, entry, edition), source, n, entry, editions)
        yield Golden(story, source.path.name, source.line((n,)))


def _story(source: Source, n: int, entry: StoryEntry, edition: Edition) -> Story:
    people = {
        name: _person(source, (n, "people", name), name, one, edition) for name, one in entry.people.items()
    }
    steps = tuple(_record(source, (n, "acts", i), one, edition, people) for i, one in enumerate(entry.acts))
    attempts = (
        Attempt(
            _record(source, (n, "expect", "refused", i), one, edition, people),
            one.code,
            one.because,
            one.article,
        )
        for i, one in enumerate(entry.expect.refused)
    )
    _known(source, (n, "expect", "due"), entry.expect.due, edition.clock)
    _known(source, (n, "expect", "permitted"), entry.expect.permitted, edition.act)
    _known(source, (n, "asks"), (entry.asks,) if entry.asks else (), edition.role)
    return Story(
        name=entry.name,
        basis=entry.basis,
        edition=edition,
        records=steps,
        at=entry.at or entry.acts[-1].on,
        due=entry.expect.due,
        person=cast(edition)[entry.asks] if entry.asks else (),
        permitted=entry.expect.permitted,
        refused=tuple(attempts),
        outcome=entry.expect.outcome,
    )


def _with_inner(story: Story, source: Source, n: int, entry: StoryEntry, editions: Editions) -> Story:
    """The story with its inner cases, each under the edition in force on the day of its first act."""
    told = story.told
    for i, inner in enumerate(entry.inner):
        at: Place = (n, "inner", i)
        _known(source, (*at, "sub"), (inner.sub,), story.edition.sub)
        known = editions[story.edition.sub[inner.sub].procedure]
        edition = next((one for one in known if one.in_force(inner.acts[0].on)), known[-1])
        people = {p: _person(source, (*at, "people", p), p, e, edition) for p, e in inner.people.items()}
        case = opened(told, inner.sub, edition)
        for m, step in enumerate(inner.acts):
            case = case.with_record(_record(source, (*at, "acts", m), step, edition, people))
        told = attached(told, *told.subs, SubCase(inner.sub, case))
    return replace(story, subs=told.subs)


def _person(source: Source, at: Place, name: str, entry: PersonEntry, edition: Edition) -> Person:
    _known(source, (*at, "roles"), entry.roles, edition.role)
    roles = [edition.role[role] for role in entry.roles]
    held = (
        Qualification(role.qualification, until=entry.qualified_until) for role in roles if role.qualification
    )
    return Person(name, frozenset(role.holder for role in roles), tuple(held))


def _record(
    source: Source, at: Place, entry: StepEntry, edition: Edition, people: dict[str, Person]
) -> Record:
    _known(source, (*at, "by"), entry.by, people)
    act = edition.act.get(entry.act)
    by = tuple(people[name] for name in entry.by) or (cast(edition)[act.by] if act else ())
    papers = (paper.title for paper in (act.documents if act else ()) if paper.title not in entry.without)
    entered = datetime.combine(entry.recorded or entry.on, EVENING)
    return Record(
        entry.act, by, entry.on, entered, entry.facts, tuple(papers), entry.corrects, None, entry.reason
    )


def _known(source: Source, at: Place, names: Iterable[str], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise source.refuse(at, f"没有“{name}”", f"请从 {'、'.join(known)} 中选择")
