"""``fazhi ledger verify``: an auditor checks an exported ledger without the platform's database."""

import json
from pathlib import Path

import pytest

from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm
from tests.cli.command import Installation
from tests.ledger.samples import KEYRING, grown, ledger, mixed, signed

RECORDS = ledger()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "台账.jsonl"
    file.write_bytes(b"".join(r.line() for r in RECORDS))
    (tmp_path / "checkpoint").write_bytes(str(signed(grown(RECORDS))).encode())
    (tmp_path / "keys").write_bytes(str(KEYRING).encode())
    return file


def published(export: Path) -> list[str]:
    return ["--checkpoint", str(export.parent / "checkpoint"), "--keys", str(export.parent / "keys")]


def test_a_sound_ledger_is_said_to_be_sound_and_what_that_does_not_show(
    export: Path, installation: Installation
) -> None:
    done = installation.run("ledger", "verify", str(export))
    assert done.returncode == 0, done.stderr
    assert "案件 2 件，行为 10 个" in done.stdout
    assert "看不出末尾是否少了行为" in done.stdout


def test_a_ledger_is_compared_with_the_published_checkpoint(export: Path, installation: Installation) -> None:
    done = installation.run("ledger", "verify", str(export), *published(export), "--strict", "--json")
    assert json.loads(done.stdout) == {"intact": True, "acts": 10, "cases": 2, "sm3": 0, "checkpoint": 10}


@pytest.mark.skipif(Algorithm.SM3 not in digest.available(), reason="this machine has no SM3")
def test_a_ledger_of_both_algorithms_is_checked_and_says_so(export: Path, installation: Installation) -> None:
    records = mixed()
    export.write_bytes(b"".join(r.line() for r in records))
    (export.parent / "checkpoint").write_bytes(str(signed(grown(records))).encode())
    done = installation.run("ledger", "verify", str(export), *published(export), "--strict")
    assert "案件 4 件（其中 2 件以 SM3 链接），行为 20 个\n与存证点相符（前 20 个行为）" in done.stdout, (
        done.stderr
    )


def test_one_changed_byte_ends_with_status_2_and_its_place(export: Path, installation: Installation) -> None:
    export.write_bytes(export.read_bytes().replace("告知文书".encode(), "告知文本".encode(), 1))
    done = installation.run("ledger", "verify", str(export))
    assert (done.returncode, done.stdout) == (2, "")
    assert "[ledger.E022] 第 5 行，案件 〔2026〕1号 第 3 个行为：内容与其摘要不符" in done.stderr
    machine = json.loads(installation.run("ledger", "verify", str(export), "--json").stderr)
    place = {"line": 5, "case": "〔2026〕1号", "sequence": 3, "field": "act", "code": "ledger.E022"}
    assert machine.items() >= place.items()


def test_acts_cut_off_the_end_are_found_by_the_checkpoint(export: Path, installation: Installation) -> None:
    export.write_bytes(b"".join(r.line() for r in RECORDS[:-2]))
    assert installation.run("ledger", "verify", str(export)).returncode == 0
    done = installation.run("ledger", "verify", str(export), *published(export))
    assert done.returncode == 2
    assert "[ledger.E044]" in done.stderr


@pytest.mark.parametrize("content", [b"\x00\xff", b"{}\n", b"\n\n", b"[" * 10**6])
def test_what_is_no_ledger_ends_with_status_2_and_a_code(
    export: Path, installation: Installation, content: bytes
) -> None:
    export.write_bytes(content)
    done = installation.run("ledger", "verify", str(export))
    assert done.returncode == 2
    assert "[ledger.E021] 第 1 行" in done.stderr


def test_missing_or_unreadable_files_end_with_status_2_and_a_code(
    export: Path, installation: Installation
) -> None:
    assert "[ledger.E070]" in installation.run("ledger", "verify", str(export.parent / "没有")).stderr
    assert "[ledger.E071]" in installation.run("ledger", "verify", str(export), *published(export)[:2]).stderr
    (export.parent / "keys").write_bytes(b"\xff")
    assert "[ledger.E072]" in installation.run("ledger", "verify", str(export), *published(export)).stderr
