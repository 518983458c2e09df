"""How a file stands: its index out of the case's acts, papers, supplements and declarations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fazhi.cases import capacity, store
from fazhi.cases.models import Act, Case
from fazhi.cases.store import File
from fazhi.chapters.decisions.archive import sheets
from fazhi.chapters.decisions.archive.demand import Demands, demands
from fazhi.chapters.decisions.archive.index import Index, Item, Sheet, State, Step, Wanted, index
from fazhi.chapters.decisions.archive.models import Closing, Waiver
from fazhi.procedure.edition import Edition
from fazhi.procedure.permitted import with_facts
from fazhi.procedure.record import Record
from fazhi.procedure.view import View


@dataclass(frozen=True)
class Standing:
    """A file with its index, its closings, and what is still to be done."""

    file: File
    demands: Demands
    index: Index
    closings: tuple[Closing, ...]

    @property
    def closed(self) -> bool:
        """Whether the last closing holds all that is on file now, and nothing came after it."""
        return self.latest is not None and self.latest.digest == self.index.digest

    @property
    def missing(self) -> tuple[Item, ...]:
        """What an article demands and the file lacks."""
        return self.index.of(State.MISSING)

    @property
    def absent(self) -> tuple[Item, ...]:
        """The same with what a person has to check: all that can be supplied or declared not applicable."""
        return (*self.missing, *self.index.of(State.UNSURE))

    @property
    def archived(self) -> bool:
        """Whether the closing act of the case is done, wherever it was done."""
        return bool(self.file.case.state.done.get(self.demands.closing))

    @property
    def latest(self) -> Closing | None:
        """The last closing."""
        return self.closings[-1] if self.closings else None

    @cached_property
    def pending(self) -> bool:
        """Whether the closing is an act of the case that is still to be done."""
        closing, state = self.demands.closing, self.file.case.state
        return bool(closing) and not state.done.get(closing) and not state.outcome

    @property
    def ripe(self) -> bool:
        """Whether the case has come so far that its file can be closed."""
        state = self.file.case.state
        return bool(state.outcome) or any(state.done.get(act) for act in self.demands.closable)


def standing(row: Case) -> Standing:
    """The file of a case; ``Fault`` archive.E001 where its procedure has none."""
    return of(store.file(row))


def of(file: File) -> Standing:
    """The same of a file that was read already."""
    wanted = demands(file.case.edition.id)
    closings = tuple(Closing.objects.filter(case=file.row).select_related("person", "handover"))
    return Standing(file, wanted, index(tuple(_steps(file, wanted)), _waived(file)), closings)


def _waived(file: File) -> Mapping[tuple[int, str], str]:
    numbers = _numbers(file)
    rows = Waiver.objects.filter(act__in=file.acts)
    return {(numbers[row.act_id], row.title): row.reason for row in rows}


def _numbers(file: File) -> Mapping[int, int]:
    """The number of each act in the file, from 1, by its key."""
    return {act.pk: number for number, act in enumerate(file.acts, 1)}


def act_of(file: File, number: int) -> Act | None:
    """The act under a number of the file."""
    return file.acts[number - 1] if 0 < number <= len(file.acts) else None


def _steps(file: File, wanted: Demands) -> Iterator[Step]:
    edition, held = file.case.edition, sheets.of(file.acts)
    names = capacity.named(capacity.concerned(file.case.records))
    view = View(file.case.state)
    for number, (act, record) in enumerate(zip(file.acts, file.case.records, strict=True), 1):
        papers = held.get(act.pk, ())
        people = capacity.signed(edition, record, names)
        asked = tuple(wanted_of(edition, wanted, record, view))
        yield _step(number, edition, record, people, asked, papers)


def _step(
    number: int,
    edition: Edition,
    record: Record,
    people: tuple[str, ...],
    wanted: tuple[Wanted, ...],
    papers: tuple[Sheet, ...],
) -> Step:
    known = edition.act.get(record.act)
    role = edition.role[known.by].title if known else ""
    title = known.title if known else record.act
    return Step(number, title, record.happened_on, role, people, wanted, papers)


def wanted_of(edition: Edition, demanded: Demands, record: Record, view: View) -> Iterator[Wanted]:
    """What an act must leave: the papers of the procedure, then those that its facts call for."""
    known = edition.act.get(record.act)
    for paper in known.documents if known else ():
        yield Wanted(paper.title, str(paper.basis))
    here = with_facts(view, record.facts)
    for one in demanded.of(record.act):
        if one.condition is None or one.condition.holds(here):
            yield Wanted(one.title, one.article, one.must)


def began(file: File, act: str) -> date | None:
    """The day of the latest act of a name, none before it."""
    days = [record.happened_on for record in file.case.records if record.act == act]
    return max(days, default=None)
