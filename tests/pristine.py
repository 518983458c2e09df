"""The test database as the migrations left it, and the way back to it after tests with real transactions.

Django would empty all tables, without the rows that migrations wrote, and build all permissions anew; the
append-only triggers would refuse it. SQLite copies its file back; PostgreSQL writes the tables that differ.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection, transaction

from tests.layers import contents, write


def keep() -> Callable[[], None]:
    """What brings the database back to what it is now."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        copy = sqlite3.connect(":memory:")
        connection.connection.backup(copy)
        return lambda: _copy_back(copy)
    return Rewriting(contents()).perform


def _copy_back(copy: sqlite3.Connection) -> None:
    connection.ensure_connection()
    copy.backup(connection.connection)


@dataclass(frozen=True)
class Rewriting:
    """Every table with other rows than these is written anew, past the triggers that guard it."""

    rows: dict[str, list[tuple[object, ...]]]

    @transaction.atomic
    def perform(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            changed = [table for table, rows in contents().items() if rows != self.rows[table]]
            for table in changed:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
            write({table: self.rows[table] for table in changed})
