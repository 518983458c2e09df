"""`fazhi procedure simulate`: what a draft or another calendar would have changed in recorded cases."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from fazhi.cli import app
from fazhi.packs import NATIONAL

RUN = CliRunner()
SOURCE = NATIONAL / "procedures" / "disclosure-on-request.yaml"
MADE_UP = ("--generate", "6", "--seed", "4", "--procedure", "disclosure-on-request")


def ran(*arguments: str) -> Any:
    result = RUN.invoke(app, ["procedure", "simulate", *arguments, "--json"])
    assert result.exit_code == 0, result.exception
    return json.loads(result.stdout)


def refused(*arguments: str) -> str:
    return str(getattr(RUN.invoke(app, ["procedure", "simulate", *arguments]).exception, "code", ""))


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """Six made-up cases in a file."""
    file = tmp_path / "cases.json"
    ran(*MADE_UP, "--write", str(file))
    return file


def draft(tmp_path: Path, old: str, new: str) -> str:
    text = SOURCE.read_text("utf-8")
    assert old in text
    path = tmp_path / "draft.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return str(path)


def test_nothing_changes_under_the_same_edition(recorded: Path) -> None:
    assert ran(str(recorded))["changed"] == 0
    assert ran(str(recorded), "--under", "disclosure-on-request")["changed"] == 0


def test_one_seed_makes_one_set_of_cases(recorded: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    ran(*MADE_UP, "--write", str(again))
    assert again.read_bytes() == recorded.read_bytes()


def test_a_draft_with_a_shorter_limit_shows_in_each_case_what_would_have_been_late(
    recorded: Path, tmp_path: Path
) -> None:
    text = SOURCE.read_text("utf-8")
    block = text[text.index("  reply:\n", text.index("\nclocks:")) :]
    limit = next(line for line in block.splitlines() if line.strip().startswith("limit:"))
    rule = next(line for line in block.splitlines() if line.strip().startswith("rule:"))
    assert "20个工作日" in limit
    shorter = draft(tmp_path, f"{limit}\n{rule}\n", "    limit: 1个工作日\n")
    found = ran(str(recorded), "--under", shorter)
    assert found["cases"] == 6
    assert found["due"] >= 1
    assert found["late"] >= 1
    assert {one["case"] for one in found["effects"]} <= set(range(1, 7))
    told = RUN.invoke(app, ["procedure", "simulate", str(recorded), "--under", shorter]).stdout
    assert "成为逾期" in told
    assert "6件案件" in told


def test_a_draft_in_which_an_act_may_not_happen_refuses_it(recorded: Path, tmp_path: Path) -> None:
    acts = {one["act"] for case in json.loads(recorded.read_text("utf-8")) for one in case["records"]}
    assert "examine" in acts
    text = SOURCE.read_text("utf-8")
    block = text[text.index("  examine:\n") :]
    gate = "{not: {done: reply}}"
    whole = block[: block.index(gate) + len(gate)]
    strict = draft(tmp_path, whole, whole.replace(gate, "{done: reply}"))
    found = ran(str(recorded), "--under", strict)
    assert found["refused"] >= 1


def test_another_calendar_moves_what_falls_due(recorded: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(NATIONAL / "calendar", pack / "calendar")
    (pack / "calendar" / "2026.yaml").unlink()
    (pack / "pack.yaml").write_text("id: pack\ntitle: 另一日历\n", "utf-8")
    assert ran(str(recorded), "--calendar", str(pack))["due"] >= 1


def test_what_cannot_be_replayed_is_a_coded_refusal(recorded: Path, tmp_path: Path) -> None:
    broken, empty = tmp_path / "broken.json", tmp_path / "empty.json"
    broken.write_text("[{", "utf-8")
    empty.write_text("{}", "utf-8")
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps([*json.loads(recorded.read_text("utf-8")), {"procedure": "none"}]), "utf-8")
    assert refused() == "procedure.E031"
    assert refused(str(recorded), *MADE_UP) == "procedure.E031"
    assert refused("--generate", "2") == "procedure.E031"
    assert refused("--generate", "2", "--procedure", "none") == "procedure.E030"
    assert refused(str(broken)) == "procedure.E042"
    assert refused(str(empty)) == "procedure.E042"
    assert refused(str(tmp_path / "none.json")) == "procedure.E042"
    assert refused(str(recorded), "--under", "simple-penalty") == "procedure.E043"
    result = RUN.invoke(app, ["procedure", "simulate", str(wrong)])
    assert "第7件" in str(result.exception)
