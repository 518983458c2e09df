"""What a fixture does first in many tests is done once a run; afterwards its rows are put back, as they were.

The actions that furnish a district take as long as the tests they serve. A layer performs them in the first
test that asks, keeps the rows they left, and copies these rows into the database of every later test. It does
so only where nothing else was written in between: the layer then stands on the very rows it was made on.
Elsewhere the actions are performed, as without layers. Each test still has a database of its own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "PRAGMA", "EXPLAIN", "SET", "SHOW")
INSERTED = re.compile(r'INSERT INTO "(\w+)"')
NOTED_BY_TRIGGERS = {"search_stale"}
"""Tables that the database itself fills again when rows are put back."""
MOST_PARAMETERS = 900

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Layer:
    """Rows that some actions added, table by table in the order written, and what the actions gave."""

    rows: Mapping[str, list[tuple[Any, ...]]]
    given: Any

    def put_back(self) -> Any:
        """Write the rows again; a copy of what the actions gave."""
        write(self.rows)
        return deepcopy(self.given)


@dataclass
class Layers:
    """The layers made in this run, and those that the database of the test at hand begins with.

    ``standing`` is their names, lowest first; ``written`` what was written on top of them.
    """

    made: dict[tuple[str, ...], Layer] = field(default_factory=dict)
    standing: tuple[str, ...] = ()
    written: list[str] = field(default_factory=list)

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """Django's hook around each statement: remember what is written."""
        if not sql.lstrip().upper().startswith(READS):
            self.written.append(sql)
        return execute(sql, *rest)

    def begin(self) -> None:
        """A test begins, with the database as the migrations left it."""
        self.standing = ()
        self.written.clear()

    def lay(self, name: str, actions: Callable[[], Any]) -> Any:
        """Perform the actions, or put back what they left when they were performed on the same layers."""
        if self.written:
            return actions()
        name_of_all = (*self.standing, name)
        if name_of_all in self.made:
            given = self.made[name_of_all].put_back()
        else:
            given = self._make(name_of_all, actions)
        self.standing = name_of_all
        self.written.clear()
        return given

    def _make(self, names: tuple[str, ...], actions: Callable[[], Any]) -> Any:
        before = contents()
        given = actions()
        after = contents()
        assert not [sql for sql in self.written for name in _full_text() if name in sql], names
        plain = set(before) - NOTED_BY_TRIGGERS
        changed = {table for table in plain if not set(before[table]) <= set(after[table])}
        assert not changed, f"layer {names[-1]} changes rows it stands on, of {changed}"
        order = dict.fromkeys(table for sql in self.written for table in INSERTED.findall(sql))
        added = {table: _added(before[table], after[table]) for table in (*order, *plain) if table in plain}
        self.made[names] = Layer({table: rows for table, rows in added.items() if rows}, deepcopy(given))
        return given


LAYERS = Layers()


def _added(before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    known = set(before)
    return [row for row in after if row not in known]


def contents() -> Rows:
    """Every row of every table; those of SQLite's full-text indexes are no plain tables and left out."""
    rows: Rows = {}
    full_text = _full_text()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if not table.startswith(full_text):
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                rows[table] = cursor.fetchall()
    return rows


def _full_text() -> tuple[str, ...]:
    if connection.vendor != "sqlite":
        return ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%%'")
        return tuple(name for (name,) in cursor.fetchall())


@transaction.atomic
def write(rows: Mapping[str, list[tuple[Any, ...]]]) -> None:
    """Insert whole rows, many by one statement; references are checked when the transaction ends."""
    with connection.cursor() as cursor:
        for table, all_of_it in rows.items():
            for part in _parts(all_of_it):
                places = f"({', '.join(['%s'] * len(part[0]))})"
                into = f"INSERT INTO {connection.ops.quote_name(table)} VALUES "
                values = [value for row in part for value in row]
                cursor.execute(into + ", ".join([places] * len(part)), values)


def _parts(rows: list[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    """Rows in parts that one statement can hold."""
    size = max(1, MOST_PARAMETERS // len(rows[0])) if rows else 1
    return (rows[start : start + size] for start in range(0, len(rows), size))
