"""Whom a case's forms offer: those who may be asked to act in it."""

from datetime import date

from fazhi.cases.models import Case
from fazhi.office.actions.counter import IS_COUNTER
from fazhi.office.models import Person
from fazhi.office.models.validity import on


def people_of(row: Case, today: date) -> list[Person]:
    """The organ's people, and whoever is on the case."""
    organ = Person.objects.filter(on(today, "appointments__"), appointments__post__organ=row.organ_id)
    organ = organ.exclude(IS_COUNTER)
    return sorted({*organ, *row.handlers.all()}, key=lambda person: person.pk)
