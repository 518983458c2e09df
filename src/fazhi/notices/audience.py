"""Whom an event concerns: those on the case; when it is late its organ's leaders, then the coordinators."""

from datetime import date

from django.db.models import Q

from fazhi.cases.models import Event, Secrecy
from fazhi.office.models import Appointment, Role
from fazhi.office.models.validity import on

Kind = Event.Kind
PERSONAL = (Kind.ENGAGED, Kind.RELEASED)
LATE = (Kind.OVERDUE, Kind.ESCALATED)
COORDINATED = (Kind.ESCALATED, Kind.ERASURE_ASKED)


def concerned(event: Event, day: date) -> set[int]:
    """The people who are told; whoever did the thing knows it already."""
    if event.kind in PERSONAL:
        people = {int(event.data["person"])}
    else:
        people = set(event.case.handlers.values_list("pk", flat=True)) | _above(event, day)
    return people - {event.data.get("by")}


def staff(organ: int, day: date) -> set[int]:
    """Who works for an organ: its clerks and its leaders."""
    held = Appointment.objects.filter(on(day), post__organ=organ, post__role__in=(Role.CLERK, Role.LEADER))
    return set(held.values_list("person_id", flat=True))


def _above(event: Event, day: date) -> set[int]:
    """Those who answer for the organ; a restricted case stays with its handlers."""
    if event.case.secrecy == Secrecy.RESTRICTED or event.kind not in (*LATE, Kind.ERASURE_ASKED):
        return set()
    wanted = Q()
    if event.kind in LATE:
        wanted |= Q(post__role=Role.LEADER, post__organ=event.case.organ_id)
    if event.kind in COORDINATED:
        wanted |= Q(post__role=Role.COORDINATOR)
    return set(Appointment.objects.filter(on(day), wanted).values_list("person_id", flat=True))
