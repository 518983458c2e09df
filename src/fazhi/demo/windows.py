"""The demo's leaders open a window for each matter that one of their own people can work on."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from fazhi.office.actor import actor_of
from fazhi.office.models import Appointment, Organ, Role
from fazhi.office.models.validity import on
from fazhi.portal import opening
from fazhi.portal.actions import OpenWindow
from fazhi.portal.models import Window

SINCE = timedelta(days=60)
"""They have been open for a while, so that something came in."""


def play(now: datetime) -> None:
    """Once: who closes a window finds it closed after the next start."""
    if Window.objects.exists():
        return
    for leader, action in list(_planned(now)):
        action.perform(actor_of(leader.person.user, timezone.localdate(now)), now)


def _planned(now: datetime) -> Iterator[tuple[Appointment, OpenWindow]]:
    today = timezone.localdate(now)
    held = Appointment.objects.filter(on(today), person__demo=True).select_related("person__user", "post")
    for edition in opening.opened(today):
        act = opening.begins(edition)
        title = opening.counter_post(edition, act) if act else ""
        for organ in Organ.objects.filter(posts__title=title).distinct():
            own = held.filter(post__organ=organ)
            clerk, leader = own.filter(post__title=title).first(), own.filter(post__role=Role.LEADER).first()
            if clerk and leader:
                yield leader, OpenWindow(procedure=edition.id, organ=organ, officer=clerk.person)
