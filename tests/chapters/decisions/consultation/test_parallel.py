"""Many people comment in the same moment: each gets a number, and a form sent twice is one comment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from fazhi.cases.models import Case
from fazhi.chapters.decisions.consultation.models import Comment, Consultation
from tests.chapters.decisions.consultation import people

THREADS = 16


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="the tests' SQLite has one connection, writes come in turn"
)
@pytest.mark.django_db(transaction=True)
def test_comments_at_once_have_numbers_without_gap_or_clash() -> None:
    people.establish_all()
    row: Consultation = people.opened()

    def said(place: int) -> int:
        try:
            return people.say(row, f"意见{place // 2}", key=f"form-{place // 2}").number
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        given = sorted(pool.map(said, range(2 * THREADS)))
    assert given == sorted([*range(1, THREADS + 1)] * 2)
    assert Comment.objects.count() == THREADS
    assert Case.objects.get(pk=row.case_id).sequence == 3 + THREADS
