"""How often requests were refused, by what and how: an operator's alarm listens here (ASVS 8.1.4, 11.1.7).

Kept in a small database file of its own beside the installation's, so that all its processes count as one and
a restart forgets nothing. It holds patterns of addresses and codes, and nothing about anybody.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple

from django.conf import settings

PATIENCE = 0.5
"""Seconds to wait for another process that counts; then the count is lost rather than the answer late."""
TABLE = """CREATE TABLE IF NOT EXISTS refusals (
    route TEXT, method TEXT, status INTEGER, code TEXT, number INTEGER NOT NULL,
    PRIMARY KEY (route, method, status, code)) WITHOUT ROWID"""
COUNT = """INSERT INTO refusals VALUES (?, ?, ?, ?, 1)
    ON CONFLICT (route, method, status, code) DO UPDATE SET number = number + 1"""


class Refusal(NamedTuple):
    """One kind of refused request: the pattern of its address, its method, the status and our code."""

    route: str
    method: str
    status: int
    code: str


def count(refusal: Refusal) -> None:
    """One more of its kind; that a count cannot be kept is no reason to answer nobody."""
    with suppress(sqlite3.Error, OSError), _open() as file:
        file.execute(COUNT, refusal)


def counted() -> list[tuple[Refusal, int]]:
    """Every kind with its number since the installation began."""
    with suppress(sqlite3.Error, OSError), _open() as file:
        rows = file.execute("SELECT * FROM refusals ORDER BY route, method, status, code").fetchall()
        return [(Refusal(*row[:4]), row[4]) for row in rows]
    return []


@contextmanager
def _open() -> Iterator[sqlite3.Connection]:
    """The file, written without waiting for the disk: figures may lose their last second in a crash."""
    path = settings.HOME / "tally.sqlite3"
    path.touch(0o600)
    with closing(sqlite3.connect(path, timeout=PATIENCE)) as file, file:
        file.execute("PRAGMA synchronous = OFF")
        file.execute(TABLE)
        yield file
