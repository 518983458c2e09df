"""Advisories against the pins are told; where nobody can be asked, that is said and nothing hangs."""

import json
import stat
from pathlib import Path

import pytest

from tools import audit, checks, environment

CLEAN = {"name": "segno", "version": "1.6", "vulns": []}
STRUCK = {"name": "pypdf", "version": "6.0", "vulns": [{"id": "GHSA-1", "fix_versions": ["6.1"]}]}
STRANGE = {"name": "typst", "skip_reason": "not found"}


def answered(*rows: object) -> audit.Audit:
    return audit.read(json.dumps({"dependencies": rows, "fixes": []}), "")


@pytest.mark.parametrize(
    ("found", "status", "said"),
    [
        (answered(CLEAN), 0, "1 looked up, no advisory"),
        (answered(CLEAN, STRUCK, STRANGE), 1, "pypdf 6.0 GHSA-1 (6.1)"),
        (answered(CLEAN, STRANGE), 2, "not possible: 1 of 2"),
        (audit.read("", "x\nConnectionError: no route"), 2, "not possible: ConnectionError: no route"),
        (audit.read("[]", ""), 2, "not possible: no report"),
    ],
)
def test_what_was_found_and_what_could_not_be_asked_is_told(
    found: audit.Audit, status: int, said: str
) -> None:
    assert found.status == status
    assert said in str(found)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """In the place of pip-audit."""
    monkeypatch.setattr(environment, "PYTHON", tmp_path / "python")
    file = tmp_path / "pip-audit"
    file.write_text("#!/bin/sh\nsleep 60\n", "utf-8")
    file.chmod(stat.S_IRWXU)
    return file


def test_an_index_that_does_not_answer_keeps_nobody_waiting(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "SECONDS", 0.1)
    outcome = checks.watch()
    assert (outcome.status, outcome.seconds < 30) == (0, True)
    assert "not possible: TimeoutExpired" in str(outcome)
    program.unlink()
    assert "not possible: FileNotFoundError" in str(checks.watch())


def test_ci_asks_for_every_pin(program: Path) -> None:
    program.write_text('#!/bin/sh\necho "$@" >&2\n', "utf-8")
    assert audit.audit().failure == " ".join(["-r", str(environment.DEVELOPMENT), *audit.OPTIONS])
