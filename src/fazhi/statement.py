"""Running what runs with every act: PostgreSQL keeps such a statement, read and planned once.

Anything else it plans for the values at hand: with one plan for all values a word is sought in a million
records by reading all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper


@dataclass(frozen=True)
class Statement:
    """SQL with the values for its places."""

    sql: str
    values: Sequence[Any]


def rows(*statements: Statement) -> list[tuple[Any, ...]]:
    """What the last of some statements gives, as the database has it."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        _execute(cursor, statements)
        return list(cursor.fetchall())


def run(*statements: Statement) -> None:
    """The same where the last one gives nothing."""
    if statements:
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            _execute(cursor, statements)


def _execute(cursor: CursorWrapper, statements: Sequence[Statement]) -> None:
    database = cursor.db
    if database.vendor == "postgresql":
        _execute_kept(database.connection, cursor, _joined(statements))
    else:
        for one in statements:
            cursor.execute(one.sql, one.values)


def _joined(statements: Sequence[Statement]) -> Statement:
    """Statements that PostgreSQL is sent as one: none of them sees what the others write."""
    *others, last = statements
    if not others:
        return last
    parts = ", ".join(f"part{n} AS ({one.sql})" for n, one in enumerate(others))
    return Statement(f"WITH {parts} {last.sql}", [value for one in statements for value in one.values])


def _execute_kept(connection: Any, cursor: CursorWrapper, one: Statement) -> None:
    """A statement that the server is to keep for this connection: psycopg asks after how many uses."""
    connection.prepare_threshold = 0
    try:
        cursor.execute(one.sql, one.values)
    finally:
        connection.prepare_threshold = None
