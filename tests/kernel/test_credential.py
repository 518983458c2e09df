"""Secrets come from a manager of secrets where there is one, and only in files that nobody else can read."""

import os
import re
import struct
from pathlib import Path

import pytest
from django.conf import LazySettings

from fazhi import config, credential
from fazhi.cases import signing, vault
from fazhi.cli import keeping
from fazhi.fault import Fault
from fazhi.identity import pepper
from fazhi.identity import signing as provider
from fazhi.office import keyfile
from tests.architecture.repository import ROOT

DATABASE = "postgresql://fazhi:secret@127.0.0.1/fazhi"


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    folder = tmp_path / "credentials"
    folder.mkdir(mode=0o700)
    return folder


def put(folder: Path, name: str, content: str | bytes, mode: int = 0o400) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)
    return path


def read(folder: Path, **more: str) -> config.Config:
    home = {"FAZHI_HOME": str(folder.parent / "home")}
    return config.read({**home, "CREDENTIALS_DIRECTORY": str(folder), **more})


def test_settings_and_keys_that_are_handed_over_count(handed: Path) -> None:
    put(handed, "database", DATABASE + "\n")
    put(handed, "mail", "smtps://fazhi:secret@mail.example")
    put(handed, "metrics-token", "a-long-token\n")
    put(handed, "secret.key", "from the vault")
    put(handed, "secret-0001.key", "an earlier one")
    given = read(handed)
    assert (given.database, given.mail) == (DATABASE, "smtps://fazhi:secret@mail.example")
    assert given.metrics_token == "a-long-token"
    assert config.secret_keys(given) == ["from the vault", "an earlier one"]
    assert not (given.home / "secret.key").exists()
    assert keeping.inspect(given).level == "ok"


def test_a_named_folder_counts_before_systemds(handed: Path, tmp_path: Path) -> None:
    put(handed, "secret.key", "systemd")
    other = tmp_path / "run-secrets"
    other.mkdir()
    put(other, "secret.key", "container")
    given = read(handed, FAZHI_SECRETS=str(other))
    assert (given.secrets, config.secret_keys(given)) == (other, ["container"])
    with pytest.raises(Fault, match=r"config\.E001.*FAZHI_SECRETS"):
        read(handed, FAZHI_SECRETS=str(tmp_path / "nowhere"))


def test_a_secret_in_two_places_is_refused(handed: Path) -> None:
    put(handed, "database", DATABASE)
    with pytest.raises(Fault, match=r"config\.E003.*FAZHI_DATABASE"):
        read(handed, FAZHI_DATABASE=DATABASE)


@pytest.mark.parametrize("mode", [0o440, 0o404, 0o444, 0o600 | 0o020])
def test_what_others_can_read_or_write_is_refused_and_what_means_nothing_is_not_asked(
    handed: Path, mode: int
) -> None:
    put(handed, "of-another-service", "", mode)
    read(handed)
    put(handed, "m0001.master", bytes(32), mode)
    with pytest.raises(Fault, match=r"config\.E004.*m0001"):
        read(handed)


@pytest.mark.parametrize(("name", "content"), [("secret.key", b""), ("database", b"\xff\xfe")])
def test_what_is_empty_or_no_text_is_refused(handed: Path, name: str, content: bytes) -> None:
    put(handed, name, content)
    with pytest.raises(Fault, match=r"config\.E004"):
        read(handed)


def test_a_file_of_roots_for_the_services_own_group_alone_is_sound(
    handed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Kubernetes mounts a secret with ``fsGroup``; for any other group, and for everybody, it is not."""
    path = put(handed, "secret.key", "x", 0o440)
    if path.stat().st_uid:
        pytest.skip("only root makes a file of root's")
    monkeypatch.setattr(os, "geteuid", lambda: 990)
    monkeypatch.setattr(os, "getegid", lambda: path.stat().st_gid)
    assert not credential.is_open(path)
    path.chmod(0o444)
    assert credential.is_open(path)
    path.chmod(0o440)
    monkeypatch.setattr(os, "getegid", lambda: 4711)
    assert credential.is_open(path)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has no access lists")
def test_an_access_list_for_the_services_account_alone_is_sound(
    handed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As systemd hands a secret to a unit with ``User=``: the mode then shows 0440, and no group reads it."""
    path, nobody = put(handed, "secret.key", "x"), 0xFFFFFFFF
    entries = [(1, 4, nobody), (2, 4, 990), (4, 0, nobody), (16, 4, nobody), (32, 0, nobody)]
    listed = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *one) for one in entries)
    try:
        os.setxattr(path, credential.ACL, listed)
    except OSError as error:
        pytest.skip(f"this file system keeps no access lists: {error}")
    assert path.stat().st_mode & 0o777 == 0o440
    monkeypatch.setattr(os, "geteuid", lambda: 990)
    assert not credential.is_open(path)
    monkeypatch.setattr(os, "geteuid", lambda: 991)
    assert credential.is_open(path)


