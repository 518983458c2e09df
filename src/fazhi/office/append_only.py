"""What was recorded cannot be rewritten: the database itself refuses, for the tables that an app names."""

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
PASSING_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF {condition} THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


@dataclass(frozen=True)
class AppendOnly:
    """Tables whose rows are neither changed nor deleted, on SQLite and on PostgreSQL.

    ``erasable`` maps a table to the SQL condition, over ``OLD``, on which a row of it may be deleted.
    """

    tables: tuple[str, ...]
    erasable: tuple[tuple[str, str], ...] = ()

    def install(self, _apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        """Refuse every update and deletion of recorded rows."""
        vendor = editor.connection.vendor
        if vendor == "postgresql":
            editor.execute(POSTGRES_FUNCTION, params=None)  # else the percent sign is read as a parameter
        for table, statement in self._refusals(vendor):
            condition = dict(self.erasable).get(table, "") if statement == "DELETE" else ""
            if condition and vendor == "postgresql":
                name = _name(table, statement)
                editor.execute(PASSING_FUNCTION.format(name=name, condition=condition), params=None)
            editor.execute(_trigger(vendor, table, statement, condition), params=None)

    def remove(self, _apps: object, editor: BaseDatabaseSchemaEditor) -> None:
        """Take the refusal away, to undo the migration."""
        for table, statement in self._refusals(editor.connection.vendor):
            place = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, statement)}{place}")

    def _refusals(self, vendor: str) -> Iterator[tuple[str, str]]:
        """Each table with each statement that could lose a row; SQLite knows no TRUNCATE."""
        emptying = ("TRUNCATE",) if vendor == "postgresql" else ()
        names = (*self.tables, *(table for table, _ in self.erasable))
        return product(names, ("UPDATE", "DELETE", *emptying))


def _name(table: str, statement: str) -> str:
    return f"{table}_no_{statement.lower()}"


def _trigger(vendor: str, table: str, statement: str, condition: str) -> str:
    each = "STATEMENT" if statement == "TRUNCATE" else "ROW"
    head = f"CREATE TRIGGER {_name(table, statement)} BEFORE {statement} ON {table} FOR EACH {each}"
    if vendor == "postgresql":
        return f"{head} EXECUTE FUNCTION {_name(table, statement) if condition else 'fazhi_append_only'}()"
    when = f"WHEN NOT ({condition}) " if condition else ""
    return f"{head} {when}BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
