"""A new master key: every subject's key comes under it, once, also where the first run broke off."""

from pathlib import Path

import pytest

from fazhi.cases import store, vault
from fazhi.cases.actions import RotateMaster, rotate
from fazhi.cases.models import Case, SubjectKey
from fazhi.office.actor import Actor
from tests.cases.conftest import opening
from tests.cases.ledgers import home
from tests.conftest import at

__all__ = ["home"]


@pytest.fixture
def cases(home: Path, receiver: Actor) -> list[Case]:
    return [opening(key=f"k{n}").perform(receiver, at(2026, 7, 6)) for n in range(3)]


def masters() -> set[str]:
    return set(SubjectKey.objects.values_list("master", flat=True))


def test_all_keys_come_under_the_new_master(cases: list[Case]) -> None:
    before = {row.subject: vault.key_of(row.subject) for row in SubjectKey.objects.all()}
    done = RotateMaster().perform()
    assert (done.master, done.rewrapped, done.left, masters()) == ("m0002", len(before), 0, {"m0002"})
    assert {row.subject: vault.key_of(row.subject) for row in SubjectKey.objects.all()} == before


def test_what_was_interrupted_goes_on_without_another_master(
    cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, calls = rotate._batch, []

    def once(master: str) -> int:
        if calls:
            raise KeyboardInterrupt
        calls.append(master)
        return batch(master)

    monkeypatch.setattr(rotate, "BATCH", 1)
    monkeypatch.setattr(rotate, "_batch", once)
    with pytest.raises(KeyboardInterrupt):
        RotateMaster().perform()
    assert masters() == {"m0001", "m0002"}
    monkeypatch.setattr(rotate, "_batch", batch)
    done = RotateMaster().perform()
    assert (done.master, done.left, masters()) == ("m0002", 0, {"m0002"})


def test_a_further_rotation_makes_a_further_master(cases: list[Case]) -> None:
    assert [RotateMaster().perform().master for _ in range(2)] == ["m0002", "m0003"]


def test_a_master_added_by_another_process_is_found(cases: list[Case], home: Path) -> None:
    known = vault.masters()
    (home / "keys" / "m0002.master").write_bytes(bytes(32))
    assert set(vault.masters()) - set(known) == {"m0002"}
    assert store.load(cases[0]).records
