"""Passwords are kept under a key that is not in the database: it can be changed, and must not be lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password
from django.contrib.auth.models import User
from django.test import Client

from fazhi.cli import peppered
from fazhi.fault import Fault
from fazhi.identity import pepper
from fazhi.identity.hasher import PepperedHasher, key_of
from tests.identity.conftest import PASSWORD, entered, try_to_enter

OLD = "django.contrib.auth.hashers.PBKDF2PasswordHasher"
NEW = "fazhi.identity.hasher.PepperedHasher"


@pytest.fixture(autouse=True)
def _home(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation's own folder, and its own way of keeping passwords, but with few rounds."""
    settings.HOME, settings.PASSWORD_HASHERS = tmp_path, [NEW, OLD]
    for hasher in (PepperedHasher, PBKDF2PasswordHasher):
        monkeypatch.setattr(hasher, "iterations", 10)
    yield
    pepper._peppers.cache_clear()


def files(home: Path) -> list[Path]:
    return sorted((home / "keys").glob("*.pepper"))


def test_a_new_installation_makes_its_key_beside_the_others_for_its_owner_alone(tmp_path: Path) -> None:
    kept = make_password(PASSWORD)
    (file,) = files(tmp_path)
    assert (file.stat().st_mode & 0o777, len(file.read_bytes())) == (0o600, 32)
    assert key_of(kept) == pepper.number(file.read_bytes())
    assert check_password(PASSWORD, kept)
    assert not check_password(PASSWORD + "x", kept)


def test_who_has_the_database_alone_cannot_try_a_password(tmp_path: Path) -> None:
    """With another key in its place the right password is no more than any other; it is not called wrong."""
    kept = make_password(PASSWORD)
    files(tmp_path)[0].unlink()
    pepper.new()
    with pytest.raises(Fault, match=r"identity\.E018"):
        check_password(PASSWORD, kept)
    guess = PBKDF2PasswordHasher().encode(PASSWORD, kept.split("$")[2], 10).rpartition("$")[2]
    assert guess != kept.rpartition("$")[2]


def test_another_key_under_the_same_number_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = make_password(PASSWORD)
    monkeypatch.setattr(pepper, "peppers", lambda: {key_of(kept): bytes(32)})
    assert not check_password(PASSWORD, kept)


@pytest.mark.usefixtures("personas")
def test_what_was_kept_without_a_key_follows_at_the_next_log_in(settings: LazySettings) -> None:
    settings.PASSWORD_HASHERS = [OLD]
    User.objects.filter(username="clerk").update(password=make_password(PASSWORD))
    settings.PASSWORD_HASHERS = [NEW, OLD]
    assert [one.level for one in peppered.inspect()] == ["warn"]
    assert entered("clerk")
    assert key_of(User.objects.get(username="clerk").password) == pepper.current()
    assert [one.level for one in peppered.inspect()] == ["ok"]


@pytest.mark.usefixtures("personas")
def test_after_a_new_key_passwords_follow_and_those_of_the_earlier_one_still_open(tmp_path: Path) -> None:
    User.objects.filter(username__in=("clerk", "leader")).update(password=make_password(PASSWORD))
    first = pepper.current()
    second = pepper.new()
    assert [file.name for file in files(tmp_path)] == ["0001.pepper", "0002.pepper"]
    assert entered("clerk")
    assert (peppered.named()[first], peppered.named()[second]) == (1, 1)
    files(tmp_path)[0].unlink()
    assert [one.level for one in peppered.inspect()] == ["fail"]
    assert entered("clerk")


@pytest.mark.usefixtures("personas")
def test_a_lost_key_is_told_at_the_door_and_not_called_a_wrong_password(tmp_path: Path) -> None:
    User.objects.filter(username="clerk").update(password=make_password(PASSWORD))
    files(tmp_path)[0].unlink()
    refused = try_to_enter(Client(), "clerk", PASSWORD)
    assert (refused.status_code, "identity.E018" in refused.content.decode()) == (500, True)
