"""What was done and what was imported cannot be rewritten: the database itself refuses (系统 0.2)."""

from collections.abc import Iterator
from itertools import product

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = ("duties_edition", "duties_step", "duties_evidence")
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION fazhi_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def install(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Refuse every update and deletion of recorded rows, on SQLite and on PostgreSQL."""
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRES_FUNCTION, params=None)  # without it, the percent sign is read as a parameter
    for table, statement in _refusals(editor):
        editor.execute(_trigger(editor.connection.vendor, table, statement))


def remove(_apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the refusal away, to undo the migration."""
    for table, statement in _refusals(editor):
        place = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, statement)}{place}")


def _refusals(editor: BaseDatabaseSchemaEditor) -> Iterator[tuple[str, str]]:
    """Each table with each statement that could lose a row; SQLite knows no TRUNCATE."""
    emptying = ("TRUNCATE",) if editor.connection.vendor == "postgresql" else ()
    return product(TABLES, ("UPDATE", "DELETE", *emptying))


def _name(table: str, statement: str) -> str:
    return f"{table}_no_{statement.lower()}"


def _trigger(vendor: str, table: str, statement: str) -> str:
    each = "STATEMENT" if statement == "TRUNCATE" else "ROW"
    refuse = (
        "EXECUTE FUNCTION fazhi_append_only()"
        if vendor == "postgresql"
        else f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
    return f"CREATE TRIGGER {_name(table, statement)} BEFORE {statement} ON {table} FOR EACH {each} {refuse}"
