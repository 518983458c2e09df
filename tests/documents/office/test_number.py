"""Numbers follow each other without gap or double, whoever takes them at once, and none comes back."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from fazhi.documents.actions import Reserve, Void
from fazhi.documents.models import Fate, Number
from fazhi.fault import Fault
from fazhi.office.models import Organ
from tests.cli.command import Installation
from tests.conftest import Personas, at
from tests.documents.office.conftest import NOW

SOURCE = Path(__file__).parents[3] / "src"


def values() -> list[int]:
    return list(Number.objects.order_by("value").values_list("value", flat=True))


def test_numbers_begin_with_one_in_every_series_and_year(organ: Organ, personas: Personas) -> None:
    wanted = [("试司罚", NOW), ("试司罚", NOW), ("试司", NOW), ("试司罚", at(2027, 1, 1))]
    taken = [str(Reserve(organ, prefix, "决定书").perform(personas.clerk, day)) for prefix, day in wanted]
    assert taken == ["试司罚〔2026〕1号", "试司罚〔2026〕2号", "试司〔2026〕1号", "试司罚〔2027〕1号"]


def test_the_year_is_that_of_the_district_not_of_greenwich(organ: Organ, personas: Personas) -> None:
    first_hour = at(2027, 1, 1, hour=1)
    assert "〔2027〕" in str(Reserve(organ, "试司罚", "").perform(personas.clerk, first_hour))


def test_another_organ_cannot_take_from_a_series(organ: Organ, personas: Personas) -> None:
    Reserve(organ, "试司罚", "").perform(personas.clerk, NOW)
    east = Organ.objects.get(code="east")
    with pytest.raises(Fault, match=r"documents\.E021"):
        Reserve(east, "试司罚", "").perform(personas.street, NOW)
    assert values() == [1]


@pytest.mark.parametrize("prefix", ["", "试司罚〔2026〕", "ABC", "试" * 21, "试 司"])
def test_a_prefix_that_is_none_is_refused(organ: Organ, personas: Personas, prefix: str) -> None:
    with pytest.raises(Fault, match=r"documents\.E020"):
        Reserve(organ, prefix, "").perform(personas.clerk, NOW)


def test_only_people_of_the_organ_take_its_numbers(organ: Organ, personas: Personas) -> None:
    for actor in (personas.street, personas.auditor, personas.stranger):
        with pytest.raises(Fault, match=r"office\.E001"):
            Reserve(organ, "试司罚", "").perform(actor, NOW)


def test_a_voided_number_keeps_its_reason_and_is_not_given_again(organ: Organ, personas: Personas) -> None:
    first = Reserve(organ, "试司罚", "").perform(personas.clerk, NOW)
    fate = Void(first, "文书作废重制").perform(personas.clerk, NOW)
    assert (fate.kind, fate.reason) == (Fate.Kind.VOIDED, "文书作废重制")
    assert Reserve(organ, "试司罚", "").perform(personas.clerk, NOW).value == 2
    with pytest.raises(Fault, match=r"documents\.E022"):
        Void(first, "再次").perform(personas.clerk, NOW)


def test_a_number_is_not_voided_without_a_reason(organ: Organ, personas: Personas) -> None:
    first = Reserve(organ, "试司罚", "").perform(personas.clerk, NOW)
    with pytest.raises(Fault, match=r"documents\.E023"):
        Void(first, " ").perform(personas.clerk, NOW)


def take(organ: Organ, personas: Personas, times: int) -> list[int]:
    try:
        return [Reserve(organ, "试司罚", "").perform(personas.clerk, NOW).value for _ in range(times)]
    finally:
        connection.close()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="processes prove it on SQLite, below")
@pytest.mark.django_db(transaction=True)
def test_threads_on_postgresql_take_each_number_once(organ: Organ, personas: Personas) -> None:
    with ThreadPoolExecutor(8) as pool:
        taken = [n for part in pool.map(lambda _: take(organ, personas, 10), range(8)) for n in part]
    assert sorted(taken) == list(range(1, 81)) == values()


WORKER = """
import sys, django
django.setup()
from datetime import datetime, UTC
from fazhi.documents.actions import Reserve
from fazhi.office.actor import actor_of
from fazhi.office.models import Organ, Person
organ = Organ.objects.get(code="justice")
actor = actor_of(Person.objects.get(user__username="clerk").user)
for _ in range(int(sys.argv[1])):
    print(Reserve(organ, "试司罚", "").perform(actor, datetime(2026, 3, 5, 2, tzinfo=UTC)).value)
"""
SETUP = """
import sys, django
django.setup()
from datetime import date
from pathlib import Path
from fazhi.office.actions.establish import establish
from fazhi.office.pack import OfficePack, load
establish(load(Path(sys.argv[1]), OfficePack), date(2020, 1, 1))
"""


def started(home: Path, code: str, *arguments: str) -> "subprocess.Popen[str]":
    environment = {"PYTHONPATH": str(SOURCE), "FAZHI_HOME": str(home), "PYTHONUTF8": "1",
                   "DJANGO_SETTINGS_MODULE": "fazhi.settings", "PATH": ""}  # fmt: skip
    return subprocess.Popen([sys.executable, "-c", code, *arguments], env=environment, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def test_processes_on_sqlite_take_each_number_once(tmp_path: Path, migrated: Installation) -> None:
    shutil.copytree(migrated.home, tmp_path, dirs_exist_ok=True)
    organs = Path(__file__).parents[2] / "organs.yaml"
    _, error = (setup := started(tmp_path, SETUP, str(organs))).communicate()
    assert setup.returncode == 0, error
    workers = [started(tmp_path, WORKER, "15") for _ in range(4)]
    answers = [worker.communicate() for worker in workers]
    assert [w.returncode for w in workers] == [0] * 4, answers
    taken = [int(line) for out, _ in answers for line in out.split()]
    assert sorted(taken) == list(range(1, 61))
