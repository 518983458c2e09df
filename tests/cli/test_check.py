"""An operator learns what is wrong with an installation, and what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.command import Installation


def levels(installation: Installation) -> dict[str, str]:
    return {f["code"]: f["level"] for f in installation.read("check")["findings"]}


def test_a_new_installation_must_first_be_migrated(installation: Installation) -> None:
    checked = installation.run("check")
    assert checked.returncode == 2
    assert "fazhi migrate" in checked.stdout


def test_a_migrated_installation_is_sound(ready: Installation) -> None:
    checked = ready.run("check")
    assert checked.returncode == 0, checked.stdout
    assert {line.split()[0] for line in checked.stdout.splitlines()} <= {"ok", "warn"}


def test_migrating_twice_changes_nothing(ready: Installation) -> None:
    assert ready.read("migrate")["applied"] == []


def test_a_key_that_others_can_read_fails(ready: Installation) -> None:
    (ready.home / "secret.key").chmod(0o644)
    assert levels(ready)["check.C04"] == "fail"


def test_a_signing_key_that_others_can_read_fails(ready: Installation) -> None:
    ready.run("ledger", "key", "new")
    assert levels(ready)["check.C04"] == "ok"
    next((ready.home / "keys").glob("*.ed25519")).chmod(0o640)
    assert levels(ready)["check.C04"] == "fail"


def test_a_secret_of_the_settings_that_others_can_read_fails(ready: Installation, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("a token", "utf-8")
    file.chmod(0o644)
    with_token = replace(ready, settings=(("FAZHI_METRICS_TOKEN_FILE", str(file)),))
    assert levels(with_token)["check.C04"] == "fail"
    file.chmod(0o600)
    assert levels(with_token)["check.C04"] == "ok"
    file.write_bytes(b"\xff")
    assert levels(with_token)["check.C01"] == "fail"


def test_a_database_file_that_other_accounts_can_read_is_named(ready: Installation) -> None:
    file = ready.home / "fazhi.sqlite3"
    assert (file.stat().st_mode & 0o777, levels(ready)["check.C16"]) == (0o600, "ok")
    ready.home.chmod(0o755)
    file.chmod(0o644)
    assert levels(ready)["check.C16"] == "warn"


def test_a_setting_is_refused_in_words_that_say_what_it_may_be(installation: Installation) -> None:
    for name, value, words in (
        ("FAZHI_UPLOAD_MB", "0", "[config.E001] 设置 FAZHI_UPLOAD_MB 无效：不能小于 1"),
        ("FAZHI_HOSST", "x", "[config.E002] 没有 FAZHI_HOSST 这项设置。是否应为 FAZHI_HOSTS"),
    ):
        refused = replace(installation, settings=((name, value),)).run("serve")
        assert (refused.returncode, words in refused.stderr) == (2, True), refused.stderr


@pytest.mark.parametrize(
    ("name", "value", "code", "level"),
    [
        ("FAZHI_DATABASE", "mysql://x/y", "check.C01", "fail"),
        ("FAZHI_DATABASE", "postgresql://x@y:port/z", "check.C01", "fail"),
        ("FAZHI_DATABASE", "postgresql://nobody@127.0.0.1:1/none", "check.C03", "fail"),
        ("FAZHI_DATABASE", "postgresql://fazhi@db.example/fazhi", "check.C01", "fail"),
        ("FAZHI_MAIL", "smtp://mail.example", "check.C01", "fail"),
        ("FAZHI_PLAIN", "mail", "check.C14", "warn"),
        ("FAZHI_HOSTS", "fazhi.example", "check.C01", "warn"),
        ("FAZHI_HOSTS", "https://fazhi.example/", "check.C01", "fail"),
        ("FAZHI_HOSTS", "", "check.C01", "fail"),
        ("FAZHI_HOSST", "fazhi.example", "check.C01", "fail"),
        ("FAZHI_MAIL_FROM", "法治办", "check.C01", "fail"),
        ("FAZHI_MAIL_FROM", "a@example.org\nBcc: b@example.org", "check.C01", "fail"),
        ("FAZHI_METRICS_TOKEN_FILE", "/nowhere", "check.C01", "fail"),
        ("FAZHI_HOME", "/proc/nowhere", "check.C01", "fail"),
        ("FAZHI_SCAN", "", "check.C11", "warn"),
        ("FAZHI_SCAN", "/nowhere/scanner -", "check.C11", "fail"),
        ("FAZHI_SCAN", "scanner 'x", "check.C01", "fail"),
        ("FAZHI_UPLOAD_MB", "0", "check.C01", "fail"),
        ("FAZHI_UPLOAD_MB", "viel", "check.C01", "fail"),
        ("FAZHI_FONTS", "/nowhere", "check.C01", "fail"),
        ("FAZHI_CODE_PHONE", "console", "check.C13", "warn"),
        ("FAZHI_CODE_PHONE", "http", "check.C01", "fail"),
        ("FAZHI_CODE_MAIL", "mail", "check.C01", "fail"),
        ("FAZHI_CODE_MAIL", "no.such.Sender", "check.C01", "fail"),
        ("FAZHI_CODE_MAIL", "pigeon", "check.C01", "fail"),
    ],
)
def test_settings_that_cannot_work_or_are_unsafe_are_named(
    installation: Installation, name: str, value: str, code: str, level: str
) -> None:
    assert levels(replace(installation, settings=((name, value),)))[code] == level


def test_debugging_in_front_of_others_fails(installation: Installation) -> None:
    exposed = (("FAZHI_HOSTS", "fazhi.example"), ("FAZHI_DEBUG", "true"))
    assert levels(replace(installation, settings=exposed))["check.C01"] == "fail"
