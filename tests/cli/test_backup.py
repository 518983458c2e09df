"""What the district wrote comes back as it was, on SQLite and on PostgreSQL; nothing is lost by a mistake."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from fazhi.cli.backup import backup, restore
from fazhi.fault import Fault
from tests.cli.command import Installation

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and not shutil.which("pg_dump"),
        reason="pg_dump is not on this machine",
    ),
]


FULL_TEXT = {"statutes_gram", "search_gram"}


def contents() -> dict[str, list[Any]]:
    """Every row of every table; a full-text index of SQLite shows in the tables that it keeps its data in."""
    with connection.cursor() as cursor:
        rows = {}
        for table in sorted(set(connection.introspection.table_names()) - FULL_TEXT | _kept_plainly()):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows[table] = sorted(cursor.fetchall(), key=repr)
    return rows


def _kept_plainly() -> set[str]:
    return set(FULL_TEXT) if connection.vendor == "postgresql" else set()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    User.objects.create(username="演示·承办人甲")
    backup(tmp_path / "copy")
    return tmp_path / "copy"


def test_a_restored_database_is_the_one_that_was_backed_up(saved: Path) -> None:
    before = contents()
    User.objects.update(username="改动")
    User.objects.create(username="后来")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE later (id integer)")
    restore(saved, replace=True)
    assert contents() == before
    assert User.objects.create(username="再来").pk


def test_a_backup_is_for_its_owner_only_and_leaves_nothing_else(saved: Path) -> None:
    assert saved.stat().st_mode & 0o077 == 0
    assert sorted(saved.parent.iterdir()) == [saved, saved.with_name("copy.sha256")]


def test_a_backup_never_overwrites(saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(Fault, match=r"backup\.E001"):
        backup(saved)
    assert saved.read_bytes() == before


def test_a_database_with_content_is_replaced_only_when_asked(saved: Path) -> None:
    before = contents()
    with pytest.raises(Fault, match=r"backup\.E003"):
        restore(saved)
    assert contents() == before


@pytest.mark.parametrize("share", [0, 0.01, 0.5])
def test_a_damaged_backup_changes_nothing(saved: Path, share: float) -> None:
    before = contents()
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Fault, match=r"backup\.E00[25]"):
        restore(saved, replace=True)
    assert contents() == before


def test_a_backup_that_differs_by_a_byte_from_its_digest_changes_nothing(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, whole = contents(), saved.read_bytes()
    at = whole.rfind("演示·承办人甲".encode()) + 2 if connection.vendor == "sqlite" else len(whole) // 2
    saved.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with pytest.raises(Fault, match=r"backup\.E00[27]"):
        restore(saved, replace=True)
    assert contents() == before
    saved.write_bytes(whole)
    saved.with_name("copy.sha256").unlink()
    restore(saved, replace=True)
    assert "没有校验文件" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"backup\.E006"):
        backup(tmp_path / "nowhere" / "copy")


def test_an_installation_moves_to_a_new_machine(ready: Installation, tmp_path: Path) -> None:
    record = ready.read("backup", str(tmp_path / "copy"))
    moved = Installation(tmp_path / "other")
    assert moved.read("restore", str(tmp_path / "copy"))["sha256"] == record["sha256"]
    assert moved.run("check").returncode == 0
