"""An operator publishes, exports and checks the ledger; an auditor checks the export without the database."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from fazhi.ledger import checkpoint, keyring
from tests.cli.command import Installation

CASES = 3


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, migrated: Installation) -> Installation:
    """A home with some people, three cases and a signing key, to copy from."""
    tmp_path = tmp_path_factory.mktemp("kept")
    made = Installation(tmp_path / "home")
    shutil.copytree(migrated.home, made.home)
    organs = Path(__file__).parents[1] / "organs.yaml"
    assert made.run("office", "load", str(organs), "--from", "2020-01-01").returncode == 0
    file = tmp_path / "cases.jsonl"
    file.write_text((line() + "\n") * CASES, "utf-8")
    done = made.run("case", "import", str(file), "--by", "receiver")
    assert done.returncode == 0, done.stdout + done.stderr
    assert made.run("ledger", "key", "new", "演示区台账").returncode == 0
    return made


@pytest.fixture
def installation(installation: Installation, kept: Installation) -> Installation:
    """Those cases in a home of one's own."""
    shutil.copytree(kept.home, installation.home)
    return installation


def line(**changes: object) -> str:
    acts = [
        {"act": "submit", "by": ["receiver"], "on": "2026-07-06", "facts": {"channel": "in-person"}},
        {
            "act": "receive",
            "by": ["receiver"],
            "on": "2026-07-06",
            "facts": {"channel": "in-person", "submitted_on": "2026-07-06"},
        },
    ]
    case = {"procedure": "disclosure-on-request", "organ": "justice", "title": "旧案", "acts": acts}
    return json.dumps({**case, **changes}, ensure_ascii=False)


def test_a_day_is_published_exported_and_checked_without_the_database(
    installation: Installation, tmp_path: Path
) -> None:
    first, again = installation.read("ledger", "checkpoint"), installation.read("ledger", "checkpoint")
    assert first == again
    assert first["size"] == 2 * CASES
    note, keys, file = (
        tmp_path / "note.txt",
        installation.home / "keys" / "keyring.txt",
        tmp_path / "台账.jsonl",
    )
    note.write_bytes(first["note"].encode())
    assert checkpoint.read(first["note"]).verify(keyring.read(keys.read_text("utf-8"))).size == 2 * CASES
    assert installation.run("ledger", "export", str(file)).returncode == 0
    published = ("--checkpoint", str(note), "--keys", str(keys))
    done = installation.run("ledger", "verify", str(file), *published, "--strict", "--json")
    expected = {"intact": True, "acts": 2 * CASES, "cases": CASES, "sm3": 0, "checkpoint": 2 * CASES}
    assert json.loads(done.stdout) == expected
    assert installation.read("ledger", "verify", "--database") == expected
    assert installation.run("ledger", "export", str(file)).returncode == 2
    assert installation.run("ledger", "export").stdout == file.read_text("utf-8")


def test_two_at_once_publish_one_checkpoint(installation: Installation) -> None:
    with installation.running("ledger", "checkpoint", "--json") as other:
        mine = installation.read("ledger", "checkpoint")
        assert other.stdout is not None
        assert json.loads(other.stdout.read()) == mine
    assert installation.read("ledger", "verify", "--database")["checkpoint"] == 2 * CASES


def test_one_flipped_byte_in_the_database_is_found(installation: Installation) -> None:
    with sqlite3.connect(installation.home / "fazhi.sqlite3") as database:
        database.execute("DROP TRIGGER cases_act_no_update")
        (body,) = database.execute("SELECT body FROM cases_act WHERE id = 4").fetchone()
        flipped = body[:40] + bytes([body[40] ^ 1]) + body[41:]
        database.execute("UPDATE cases_act SET body = ? WHERE id = 4", (flipped,))
    done = installation.run("ledger", "verify", "--database")
    assert done.returncode == 2
    assert (
        "[ledger.E022] 案件 区司法局政府信息依申请公开〔2026〕2号 第 2 个行为：内容与其摘要不符"
        in done.stderr
    )


@pytest.mark.parametrize("arguments", [(), ("x.jsonl", "--database")])
def test_what_is_to_be_checked_must_be_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = Installation(tmp_path).run("ledger", "verify", *arguments)
    assert (done.returncode, "ledger.E073" in done.stderr) == (2, True)


