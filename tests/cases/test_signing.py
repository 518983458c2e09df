"""Keys that sign: files of the installation, of its owner alone, published with the days of their use."""

import stat
from datetime import date
from pathlib import Path

import pytest

from fazhi.cases import signing
from fazhi.cases.models import Checkpoint
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, keyring, sm2
from fazhi.ledger.keyring import Period
from tests.cases.ledgers import ORIGIN, SINCE, home, key, publish

__all__ = ["home", "key"]
LATER = date(2026, 9, 3)


def test_private_halves_are_for_the_owner_alone(key: Period, home: Path) -> None:
    files = list((home / "keys").iterdir())
    assert {path.name for path in files} == {f"{signing.number(key.verifier)}.ed25519", "keyring.txt"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_the_published_text_is_the_keyring(key: Period, home: Path) -> None:
    text = (home / "keys" / "keyring.txt").read_text("utf-8")
    assert keyring.read(text) == signing.ring()
    assert text.startswith(f"{ORIGIN}+")


def test_a_new_key_signs_beside_the_old_one_until_that_is_retired(db: None, key: Period) -> None:
    new = signing.new(LATER)
    signing.retire(signing.number(key.verifier), LATER)
    signed = [len(checkpoint.read(publish(9, day).note).signatures) for day in (2, 3, 4)]
    assert signed == [1, 2, 1]
    assert all(checkpoint.read(one.note).verify(signing.ring()) for one in Checkpoint.objects.all())
    assert new.verifier.name == ORIGIN


def test_one_ledger_has_one_name(key: Period) -> None:
    with pytest.raises(Fault, match=r"cases\.E061"):
        signing.new(LATER, "另一个名称")


def test_a_key_is_retired_once_and_not_before_it_began(key: Period) -> None:
    number = signing.number(key.verifier)
    for wrong, day, code in (("00000000", LATER, "E062"), (number, date(2025, 1, 1), "E063")):
        with pytest.raises(Fault, match=rf"cases\.{code}"):
            signing.retire(wrong, day)
    signing.retire(number, LATER)
    with pytest.raises(Fault, match=r"cases\.E063"):
        signing.retire(number, LATER)


def test_a_key_whose_private_half_is_gone_does_not_sign(db: None, key: Period, home: Path) -> None:
    next((home / "keys").glob("*.ed25519")).unlink()
    with pytest.raises(Fault, match=r"cases\.E060"):
        publish()


@pytest.mark.skipif(not sm2.available(), reason="this machine's OpenSSL has no SM2")
def test_the_national_algorithm_signs_beside_the_other(db: None, key: Period) -> None:
    signing.new(SINCE, national=True)
    note = checkpoint.read(publish().note)
    assert len(note.signatures) == 2
    assert note.verify(signing.ring()).size == 0


def test_without_sm2_on_the_machine_it_is_said_to_be_off(
    db: None, key: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fazhi.ledger.libcrypto.library", lambda: None)
    with pytest.raises(Fault, match=r"ledger\.E046"):
        signing.new(SINCE, national=True)
    assert len(checkpoint.read(publish().note).signatures) == 1


def test_the_name_is_the_districts_unless_told(home: Path) -> None:
    assert signing.new(SINCE).verifier.name.endswith("台账")
