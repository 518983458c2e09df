"""The database role that the guide makes for the service cannot undo what keeps records unchanged."""

import re
from collections.abc import Iterator

import pytest
from django.db import ProgrammingError, connection, transaction

from fazhi.cli.database_role import inspect
from fazhi.cli.finding import Level
from tests.architecture.repository import ROOT

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles"),
]
GUIDE = (ROOT / "docs" / "operators.md").read_text("utf-8")
GRANTS = [
    line.strip() for line in re.findall(r"^    ((?:GRANT|REVOKE|ALTER DEFAULT).*;)$", GUIDE, re.MULTILINE)
]
UNDOING = (
    "ALTER TABLE cases_act DISABLE TRIGGER ALL",
    "DROP TRIGGER cases_act_no_delete ON cases_act",
    "TRUNCATE cases_act CASCADE",
    "SET session_replication_role = replica",
    "CREATE OR REPLACE FUNCTION fazhi_append_only() RETURNS trigger LANGUAGE sql AS ''",
    "DROP TABLE cases_act CASCADE",
)


@pytest.fixture
def service() -> Iterator[None]:
    """The statements of the guide, and the session in the place of the service's role."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles")
        made = {"fazhi_owner", "fazhi"} - {name for (name,) in cursor.fetchall()}
        for statement in (*(f"CREATE ROLE {name}" for name in made), *GRANTS, "SET ROLE fazhi"):
            cursor.execute(statement)
        yield
        cursor.execute("RESET ROLE")


def test_the_owner_of_the_tables_is_warned_of() -> None:
    (finding,) = inspect()
    assert finding.level is Level.WARN
    assert "所有者" in finding.text


@pytest.mark.usefixtures("service")
def test_the_role_of_the_guide_works_and_cannot_undo_the_protection() -> None:
    assert len(GRANTS) >= 5
    (finding,) = inspect()
    assert finding.level is Level.OK, finding.text
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_act")
        cursor.execute("INSERT INTO office_organ (code, full_name) SELECT '演示', '演示' WHERE false")
    for statement in UNDOING:
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