def test_keys_are_made_listed_and_retired(installation: Installation) -> None:
    (key,) = installation.read("ledger", "key", "list")["keys"]
    retired = installation.run("ledger", "key", "retire", key["number"])
    assert "请销毁私钥文件" in retired.stdout
    assert installation.read("ledger", "key", "new")["keys"][0]["until"] == ""
    assert [bool(k["until"]) for k in installation.read("ledger", "key", "list")["keys"]] == [True, False]


def test_the_master_key_is_rotated(installation: Installation) -> None:
    done = installation.read("ledger", "key", "rotate-master")
    assert (done["master"], done["left"]) == ("m0002", 0)


def test_checking_the_installation_checks_the_record(installation: Installation) -> None:
    found = {f["code"]: f for f in installation.read("check", "--all")["findings"]}
    assert {found[code]["level"] for code in ("check.C07", "check.C08", "check.C09", "check.C10")} == {"ok"}
    assert f"{CASES} 项" in found["check.C08"]["text"]
    with sqlite3.connect(installation.home / "fazhi.sqlite3") as database:
        database.execute("UPDATE cases_case SET next_due = '2030-01-01' WHERE id = 2")
        database.execute("UPDATE cases_clock SET due = '2030-01-02' WHERE case_id = 3")
        database.execute("DROP TRIGGER cases_storededition_no_update")
        database.execute("UPDATE cases_storededition SET content = X'00'")
    done = installation.run("check")
    assert done.returncode == 2
    assert "〔2026〕2号：next_due" in done.stdout
    assert "〔2026〕3号：" in done.stdout
    assert "[check.C07]" in done.stdout


def test_a_case_is_replayed_to_the_same_bytes(installation: Installation, tmp_path: Path) -> None:
    number = "区司法局政府信息依申请公开〔2026〕1号"
    once, again = (installation.run("case", "replay", number) for _ in range(2))
    assert once.returncode == 0, once.stderr
    assert once.stdout == again.stdout
    assert json.loads(once.stdout)["due"]["reply"] == "2026-08-03"
    assert installation.run("case", "replay", "没有").returncode == 2
    earlier = installation.run("case", "replay", number, "--on", "2026-07-07")
    assert json.loads(earlier.stdout)["at"] == "2026-07-07"


def test_a_file_of_cases_is_reported_on_line_by_line(installation: Installation, tmp_path: Path) -> None:
    file = tmp_path / "more.jsonl"
    (tmp_path / "申请书.txt").write_text("演示", "utf-8")
    applicant = {"role": "applicant", "name": "演示·申请人甲"}
    acts = json.loads(line())["acts"]
    acts[1]["papers"] = [{"title": "申请书", "file": "申请书.txt"}]
    acts_outside = [acts[0], {**acts[1], "papers": [{"title": "申请书", "file": "../申请书.txt"}]}]
    reply = {"act": "reply", "by": ["receiver"], "on": "2026-07-06"}
    bad = [line(organ="nowhere"), "{", line(acts=[reply]), line(acts=acts_outside)]
    good = line(acts=acts, parties=[applicant], key="旧1")
    file.write_text("\n".join([good, *bad, line()]), "utf-8")
    command = ("case", "import", str(file), "--by", "receiver")
    refused = installation.run(*command, "--json")
    assert refused.returncode == 2
    report = json.loads(refused.stdout)
    places = [r["place"] for r in report["rejected"]]
    assert (report["cases"], report["papers"], places) == (0, 0, [f"第{n}行" for n in range(2, 6)])
    assert report["rejected"][3]["code"] == "cases.E074"
    assert installation.read(*command, "--partly", "--dry-run")["cases"] == 2
    assert installation.read("ledger", "verify", "--database")["cases"] == CASES
    assert (
        "已导入案件 2 件，行为 4 个，当事人 1 名，材料 1 件；不合格 4 行"
        in installation.run(*command, "--partly").stdout
    )
    assert installation.read("ledger", "verify", "--database")["cases"] == CASES + 2
    again = installation.run(*command, "--partly").stdout
    assert "第1行：[cases.E077] 编号“旧1”的案件已经有了" in again


def test_who_is_unknown_imports_nothing(installation: Installation, tmp_path: Path) -> None:
    file = tmp_path / "more.jsonl"
    file.write_text(line(), "utf-8")
    done = installation.run("case", "import", str(file), "--by", "nobody")
    assert (done.returncode, "office.E003" in done.stderr) == (2, True)
    missing = installation.run("case", "import", str(tmp_path / "none"), "--by", "receiver")
    assert "cases.E073" in missing.stderr
