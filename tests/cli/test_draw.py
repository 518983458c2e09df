"""``fazhi draw``: two parties promise, the office publishes, all open, and a stranger checks the result."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Installation
from tests.draw.samples import PARTIES, plan
from tests.ledger.samples import KEYRING, grown, ledger, signed


@pytest.fixture
def promises(tmp_path: Path, installation: Installation) -> list[Any]:
    return [
        installation.read("draw", "share", "演示-1", party, "--output", str(tmp_path / f"{n}.json"))
        for n, party in enumerate(PARTIES)
    ]


def written(folder: Path, value: Any, name: str = "plan.json") -> str:
    (folder / name).write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return str(folder / name)


def secrets(folder: Path) -> list[str]:
    return [str(folder / "0.json"), str(folder / "1.json")]


def test_a_draw_is_promised_carried_out_and_checked(
    tmp_path: Path, installation: Installation, promises: list[Any]
) -> None:
    file = written(tmp_path, plan(shares=promises))
    promised = installation.read("draw", "commit", file)
    assert "A01" not in json.dumps(promised)
    line, record = promised["commitment"], str(tmp_path / "record.json")
    done = installation.run(
        "draw", "reveal", file, *secrets(tmp_path), "--commitment", line, "--output", record
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("抽中") == 9
    assert installation.run("draw", "commit", file).stdout.strip() == line
    found = installation.read("draw", "verify", record, "--commitment", line)
    counts = {"selected": 9, "substitute": 4, "passed": 18, "excluded": 1}
    assert found == {"proven": True, "commitment": line, "compared": True} | counts
    assert "不能证明承诺公布在先" in installation.run("draw", "verify", record).stdout


def test_a_secret_is_for_its_owner_alone_and_never_overwritten(
    tmp_path: Path, installation: Installation, promises: list[Any]
) -> None:
    file = tmp_path / "0.json"
    before = file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(before)["secret"] not in json.dumps(promises)
    done = installation.run("draw", "share", "演示-1", PARTIES[0], "--output", str(file))
    assert (done.returncode, file.read_bytes()) == (2, before)
    assert "[draw.E055]" in done.stderr


def test_the_beacon_is_the_ledgers_signed_checkpoint(
    tmp_path: Path, installation: Installation, promises: list[Any]
) -> None:
    (tmp_path / "checkpoint").write_text(str(signed(grown(ledger()))), "utf-8")
    (tmp_path / "keys").write_text(str(KEYRING), "utf-8")
    beacon = {"source": "演示区/台账", "date": "2026-03-31"}
    file = written(tmp_path, plan(shares=promises, beacon=beacon, date="2026-03-01"))
    line = installation.read("draw", "commit", file)["commitment"]
    command = ["draw", "reveal", file, *secrets(tmp_path), "--commitment", line]
    published = ["--checkpoint", str(tmp_path / "checkpoint"), "--keys", str(tmp_path / "keys")]
    record = installation.read(*command, *published)
    assert record["beacon"] == str(signed(grown(ledger()))).split("\n")[2]
    assert "[draw.E051]" in installation.run(*command, *published[:2]).stderr
    assert "[draw.E031]" in installation.run(*command).stderr


def test_a_list_changed_after_the_promise_draws_nothing(
    tmp_path: Path, installation: Installation, promises: list[Any]
) -> None:
    given = plan(shares=promises)
    line = installation.read("draw", "commit", written(tmp_path, given))["commitment"]
    given["candidates"][0]["id"] = "A00"  # type: ignore[index,call-overload]
    file, record = written(tmp_path, given, "later.json"), tmp_path / "record.json"
    done = installation.run(
        "draw", "reveal", file, *secrets(tmp_path), "--commitment", line, "--output", str(record)
    )
    assert (done.returncode, done.stdout, record.exists()) == (2, "", False)
    assert "[draw.E050]" in done.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "draw.E053"),
        (b"\xff\xfe", "draw.E053"),
        (b"[" * 10**5, "draw.E053"),
        (b'{"draw": 1, "draw": 2}', "draw.E054"),
        (b"[]", "draw.E001"),
    ],
)
def test_what_is_no_plan_ends_with_status_2_and_a_code(
    tmp_path: Path, installation: Installation, content: bytes, code: str
) -> None:
    (tmp_path / "plan").write_bytes(content)
    for command in ("commit", "verify"):
        done = installation.run("draw", command, str(tmp_path / "plan"), "--json")
        assert (done.returncode, done.stdout) == (2, "")
        assert json.loads(done.stderr)["code"] == code


def test_duplicates_quotas_beyond_the_list_and_unknown_strata_are_named(
    tmp_path: Path, installation: Installation
) -> None:
    rows: list[Any] = [{"id": "A1", "stratum": "A"}]
    for candidates, said in (
        (rows * 2, "[draw.E010] 候选 A1 重复"),
        (rows, "[draw.E016] A 层（消防）要抽 2 个、备选 1 个，可抽的只有 1 个"),
        ([{"id": "A1", "stratum": "乙"}], "[draw.E014] 候选 A1 所在的层 乙 没有名额"),
    ):
        file = written(tmp_path, plan(candidates=candidates, officers=[], teams=[]))
        assert said in installation.run("draw", "commit", file).stderr
    assert "[draw.E052]" in installation.run("draw", "commit", str(tmp_path / "没有")).stderr
