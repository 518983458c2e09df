"""In which posts a person acts in a case: those held in its organ, and all held where put on the case."""

from collections.abc import Iterable, Iterator
from datetime import date

from fazhi.cases.models import Case
from fazhi.office.models import Appointment, Person, Qualification
from fazhi.office.models.validity import on
from fazhi.procedure import person as procedure

PREFIX = "工号"


def pseudonym(person_id: int) -> str:
    """How an official stands in the chain of acts."""
    return f"{PREFIX}{person_id}"


def people(ids: Iterable[int], case: Case, day: date) -> tuple[procedure.Person, ...]:
    """Officials as the procedure judges them, with posts and qualifications as they were on a day.

    >>> pseudonym(7)
    '工号7'
    """
    wanted = tuple(dict.fromkeys(ids))
    handlers = set(case.handlers.filter(pk__in=wanted).values_list("pk", flat=True)) if case.pk else set()
    posts = list(_posts(wanted, day))
    held = list(_qualifications(wanted, day))
    return tuple(
        procedure.Person(
            pseudonym(one),
            frozenset(
                title
                for who, organ, title in posts
                if who == one and (one in handlers or organ == case.organ_id)
            ),
            tuple(qualification for who, qualification in held if who == one),
        )
        for one in wanted
    )


def _posts(people_ids: tuple[int, ...], day: date) -> Iterator[tuple[int, int, str]]:
    rows = Appointment.objects.filter(on(day), person__in=people_ids)
    yield from rows.values_list("person_id", "post__organ_id", "post__title")


def _qualifications(people_ids: tuple[int, ...], day: date) -> Iterator[tuple[int, procedure.Qualification]]:
    for row in Qualification.objects.filter(on(day), person__in=people_ids).order_by("pk"):
        yield row.person_id, procedure.Qualification(row.name, row.since, row.until)


def named(ids: Iterable[str]) -> dict[str, str]:
    """Names by pseudonym, for those who may see the case; who is no official is not among them."""
    numbers = [one.removeprefix(PREFIX) for one in ids if one.startswith(PREFIX)]
    rows = Person.objects.filter(pk__in=[int(n) for n in numbers if n.isdecimal()])
    return {pseudonym(row.pk): row.name for row in rows}
