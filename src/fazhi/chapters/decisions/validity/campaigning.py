"""How a campaign stands: each document with its latest answer, the sums, who is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from fazhi.chapters.decisions.validity.models import Answer, Campaign, Ending, Item
from fazhi.chapters.decisions.validity.tally import Decision, Tally, tally
from fazhi.office.models import Organ


@dataclass(frozen=True)
class Line:
    """A document of the scope with the answer that holds."""

    item: Item
    answer: Answer | None


def lines(campaign: Campaign) -> list[Line]:
    """Every document of the scope, by office."""
    rows = campaign.items.select_related("document__case", "organ").prefetch_related("answers__person")
    return [Line(item, _latest(item)) for item in rows]


def _latest(item: Item) -> Answer | None:
    answers = list(item.answers.all())
    return answers[-1] if answers else None


def counted(found: Iterable[Line]) -> Tally[int]:
    """The sums over the scope."""
    held = list(found)
    answers = [(one.item.pk, Decision(one.answer.decision)) for one in held if one.answer]
    return tally([one.item.pk for one in held], answers)


def late(found: Iterable[Line], campaign: Campaign, day: date) -> dict[Organ, int]:
    """Offices that owe answers after the last day, with how many; none before."""
    return owed(found) if day > campaign.due and not ended(campaign) else {}


def owed(found: Iterable[Line]) -> dict[Organ, int]:
    """How many answers each office owes."""
    sums: dict[Organ, int] = {}
    for line in found:
        if line.answer is None:
            sums[line.item.organ] = sums.get(line.item.organ, 0) + 1
    return sums


def ended(campaign: Campaign) -> Ending | None:
    """How it ended, if it did."""
    return Ending.objects.filter(campaign=campaign).first()


def running() -> QuerySet[Campaign]:
    """The campaigns that take answers."""
    return Campaign.objects.filter(ending=None)


def published() -> QuerySet[Campaign]:
    """The campaigns whose results are for everybody."""
    return Campaign.objects.filter(ending__kind=Ending.Kind.PUBLISHED).select_related("ending")


def lists(found: Iterable[Line]) -> list[tuple[Decision, list[Line]]]:
    """The results as lists, one for each conclusion."""
    held = list(found)
    return [(one, [line for line in held if line.answer and line.answer.decision == one]) for one in Decision]
