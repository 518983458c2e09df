"""Which windows are open on a day: not closed, and with an officer who still works for the organ."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from fazhi.office.models import Appointment
from fazhi.office.models.validity import on
from fazhi.portal import opening
from fazhi.portal.models import Window


def windows(day: date) -> QuerySet[Window]:
    """The windows through which somebody outside may apply on a day."""
    held = Appointment.objects.filter(on(day), person=OuterRef("officer"), post__organ=OuterRef("organ"))
    rows = Window.objects.filter(Exists(held), closed_at=None)
    return rows.filter(procedure__in=[one.id for one in opening.opened(day)]).select_related("organ")
