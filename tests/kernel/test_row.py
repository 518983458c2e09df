"""Rows in SQL that is written once: Django reads back what was given, and refuses what it would refuse."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from fazhi.office.models import Organ, Person
from fazhi.office.models.delegation import Delegation
from fazhi.office.models.person import Appointment, Post
from fazhi.prepared import Prepared
from fazhi.row import insert, put, update
from tests.conftest import Personas

DAY = date(2026, 7, 6)
ORGANS = Prepared(lambda *codes: Organ.objects.filter(code__in=codes).order_by("code").values_list("code"))
HELD = Prepared(lambda person, organ: Appointment.objects.filter(person=person, post__organ=organ))


def test_a_row_is_read_back_as_it_was_given(personas: Personas) -> None:
    post = Post.objects.first()
    lender, borrower = Person.objects.order_by("pk")[:2]
    row = Delegation(
        post=post, principal=lender, delegate=borrower, since=DAY, until=DAY, reason="公出％s",
        made_at=datetime(2026, 7, 6, 1, 2, 3, tzinfo=UTC),
    )  # fmt: skip
    insert(row)
    kept = Delegation.objects.get(pk=row.pk)
    assert (kept.since, kept.reason, kept.made_at, kept.revoked_at) == (DAY, row.reason, row.made_at, None)
    row.reason = "病假"
    update(row, ("reason",))
    kept.refresh_from_db()
    assert (kept.reason, kept.until) == ("病假", DAY)


def test_what_the_database_forbids_is_refused_as_django_refuses_it(personas: Personas) -> None:
    held = Appointment.objects.first()
    assert held is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Appointment(person=held.person, post=held.post, since=held.since))


def test_a_row_takes_the_place_of_the_one_it_is_the_same_as(personas: Personas) -> None:
    held = Appointment.objects.first()
    assert held is not None
    other = Appointment(person=held.person, post=held.post, since=date(1999, 1, 1), until=None)
    again = Appointment(person=held.person, post=held.post, since=held.since, until=date(2030, 1, 1))
    count = Appointment.objects.count()
    put([again, other], ("person", "post", "since"), ("until",))
    put([], ("person",), ("until",))
    held.refresh_from_db()
    assert (held.until, Appointment.objects.count()) == (date(2030, 1, 1), count + 1)


@pytest.mark.parametrize(
    "codes", [["justice"], ["east", "justice"], ["无", ""], ["' OR 1=1 --", "%s", "east"]]
)
def test_a_question_is_answered_as_django_answers_it(personas: Personas, codes: list[str]) -> None:
    known = Organ.objects.filter(code__in=codes).order_by("code").values_list("code")
    assert [tuple(row) for row in ORGANS.rows(*codes)] == list(known)


def test_values_of_two_kinds_find_their_places(personas: Personas) -> None:
    held = Appointment.objects.select_related("post").first()
    assert held is not None
    found = list(Appointment.objects.raw(*HELD.sql(held.person_id, held.post.organ_id)))
    assert held in found
    assert list(Appointment.objects.raw(*HELD.sql(held.post.organ_id + 999, held.person_id))) == []
