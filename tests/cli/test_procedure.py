"""`fazhi procedure`: list, test, verify, draw and compare, for people and as JSON for machines."""

import json
from pathlib import Path

from typer.testing import CliRunner

from fazhi.cli import app
from fazhi.packs import CITY

RUN = CliRunner()
MEDIATION = CITY / "procedures" / "administrative-mediation.yaml"


def changed(tmp_path: Path, old: str, new: str) -> str:
    path = tmp_path / "draft.yaml"
    text = MEDIATION.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return str(path)


def test_the_procedures_are_listed() -> None:
    listed = json.loads(RUN.invoke(app, ["procedure", "list", "--json"]).stdout)
    assert {"disclosure-on-request", "simple-penalty", "administrative-mediation"} <= {
        e["id"] for e in listed
    }
    assert "政府信息依申请公开" in RUN.invoke(app, ["procedure", "list"]).stdout


def test_the_stories_are_run() -> None:
    result = RUN.invoke(app, ["procedure", "test"])
    assert result.exit_code == 0
    assert result.stdout.strip().endswith("0项不符")


def test_a_sound_procedure_is_verified_and_its_open_questions_are_named() -> None:
    result = RUN.invoke(app, ["procedure", "verify", "administrative-mediation"])
    assert result.exit_code == 0
    assert "9/9项不变式已证明" in result.stdout
    assert "由区司法局" in result.stdout


def test_a_procedure_that_can_go_wrong_is_refused_with_a_dated_history(tmp_path: Path) -> None:
    loose = changed(tmp_path, "that: {fact: consents, is: true}", "that: {fact: consents, known: true}")
    result = RUN.invoke(app, ["procedure", "verify", loose])
    assert result.exit_code == 1
    assert "会发生违反：对方不同意的，不得受理" in result.stdout
    assert "1. 2026-01-04  申请行政调解" in result.stdout
    verdict = json.loads(RUN.invoke(app, ["procedure", "verify", loose, "--json"]).stdout)[0]
    assert not verdict["publishable"]


def test_a_procedure_is_drawn_to_a_file(tmp_path: Path) -> None:
    for option, sign in (("--svg", "<svg"), ("--bpmn", "bpmn:definitions")):
        path = tmp_path / "picture.xml"
        assert (
            RUN.invoke(app, ["procedure", "draw", str(MEDIATION), option, "--output", str(path)]).exit_code
            == 0
        )
        assert sign in path.read_text("utf-8")


def test_two_editions_are_compared(tmp_path: Path) -> None:
    shorter = changed(tmp_path, "limit: 30日\n    rule: pm-judicial-confirm-msf", "limit: 20日")
    result = RUN.invoke(app, ["procedure", "diff", "administrative-mediation", shorter])
    assert "clocks.confirmation.budget.budget.amount：30 → 20" in result.stdout
    assert (
        len(json.loads(RUN.invoke(app, ["procedure", "diff", str(MEDIATION), shorter, "--json"]).stdout)) >= 1
    )


def test_an_unknown_procedure_is_a_coded_refusal() -> None:
    assert getattr(RUN.invoke(app, ["procedure", "draw", "none"]).exception, "code", "") == "procedure.E030"
