"""What was recorded cannot be rewritten: the database itself refuses, whoever asks (台账)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION fazhi_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


@dataclass(frozen=True)
class AppendOnly:
    """Tables that take new rows and refuse every update and deletion, on SQLite and on PostgreSQL.

    ``install`` and ``remove`` fit ``migrations.RunPython``.
    """

    tables: tuple[str, ...]

    def install(self, _apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        """Put the refusals in place."""
        if editor.connection.vendor == "postgresql":
            editor.execute(POSTGRES_FUNCTION, params=None)  # without it, the percent sign is a parameter
        for table, statement in self._refusals(editor):
            editor.execute(_trigger(editor.connection.vendor, table, statement))

    def remove(self, _apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        """Take the refusals away, to undo the migration."""
        for table, statement in self._refusals(editor):
            place = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, statement)}{place}")

    def _refusals(self, editor: BaseDatabaseSchemaEditor) -> Iterator[tuple[str, str]]:
        """Each table with each statement that could lose a row; SQLite knows no TRUNCATE."""
        emptying = ("TRUNCATE",) if editor.connection.vendor == "postgresql" else ()
        return product(self.tables, ("UPDATE", "DELETE", *emptying))


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
