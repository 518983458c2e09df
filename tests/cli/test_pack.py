"""``fazhi pack``: a lawyer begins a pack, checks it, compares it, and passes tables on."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from fazhi import cli
from fazhi.fault import Fault
from fazhi.packs.kind import FORMS


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, ["pack", *words])


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    assert run("new", str(tmp_path / "our-pack"), "--extends", "cn-tj").exit_code == 0
    return tmp_path / "our-pack"


def test_a_new_pack_passes_the_check(begun: Path) -> None:
    result = run("check", str(begun))
    assert result.exit_code == 0
    assert "our-pack（某区规则包（请改写））：pack 1，rules 2" in result.stdout
    assert "没有错误" in result.stdout


def test_a_machine_reads_the_layers_with_their_hashes(begun: Path) -> None:
    answer = json.loads(run("check", str(begun), "--json").stdout)
    assert answer["ok"] is True
    assert [layer["id"] for layer in answer["layers"]] == ["cn", "cn-tj", "our-pack"]
    assert all(layer["hash"].startswith("sha256:") for layer in answer["layers"])


def test_a_mistake_is_one_message_and_status_1(begun: Path) -> None:
    file = begun / "rules" / "example.yaml"
    file.write_text(file.read_text("utf-8").replace("starts_on", "start_on"), "utf-8")
    result = run("check", str(begun))
    assert result.exit_code == 1
    assert (
        result.stderr == "[pack.E002] rules/example.yaml 第8行（0.start_on）：没有“start_on”这一项。"
        "是否应为“starts_on”。\n共 1 处错误\n"
    )
    answer = run("check", str(begun), "--json")
    assert answer.exit_code == 1
    assert [fault["code"] for fault in json.loads(answer.stdout)["faults"]] == ["pack.E002"]


def test_the_notes_say_what_the_registry_does_not_know() -> None:
    assert (
        "  《行政诉讼法》第六十七条第一款（2017-06-27）：名录没有记载施行日期"
        in run("check", "--notes").stdout
    )


def test_a_difference_is_shown_element_by_element(begun: Path, tmp_path: Path) -> None:
    run("new", str(tmp_path / "other"), "--extends", "cn")
    result = run("diff", str(begun), str(tmp_path / "other"))
    assert result.stdout.splitlines() == [
        "变化  pack pack",
        '      id："our-pack" → "other"',
        '      extends："cn-tj" → "cn"',
        "1 项不同",
    ]
    file = begun / "rules" / "example.yaml"
    before = json.loads(run("diff", str(begun), str(begun), "--json").stdout)
    assert before["differences"] == []
    file.write_text(file.read_text("utf-8").replace("amount: 3", "amount: 2"), "utf-8")
    assert (
        "变化  rules example-answer-3wd 2020-03-01" in run("diff", str(tmp_path / "other"), str(begun)).stdout
    )
    assert "period.amount：3 → 2" in run("diff", str(tmp_path / "other"), str(begun)).stdout


def test_every_kind_of_file_has_a_schema() -> None:
    schemas = json.loads(run("schema").stdout)
    assert schemas.keys() == {*FORMS, "organs", "outline"}
    assert all(one["$schema"].endswith("2020-12/schema") for one in schemas.values())
    assert json.loads(run("schema", "rules").stdout) == schemas["rules"]
    assert isinstance(run("schema", "rulez").exception, Fault)


def test_a_table_goes_through_a_workbook_and_a_decision_tool(tmp_path: Path) -> None:
    before = json.loads(run("table", "penalty-spot", "--json").stdout)
    for name in ("t.xlsx", "t.dmn"):
        assert run("table", "penalty-spot", "-o", str(tmp_path / name)).exit_code == 0
        assert json.loads(run("table", str(tmp_path / name), "--json").stdout) == before
    run("table", str(tmp_path / "t.dmn"), "-o", str(tmp_path / "t.yaml"))
    assert (tmp_path / "t.yaml").read_text("utf-8") == run("table", "penalty-spot").stdout.rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("table", "penalty-spots"), "pack.E015"),
        (("table", "missing.xlsx"), "pack.E001"),
        (("table", "penalty-spot", "-o", "table.pdf"), "pack.E016"),
        (("table", "penalty-spot", "-o", "nowhere/table.dmn"), "pack.E016"),
        (("check", "nowhere"), "pack.E001"),
    ],
)
def test_what_cannot_be_done_is_told_with_its_code(words: tuple[str, ...], code: str) -> None:
    result = run(*words)
    told = str(result.exception) if isinstance(result.exception, Fault) else result.stderr
    assert told.startswith(f"[{code}]")
