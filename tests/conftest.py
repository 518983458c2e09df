"""The personas every test knows, the small district they work in, and an outline in force there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from fazhi.cases import append_only as cases
from fazhi.chapters.decisions.archive import append_only as archive
from fazhi.chapters.decisions.consultation import append_only as consultation
from fazhi.chapters.decisions.counsel import append_only as counsel
from fazhi.chapters.decisions.hearing import append_only as hearing
from fazhi.chapters.decisions.legality import append_only as legality
from fazhi.chapters.decisions.validity import append_only as validity
from fazhi.documents import append_only as documents
from fazhi.duties import append_only as duties
from fazhi.duties.actions import Commit, stage
from fazhi.duties.models import Edition, Occurrence
from fazhi.duties.schedule import Term
from fazhi.identity import append_only as identity
from fazhi.indicators import append_only as indicators
from fazhi.library import append_only as library
from fazhi.notices import append_only as notices
from fazhi.office.actions.establish import establish
from fazhi.office.actor import STRANGER, Actor, actor_of
from fazhi.office.models import Person
from fazhi.office.pack import OfficePack, load
from fazhi.portal import append_only as portal
from fazhi.registers import append_only as registers

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
"""A busy machine must not fail a law: how fast things are is for the benchmarks."""

CHINA = ZoneInfo("Asia/Shanghai")
TERM = Term(date(2023, 1, 1), date(2025, 12, 31))
APPEND_ONLY = (
    cases.LEDGER,
    cases.ERASURES,
    notices.MESSAGES,
    portal.RATINGS,
    *(app.TABLES for app in (cases, consultation, documents, duties, identity)),
    *(app.TABLES for app in (archive, counsel, hearing, indicators, legality, library, notices, portal)),
    *(app.TABLES for app in (registers, validity)),
)  # fmt: skip
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


@pytest.fixture(scope="session", autouse=True)
def _flushing_lifts_the_append_only_triggers() -> Iterator[None]:
    """Tests with real transactions empty all tables afterwards, which the triggers would refuse."""
    teardown = TransactionTestCase._fixture_teardown

    def lifted(case: TransactionTestCase) -> None:
        with connection.schema_editor() as editor:
            for kept in APPEND_ONLY:
                kept.remove(None, editor)
        teardown(case)
        with connection.schema_editor() as editor:
            for kept in APPEND_ONLY:
                kept.install(None, editor)

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = teardown


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
    establish(load(Path(__file__).with_name("organs.yaml"), OfficePack), date(2020, 1, 1))
    actors = {p.user.get_username(): actor_of(p.user, date(2024, 1, 1)) for p in Person.objects.all()}
    return Personas(
        coordinator=actors["coordinator"],
        second=actors["second"],
        clerk=actors["clerk"],
        street=actors["street"],
        leader=actors["leader"],
        auditor=actors["auditor"],
        stranger=STRANGER,
    )


def put_in_force(personas: Personas, text: str, day: datetime) -> Edition:
    """A text brought in and committed, as a coordinator does it."""
    draft = stage(personas.coordinator, "纲要.txt", text.encode(), day)
    return Commit(draft=draft, term=TERM, title="试验区纲要").perform(personas.coordinator, day)


@pytest.fixture
def edition(personas: Personas) -> Edition:
    """The test outline in force since 2023."""
    return put_in_force(personas, TEXT, at(2023, 1, 5))


@pytest.fixture
def occurrence(edition: Edition) -> Occurrence:
    """What 区司法局 owes for 2023: two reviews of case files."""
    rows = Occurrence.objects.filter(organ__code="justice", duty__text__contains="案卷", label="2023年")
    return rows.get()
