"""An installation whose processes are killed, on the kind of database that the tests run on."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.shared import ROOT

PATIENCE = 120
"""Seconds after which a process that makes no progress fails the test."""


@dataclass(frozen=True)
class Victim:
    """A home of its own; ``database`` is the address of its own database on the tests' server, if any."""

    home: Path
    database: str = ""

    def environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "FAZHI_DATABASE"}
        own = {"FAZHI_DATABASE": self.database} if self.database else {}
        paths = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
        return {**kept, **own, "FAZHI_HOME": str(self.home), "PYTHONPATH": paths}

    def run(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command], env=self.environ(), cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *command],
            env=self.environ(),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def read(self, query: str) -> Any:
        """One value out of the database as others see it now: what is committed."""
        if not self.database:
            with closing(sqlite3.connect(self.home / "fazhi.sqlite3", timeout=60)) as file:
                return file.execute(query).fetchone()[0]
        import psycopg

        with psycopg.connect(self.database) as server:
            row = server.execute(query).fetchone()
            assert row is not None
            return row[0]

    def settle(self) -> None:
        """Wait until the server has rolled back for those who are gone: it learns of it a moment later."""
        others = (
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        until = time.monotonic() + PATIENCE
        while self.database and self.read(others):
            assert time.monotonic() < until
            time.sleep(0.05)


def kill(process: subprocess.Popen[str]) -> str:
    """End a process as kill -9 does; gives what it had said and nobody had read."""
    assert process.poll() is None, "the process ended by itself before it was killed"
    os.kill(process.pid, signal.SIGKILL)
    return process.communicate()[0]


@pytest.fixture
def victim(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Victim]:
    """A home with SQLite, or with a database of its own on the server of these tests."""
    if connection.vendor == "sqlite":
        shutil.copytree(request.getfixturevalue("migrated").home, tmp_path, dirs_exist_ok=True)
        yield Victim(tmp_path)
        return
    import psycopg

    name, given = f"killed_{uuid.uuid4().hex[:12]}", connection.settings_dict
    login = f"{given['USER']}:{given['PASSWORD']}" if given["PASSWORD"] else given["USER"]
    server = f"postgresql://{login}@{given['HOST']}:{given['PORT'] or 5432}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
        maintenance.execute(f'CREATE DATABASE "{name}"')
        try:
            yield Victim(tmp_path, f"{server}/{name}")
        finally:
            maintenance.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
