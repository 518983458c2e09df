"""What waits for a person's office: findings to settle, documents of a campaign to conclude on."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from fazhi.chapters.decisions.validity import campaigning
from fazhi.chapters.decisions.validity.models import Campaign, Finding, Item
from fazhi.office.actor import Actor


@dataclass(frozen=True)
class Owed:
    """A campaign with how many conclusions the person's office still owes."""

    campaign: Campaign
    count: int
    late: bool


def of(actor: Actor, rows: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings about documents of the person's own office."""
    return rows.filter(document__organ__in=actor.organs())


def findings(actor: Actor) -> QuerySet[Finding]:
    """What the office has to settle, the latest first."""
    return of(actor, Finding.objects.filter(settlement=None).select_related("document"))


def conclusions(actor: Actor, day: date) -> list[Owed]:
    """The running campaigns in which the office owes conclusions."""
    found = []
    for campaign in campaigning.running():
        owed = Item.objects.filter(campaign=campaign, organ__in=actor.organs(), answers=None).count()
        if owed:
            found.append(Owed(campaign, owed, day > campaign.due))
    return found
