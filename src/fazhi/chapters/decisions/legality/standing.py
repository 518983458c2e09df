"""How a review stands: which cases wait for one, what is answered, what is still open."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from fazhi.cases import capacity, policy
from fazhi.cases.models import Act, Case
from fazhi.cases.store import File
from fazhi.chapters.decisions.legality.checklist import Checklist, Item, checklist
from fazhi.chapters.decisions.legality.models import Answer, Examination, Found, Ruling
from fazhi.chapters.decisions.legality.terms import ADVICE, ADVISE, PROCEDURES, RETURN, REVIEW, SEND
from fazhi.office.actor import Actor
from fazhi.procedure.case import Case as Held
from fazhi.procedure.record import Record

AFTER = (REVIEW, RETURN, "revise", "send_back")
"""What ends the waiting: the opinion, the return, and the drafter's or the meeting's taking it back."""


@dataclass(frozen=True)
class Standing:
    """An examination with the latest answer to each item and the latest ruling on each finding."""

    examination: Examination
    checklist: Checklist
    findings: tuple[Found, ...]
    answers: dict[str, Answer]
    rulings: dict[int, Ruling]
    seen: int
    """How many answers and rulings there are: what a page was shown, to tell that somebody went on."""

    @cached_property
    def open_items(self) -> tuple[Item, ...]:
        return tuple(item for item in self.checklist.items if item.id not in self.answers)

    @cached_property
    def open_findings(self) -> tuple[Found, ...]:
        return tuple(found for found in self.findings if found.pk not in self.rulings)

    @cached_property
    def denied(self) -> tuple[Item, ...]:
        """The items answered with no."""
        no = Answer.Value.NO
        return tuple(
            i for i in self.checklist.items if i.id in self.answers and self.answers[i.id].value == no
        )

    @cached_property
    def accepted(self) -> tuple[Found, ...]:
        """The findings that go into the opinion."""
        return tuple(f for f in self.findings if f.pk in self.rulings and self.rulings[f.pk].accepted)


def waiting(actor: Actor) -> QuerySet[Case]:
    """The visible cases sent to review and neither answered nor taken back, the longest waiting first."""
    seen = policy.visible(actor).filter(procedure__in=PROCEDURES, outcome="").select_related("organ")
    rows = seen.annotate(sent=_latest(SEND), after=_latest(*AFTER))
    return rows.filter(sent__gt=F("after")).order_by("latest_on", "pk")


def _latest(*acts: str) -> Coalesce:
    """The number of the latest of some acts of a case, none being zero."""
    return Coalesce(Max("acts__sequence", filter=Q(acts__name__in=acts)), Value(0))


def sent(row: Case) -> Act | None:
    """The act that last sent a case to review."""
    return row.acts.filter(name=SEND).order_by("sequence").last()


def waits(held: Held) -> bool:
    """Whether a case is with the reviewer now."""
    done = held.state.done
    return not held.state.outcome and bool(done.get(SEND)) and not done.get(REVIEW)


def read(examination: Examination, held: Held) -> Standing:
    """The review as it stands."""
    answers = list(examination.answers.select_related("person"))
    rulings = list(Ruling.objects.filter(found__examination=examination).select_related("person"))
    return Standing(
        examination,
        checklist(held.edition.id).without(_denied(held)),
        tuple(examination.findings.all()),
        {one.item: one for one in answers},
        {one.found_id: one for one in rulings},
        len(answers) + len(rulings),
    )


def _denied(held: Held) -> frozenset[str]:
    return frozenset(name for name, value in held.state.facts.items() if value is False)


@dataclass(frozen=True)
class Advice:
    """A legal adviser's opinion on file since the draft was sent."""

    record: Record
    people: tuple[str, ...]
    said: str

    @property
    def line(self) -> str:
        return f"{'、'.join(self.people)}（{self.record.happened_on}）：{self.said}"


def advice(file: File, since: int) -> Iterator[Advice]:
    """The advisers' opinions from an act on."""
    fact = file.case.edition.fact[ADVICE]
    for act, record in zip(file.acts, file.case.records, strict=True):
        if record.act == ADVISE and act.sequence > since:
            names = capacity.named(person.id for person in record.by)
            people = tuple(names.get(person.id, person.id) for person in record.by)
            yield Advice(record, people, fact.named(record.facts[ADVICE]))


def returns(file: File) -> tuple[Record, ...]:
    """The times the material was returned, with the reason of each."""
    return tuple(record for record in file.case.records if record.act == RETURN)
