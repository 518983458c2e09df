"""Who may be asked to act in a case: the organ's people of the day, and whoever is on the case."""

from datetime import date

from fazhi.cases.models import Case
from fazhi.office.models import Person
from fazhi.office.models.validity import on


def colleagues(row: Case, today: date) -> list[Person]:
    """In the order of their keys."""
    organ = Person.objects.filter(on(today, "appointments__"), appointments__post__organ=row.organ_id)
    return sorted({*organ, *row.handlers.all()}, key=lambda person: person.pk)
