"""Two hundred cases opened at once have two hundred numbers, without a gap and without a clash."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from fazhi.cases.models import Case
from fazhi.fault import Fault
from fazhi.office.models import Organ, Person
from tests.cases.conftest import DAY, opening, person
from tests.cli.command import Installation
from tests.conftest import at
from tests.shared import ROOT
from tests.victim import Victim

PROCESSES, EACH = 8, 25
THREADS, ROUNDS = 50, 4


def test_processes_on_one_file(tmp_path: Path, migrated: Installation) -> None:
    shutil.copytree(migrated.home, tmp_path, dirs_exist_ok=True)
    place = Victim(tmp_path)
    place.run("-m", "tests.notices.crash", "fill", "0")
    command = [sys.executable, "-m", "tests.cases.openings", str(EACH)]
    running = [
        subprocess.Popen(command, env=place.environ(), cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(PROCESSES)
    ]
    given = [int(number) for one in running for number in one.communicate()[0].split()]
    assert sorted(given) == list(range(1, PROCESSES * EACH + 1))


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="the tests' SQLite has one connection; files above"
)
@pytest.mark.django_db(transaction=True)
def test_connections_to_one_server(personas: object) -> None:
    receiver, organ = person("receiver"), Organ.objects.get(code="justice")
    assert Person.objects.exists()

    def opened(_: int) -> list[str]:
        try:
            return [opening(organ=organ).perform(receiver, at(2026, 7, 6)).number for _ in range(ROUNDS)]
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        given = [number for numbers in pool.map(opened, range(THREADS)) for number in numbers]
    numbers = sorted(int(number.rsplit("〕")[1].rstrip("号")) for number in given)
    assert numbers == list(range(1, THREADS * ROUNDS + 1))


@pytest.mark.django_db(transaction=True)
def test_a_case_that_is_refused_takes_no_number(personas: object) -> None:
    receiver = person("receiver")
    with pytest.raises(Fault):
        opening(happened_on=DAY + timedelta(days=9)).perform(receiver, at(2026, 7, 6))
    opening().perform(receiver, at(2026, 7, 6))
    assert Case.objects.get().number.endswith("〕1号")
