"""Passing events on: into inboxes, and into the queue of what leaves the platform."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from fazhi.cases.models import Event, Secrecy
from fazhi.notices import audience
from fazhi.notices.models import Delivery, Dispatch, Notice, Subscription
from fazhi.office.models import Person

BATCH = 500
HORIZON = timedelta(days=30)
"""How far back an event may lie that is still passed on; older ones come out of a restored backup."""


def dispatch(at: datetime, limit: int = BATCH) -> int:
    """Pass on events that nobody was told of yet; gives how many."""
    done = Exists(Dispatch.objects.filter(event=OuterRef("pk")))
    waiting = Event.objects.filter(~done, at__gte=at - HORIZON).order_by("at", "pk")
    return sum(_dispatch(event, at) for event in waiting.select_related("case")[:limit])


@transaction.atomic
def _dispatch(event: Event, at: datetime) -> bool:
    _, new = Dispatch.objects.get_or_create(event=event, defaults={"at": at})
    if new:
        people = Person.objects.filter(pk__in=audience.concerned(event, timezone.localdate(at)))
        told = list(people.select_related("user"))
        Notice.objects.bulk_create(Notice(person=person, event=event, at=event.at) for person in told)
        Delivery.objects.bulk_create([*_mails(event, told, at), *_calls(event, at)])
    return new


def _mails(event: Event, people: list[Person], at: datetime) -> Iterator[Delivery]:
    return (Delivery(event=event, person=one, next_at=at) for one in people if one.user.email)


def _calls(event: Event, at: datetime) -> Iterator[Delivery]:
    """What other systems are told; a restricted case is nobody else's business."""
    if event.case.secrecy == Secrecy.RESTRICTED:
        return
    wanted = Q(organ=None) | Q(organ=event.case.organ_id)
    for one in Subscription.objects.filter(wanted, ended_at=None):
        if not one.kinds or event.kind in one.kinds:
            yield Delivery(event=event, subscription=one, next_at=at)