def test_keys_are_found_in_both_places_and_the_vaults_counts(
    settings: LazySettings, handed: Path, tmp_path: Path
) -> None:
    settings.HOME = tmp_path / "home"
    settings.CONFIG = settings.CONFIG.model_copy(update={"secrets": None})
    own = dict(vault.masters())
    assert list(own) == ["m0001"]
    put(handed, "m0001.master", b"v" * 32)
    put(handed, "m0002.master", b"w" * 32)
    put(handed, "0007.pepper", b"p" * 32)
    put(handed, "0003.oidc", provider.new().read_bytes())
    settings.CONFIG = settings.CONFIG.model_copy(update={"secrets": handed})
    assert dict(vault.masters()) == {"m0001": b"v" * 32, "m0002": b"w" * 32}
    assert (vault.current(), pepper.current()) == ("m0002", pepper.number(b"p" * 32))
    assert [len(provider.keys()), provider.new().name] == [2, "0004.oidc"]
    assert keyfile.held("*.pepper") == [handed / "0007.pepper"]


def test_a_signing_key_signs_from_the_vault(settings: LazySettings, handed: Path, tmp_path: Path) -> None:
    from datetime import date

    settings.HOME = tmp_path / "home"
    settings.CONFIG = settings.CONFIG.model_copy(update={"secrets": handed})
    period = signing.new(date(2026, 1, 1), "演示台账")
    made = signing.private(period.verifier)
    assert made is not None
    put(handed, made.name, made.read_bytes())
    made.unlink()
    assert signing.private(period.verifier) == handed / made.name
    assert [one.verifier for one in signing.signers(date(2026, 1, 2))] == [period.verifier]


def test_what_is_not_in_the_vault_is_named(handed: Path) -> None:
    token = put(handed.parent, "token", "a-long-token")
    given = read(handed, FAZHI_DATABASE=DATABASE, FAZHI_METRICS_TOKEN_FILE=str(token))
    config.secret_keys(given)
    told = keeping.inspect(given)
    assert (told.code, told.level) == ("check.C18", "warn")
    assert all(name in told.text for name in ("secret.key", "FAZHI_DATABASE", "FAZHI_METRICS_TOKEN_FILE"))


def test_each_kind_of_key_has_its_life_written_down() -> None:
    """NIST SP 800-57: what it is for, how long it is in use, what replaces it, when it is destroyed."""
    told = (ROOT / "docs" / "ledger.md").read_text("utf-8").partition("## Keys")[2]
    rows = [line.split("|")[1:6] for line in told.splitlines() if line.startswith("| `")]
    assert all(cell.strip() for row in rows for cell in row)
    kinds = {kind for row in rows for kind in re.findall(r"`([^`]+)`", row[0])}
    assert kinds == set(credential.KEYS)


@pytest.mark.parametrize(
    ("uuids", "sealed"),
    [({"": "CRYPT-LUKS2-1f-home"}, True), ({"": "LVM-a", "slaves/dm-0": "CRYPT-LUKS2-1f-pv"}, True),
     ({"": "LVM-a", "slaves/dm-0": "CRYPT-LUKS2-1f-pv", "slaves/sdb": ""}, False), ({}, False)],
)  # fmt: skip
def test_a_disk_is_encrypted_where_all_that_it_is_made_of_is(
    tmp_path: Path, uuids: dict[str, str], sealed: bool
) -> None:
    block = tmp_path / "8:1"
    for where, uuid in uuids.items():
        (block / where / "dm").mkdir(parents=True)
        (block / where / "dm" / "uuid").write_text(f"{uuid}\n", "ascii")
    assert keeping.is_sealed(block) is sealed
