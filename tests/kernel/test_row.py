"""Rows in SQL that is written once: Django reads back what was given, and refuses what it would refuse."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from fazhi import statement
from fazhi.cases.models import Series
from fazhi.office.models import Organ, Person
from fazhi.office.models.delegation import Delegation
from fazhi.office.models.person import Appointment, Post
from fazhi.prepared import Prepared
from fazhi.row import add, insert, insert_all, inserting, putting, updating
from tests.conftest import Personas

DAY = date(2026, 7, 6)
ORGANS = Prepared(lambda *codes: Organ.objects.filter(code__in=codes).order_by("code").values_list("code"))
LENT = Prepared(lambda principal: Delegation.objects.filter(principal=principal))
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
    statement.run(updating(row, ("reason",)))
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
    statement.run(*putting([again, other], ("person", "post", "since"), ("until",)))
    statement.run(*putting([], ("person",), ("until",)))
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
    (found,) = HELD.objects(held.person_id, held.post.organ_id)
    assert (found, found.since, found.until) == (held, held.since, held.until)
    assert HELD.objects(held.post.organ_id + 999, held.person_id) == []


def test_an_object_is_as_django_gives_it(personas: Personas) -> None:
    lender, borrower = Person.objects.order_by("pk")[:2]
    row = Delegation(
        post=Post.objects.first(), principal=lender, delegate=borrower, since=DAY, until=DAY, reason="公出",
        made_at=datetime(2026, 7, 6, 1, 2, 3, tzinfo=UTC),
    )  # fmt: skip
    insert(row)
    (found,) = LENT.objects(lender.pk)
    assert vars(found) | {"_state": None} == vars(Delegation.objects.get(pk=row.pk)) | {"_state": None}
    found.reason = "病假"
    found.save()
    assert Delegation.objects.get().reason == "病假"


def test_statements_sent_together_are_all_done_or_none(personas: Personas) -> None:
    organ = Organ.objects.get(code="justice")
    first, second, twin = (Series(organ=organ, procedure=name, year=2026) for name in ("甲", "乙", "甲"))
    insert(first, inserting(second))
    assert Series.objects.get(procedure="甲").pk == first.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Series(organ=organ, procedure="丙", year=2026), inserting(twin))
    assert sorted(Series.objects.values_list("procedure", flat=True)) == ["乙", "甲"]


def test_a_number_is_counted_up_from_nothing(personas: Personas) -> None:
    series = Series(organ=Organ.objects.get(code="justice"), procedure="甲", year=2026, last=3)
    unique = ("organ", "procedure", "year")
    assert [add(series, unique, "last") for _ in range(2)] == [3, 6]
    assert Series.objects.get().last == 6


def test_many_rows_are_stored_whole_or_refused(personas: Personas) -> None:
    organ = Organ.objects.get(code="justice")
    rows = [Series(organ=organ, procedure=f"程序{n}", year=2026, last=n) for n in range(2_500)]
    insert_all(rows)
    assert {row.pk: row.last for row in rows} == dict(Series.objects.values_list("pk", "last"))
    insert_all([])
    with pytest.raises(DatabaseError), transaction.atomic():
        insert_all(
            [Series(organ=organ, procedure="甲", year=2027), Series(organ=organ, procedure="甲", year=2027)]
        )
    assert Series.objects.count() == 2_500


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps its statements itself")
def test_postgresql_cuts_no_text_that_is_too_long_and_keeps_only_what_runs_with_acts(
    personas: Personas,
) -> None:
    organ = Organ.objects.get(code="justice")
    with pytest.raises(DatabaseError), transaction.atomic():
        insert_all([Series(organ=organ, procedure="长" * 81, year=2026)])
    some = [Appointment(person_id=1, post_id=1, since=DAY, until=until) for until in (None, DAY)]
    assert len({putting(some[:n], ("person",), ("until",))[0].sql for n in (1, 2)}) == 1
    for _ in range(8):
        ORGANS.rows("justice")
        list(Organ.objects.filter(code="justice"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%office_organ%'")
        kept = [row[0] for row in cursor.fetchall()]
    assert len(kept) == 1, kept
    assert "ORDER BY" in kept[0]
