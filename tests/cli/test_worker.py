"""What the worker does once a day, and how it bears that this fails."""

import logging
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from fazhi.cli.worker import Work
from fazhi.fault import Fault
from fazhi.notices.models import Failure
from tests.conftest import at

MORNING = at(2026, 11, 20, 9)


class Task:
    """Fails with these in turn, then does seven things each time it is asked."""

    def __init__(self, *errors: Exception) -> None:
        self.errors, self.asked = list(errors), list[datetime]()

    def __call__(self, moment: datetime) -> int:
        self.asked.append(moment)
        if self.errors:
            raise self.errors.pop(0)
        return 7


def minutes(number: float) -> datetime:
    return MORNING + timedelta(minutes=number)


@pytest.mark.django_db
def test_daily_work_is_done_once_a_day() -> None:
    task = Task()
    work = Work("answering", task, daily=True)
    moments = [at(2026, 11, 20, 9), at(2026, 11, 20, 11), at(2026, 11, 21, 0)]
    assert [work(moment) for moment in moments] == [7, 0, 7]
    assert task.asked == [moments[0], moments[2]]


@pytest.mark.django_db
def test_what_failed_waits_longer_each_time_also_after_a_restart(caplog: pytest.LogCaptureFixture) -> None:
    task = Task(Fault("x.E001", "演示", "演示"), DatabaseError("演示"))
    rounds = [0, 0.4, 0.8, 1, 1.5, 2.9, 3, 4]
    with caplog.at_level(logging.ERROR):
        done = [Work("answering", task)(minutes(n)) for n in rounds]
    assert done == [0, 0, 0, 0, 0, 0, 7, 7]
    assert task.asked == [minutes(n) for n in (0, 1, 3, 4)]
    assert [(row.code, row.retry_at) for row in Failure.objects.all()] == [
        ("x.E001", minutes(1)),
        ("worker.E001", minutes(3)),
    ]
    said = [record.getMessage() for record in caplog.records]
    assert said == ["x.E001: the work answering failed", "worker.E001: the work answering failed"]


@pytest.mark.django_db
def test_a_failure_holds_up_no_other_work_and_no_other_day() -> None:
    failing = Task(*(DatabaseError("演示") for _ in range(9)))
    for row in range(9):
        Work("answering", failing)(minutes(2**row - 1))
    assert Failure.objects.count() == 9
    assert Work("answering", Task())(minutes(400)) == 0
    assert Work("validity", Task())(minutes(400)) == 7
    assert Work("answering", Task())(at(2026, 11, 21, 0)) == 7


@pytest.mark.django_db
def test_the_journal_is_not_rewritten() -> None:
    Work("answering", Task(DatabaseError("演示")))(MORNING)
    for change in (lambda: Failure.objects.update(error=""), lambda: Failure.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert Failure.objects.get().error == "DatabaseError: 演示"
