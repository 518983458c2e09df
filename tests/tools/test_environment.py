"""A checkout's environment is made once, and again only when its contents must change."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import run
from fazhi.fault import Fault
from tools import checks, environment


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment whose interpreter is there and whose stamp says it holds everything."""
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(environment, "STAMP", tmp_path / "installed")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]")
    environment.STAMP.write_text(
        "\n".join(map(environment.fingerprint, environment.HOLDS[environment.DEVELOPMENT]))
    )
    return tmp_path


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("requirements", environment.HOLDS)
def test_an_environment_for_the_tests_also_serves_the_demo(requirements: Path) -> None:
    assert environment.is_fresh(requirements)


@pytest.mark.usefixtures("checkout")
def test_an_environment_for_the_demo_does_not_serve_the_tests() -> None:
    environment.STAMP.write_text(environment.fingerprint(environment.RUNTIME))
    assert not environment.is_fresh(environment.DEVELOPMENT)


def test_a_changed_project_or_a_moved_checkout_is_installed_again(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / "pyproject.toml").write_text("[project]\n# changed")
    assert not environment.is_fresh(environment.RUNTIME)
    (checkout / "pyproject.toml").write_text("[project]")
    assert environment.is_fresh(environment.RUNTIME)
    monkeypatch.setattr(environment, "PYTHON", checkout / "gone")
    assert not environment.is_fresh(environment.RUNTIME)


def test_pip_alone_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert list(environment.installers(environment.RUNTIME)) == ["pip"]


def test_pip_takes_over_where_uv_fails_and_both_check_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[list[str]] = []
    monkeypatch.setattr("shutil.which", lambda _: "/bin/uv")
    monkeypatch.setattr(environment, "succeeds", lambda c: tried.append(c) or c[0] != "/bin/uv")
    environment.install(environment.RUNTIME)
    assert [(command[0] == "/bin/uv", "--require-hashes" in command) for command in tried] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_an_installation_that_fails_every_way_says_what_to_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "succeeds", lambda _: False)
    with pytest.raises(Fault, match=r"run\.E003"):
        environment.install(environment.RUNTIME)


def test_ci_refuses_to_skip_a_database_or_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(Fault, match=r"run\.E005"):
        checks.demand_what_ci_needs(None)
    with pytest.raises(Fault, match=r"run\.E006"):
        checks.demand_what_ci_needs(Path("/server"))


def test_an_older_python_can_read_run_py_far_enough_to_say_so() -> None:
    source = Path(run.__file__).read_text("utf-8")
    assert ast.parse(source, feature_version=(3, 7))


def test_an_unknown_command_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["nonsense"]) == 2
    shown = capsys.readouterr().err
    assert all(f"run.py {name}" in shown for name in run.COMMANDS)


def test_a_failed_step_fails_the_whole_and_is_named_last(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = [
        checks.Outcome("ruff", 0.1, 0),
        checks.Outcome("pytest", 2.0, 1, passed=3, failed=1, skipped=2, broken=("test_x.test_b",)),
    ]
    assert checks.report(outcomes, 2.1) == 1
    *_, named, last = capsys.readouterr().out.splitlines()
    assert named == "failed  test_x.test_b  (pytest)"
    assert "3 passed, 1 failed, 2 skipped in 2.1s — failed: pytest" in last


def test_totals_are_read_from_pytests_own_record(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text(
        "import pytest\ndef test_a(): pass\ndef test_b(): assert 0\ndef test_c(): pytest.skip('x')\n"
    )
    record = tmp_path / "r.xml"
    command = [sys.executable, "-m", "pytest", "-p", "no:django", "-q", f"--junitxml={record}", tmp_path]
    subprocess.run([*command, f"--rootdir={tmp_path}", "-c", "/dev/null"], capture_output=True)
    assert checks.counts(record) == {"passed": 1, "failed": 1, "skipped": 1}
    assert checks.counts(tmp_path / "none.xml") == {}
    assert checks.broken(record) == ("test_x.test_b",)
    assert checks.broken(tmp_path / "none.xml") == ()
