"""The personas every test knows, the small district they work in, and an outline in force there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from fazhi.duties.actions import Commit, stage
from fazhi.duties.models import Edition, Occurrence
from fazhi.duties.schedule import Term
from fazhi.office.actor import STRANGER, Actor, actor_of
from tests import district, pristine
from tests.cli.command import Installation
from tests.layers import LAYERS

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
"""A busy machine must not fail a law: how fast things are is for the benchmarks."""

CHINA = ZoneInfo("Asia/Shanghai")
TERM = Term(date(2023, 1, 1), date(2025, 12, 31))
TEXT = Path(__file__).with_name("outline.txt").read_text("utf-8")


def at(year: int, month: int, day: int, hour: int = 10) -> datetime:
    """A moment in the district's time."""
    return datetime(year, month, day, hour, tzinfo=CHINA)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite in a file, as installations have it: in memory, threads would share one connection."""
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Tests with real transactions leave the database as they found it."""
    teardown = TransactionTestCase._fixture_teardown
    with django_db_blocker.unblock():
        back = pristine.keep()
    TransactionTestCase._fixture_teardown = lambda _: back()
    yield
    TransactionTestCase._fixture_teardown = teardown


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """The passwords of tests withstand nobody: what the platform spends on each is for its own users."""
    cheap = "django.contrib.auth.hashers.MD5PasswordHasher"
    settings.PASSWORD_HASHERS = [cheap, *settings.PASSWORD_HASHERS]


@pytest.fixture(autouse=True)
def _quick_hands(settings: Any) -> None:
    """Tests fill in a form at once: only those of ``tests/web/test_haste.py`` wait as people do."""
    settings.CONFIG = settings.CONFIG.model_copy(update={"form_seconds": 0})


@pytest.fixture(scope="session", autouse=True)
def _layers_know_what_is_written() -> None:
    connection.execute_wrappers.append(LAYERS)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A home with a database in this version's shape to copy from: to migrate a new one takes ten seconds."""
    made = Installation(tmp_path_factory.mktemp("migrated"))
    assert made.read("migrate")["applied"]
    return made


COMMANDS = Path(__file__).with_name("cli")
DATABASES = {"db", "transactional_db", "django_db_setup", "live_server", "victim"}
"""Fixtures by which a test asks the database that the suite runs on."""


DEMONSTRATED = {"shown", "demonstrated", "demo"}
"""Fixtures by which a test of commands asks the demo district, which takes long to make."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks no database answers alike on each: marked, for ``tools/checks.py``, to be run once."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & DATABASES or item.get_closest_marker("django_db"):
            continue
        item.add_marker(pytest.mark.once)
        if item.path.is_relative_to(COMMANDS):
            item.add_marker(pytest.mark.command)
        if asked & DEMONSTRATED:
            item.add_marker(pytest.mark.demonstrated)


def pytest_runtest_setup() -> None:
    LAYERS.begin()


@dataclass(frozen=True)
class Personas:
    """统筹员, a second one who also answers, two 承办人, 负责人, 审计 and 旁人."""

    coordinator: Actor
    second: Actor
    clerk: Actor
    street: Actor
    leader: Actor
    auditor: Actor
    stranger: Actor


@pytest.fixture
def personas(db: None) -> Personas:
    """A district of a few organs with one person for each role."""
    district.establish()
    cast: Personas = LAYERS.lay("personas", _personas)
    return cast


def _personas() -> Personas:
    names = ("coordinator", "second", "clerk", "street", "leader", "auditor")
    users = get_user_model().objects.in_bulk(names, field_name="username")
    actors = {name: actor_of(users[name], date(2024, 1, 1)) for name in names}
    return Personas(**actors, stranger=STRANGER)


def put_in_force(personas: Personas, text: str, day: datetime) -> Edition:
    """A text brought in and committed, as a coordinator does it."""
    draft = stage(personas.coordinator, "纲要.txt", text.encode(), day)
    return Commit(draft=draft, term=TERM, title="试验区纲要").perform(personas.coordinator, day)


@pytest.fixture
def edition(personas: Personas) -> Edition:
    """The test outline in force since 2023."""
    made: Edition = LAYERS.lay("edition", lambda: put_in_force(personas, TEXT, at(2023, 1, 5)))
    return made


@pytest.fixture
def occurrence(edition: Edition) -> Occurrence:
    """What 区司法局 owes for 2023: two reviews of case files."""
    rows = Occurrence.objects.filter(organ__code="justice", duty__text__contains="案卷", label="2023年")
    return rows.get()
