"""Copies of a SQLite database, taken and put back while the website runs."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from fazhi.cli.progress import measured

PAGES = 1024
"""Pages copied between two reports of progress (4 MB)."""


def save(target: Path) -> None:
    """Copy the database as it stands now into a single file; writers are not held up."""
    source = _current()
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the snapshot begins with the first read
    try:
        with closing(sqlite3.connect(target)) as copy:
            _copy(source, copy, "正在备份")
            copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        source.execute("COMMIT")


def load(source: Path) -> None:
    """Put a copy back in place of the database, in one transaction."""
    with closing(_opened(source)) as copy:
        _copy(copy, _current(), "正在恢复")


def is_copy(path: Path) -> bool:
    """Whether a file is an undamaged copy of a database of this software."""
    try:
        with closing(_opened(path)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            known = copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return sound and known is not None


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _current() -> Any:
    from django.db import connection

    connection.ensure_connection()
    return connection.connection


def _copy(source: Any, target: Any, text: str) -> None:
    with measured(text) as report:
        source.backup(
            target, pages=PAGES, progress=lambda _, left, total: report(total - left, total), sleep=0.01
        )
