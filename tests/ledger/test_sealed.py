"""A person's data can be erased as the law demands, and what the ledger proves stays proven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.ledger import audit, canonical, chain, sealed
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.envelope import erased, wrap
from fazhi.ledger.receipt import Receipt
from fazhi.ledger.sealed import Sealed, seal
from tests.ledger.samples import KEYRING, grown, signed

MASTERS = {"2026": bytes([1]) * 32, "2027": bytes([2]) * 32}
KEY, NONCE, SALT = bytes([3]) * 32, bytes(12), bytes([4]) * 32
NAME = "演示·申请人乙".encode()
WRAPPED = wrap(KEY, "subject-7", MASTERS, "2026", nonce=NONCE)
DATA = seal(NAME, "subject-7", KEY, nonce=bytes([9]) * 12, salt=SALT)


def code(open_: Sealed, key: bytes) -> str:
    with pytest.raises(Fault) as fault:
        open_.open(key)
    return fault.value.code


@given(st.binary(max_size=64), st.binary(min_size=32, max_size=32), st.binary(min_size=12, max_size=12))
def test_what_was_sealed_is_opened(data: bytes, salt: bytes, nonce: bytes) -> None:
    assert seal(data, "甲", KEY, nonce=nonce, salt=salt).open(KEY) == data


def test_erasure_by_deleting_the_wrapped_key_leaves_chain_receipt_and_checkpoint_proven() -> None:
    stored = {"subject-7": WRAPPED}
    act = {"act": "受理", "applicant": DATA.commitment}
    record = chain.append("〔2026〕8号", act, happened="2026-03-02", recorded="2026-03-02T09:00:00+08:00")
    tree = grown([record])
    held = Receipt(record.entry, 0, tree.inclusion(0), signed(tree), record.act)
    assert DATA.open(stored["subject-7"].unwrap(MASTERS)) == NAME
    del stored["subject-7"]
    assert all(code(DATA, master) == "ledger.E061" for master in MASTERS.values())
    assert held.verify(KEYRING).size == 1
    assert audit.against([record.line()], held.note.checkpoint).acts == 1
    assert NAME not in record.line() + DATA.ciphertext + canonical.encode(held.as_dict())
    assert "已依法删除" in str(erased("subject-7"))


def test_the_commitment_cannot_be_guessed_without_the_salt_and_binds_with_it() -> None:
    other = seal(NAME, "subject-7", KEY, nonce=bytes([9]) * 12, salt=bytes(32))
    assert other.commitment != DATA.commitment
    assert sealed.commitment(Algorithm.SHA256, SALT, NAME) == DATA.commitment
    assert sealed.commitment(Algorithm.SHA256, SALT, NAME + b"x") != DATA.commitment


def test_data_swapped_after_recording_is_refused_even_under_the_right_key() -> None:
    other = seal(b"other", "subject-7", KEY, nonce=bytes([8]) * 12, salt=SALT)
    assert code(Sealed("subject-7", other.nonce, other.ciphertext, DATA.commitment), KEY) == "ledger.E062"


def test_another_key_another_person_or_a_changed_ciphertext_opens_nothing() -> None:
    bent = DATA.ciphertext[:-1] + bytes([DATA.ciphertext[-1] ^ 1])
    assert code(DATA, bytes(32)) == "ledger.E061"
    assert code(Sealed("subject-8", DATA.nonce, DATA.ciphertext, DATA.commitment), KEY) == "ledger.E061"
    assert code(Sealed("subject-7", DATA.nonce, bent, DATA.commitment), KEY) == "ledger.E061"


def test_a_new_master_key_rewraps_and_the_sealed_data_stays_as_it_is() -> None:
    moved = WRAPPED.rewrap(MASTERS, "2027", nonce=bytes([5]) * 12)
    assert moved.master == "2027"
    assert DATA.open(moved.unwrap({"2027": MASTERS["2027"]})) == NAME
    with pytest.raises(Fault, match=r"ledger\.E060.*2026"):
        WRAPPED.unwrap({"2027": MASTERS["2027"]})


def test_a_wrapped_key_serves_no_other_person_or_master() -> None:
    for bent in ({"subject": "subject-8"}, {"master": "2027"}):
        other = type(WRAPPED)(**{"subject": "subject-7", "master": "2026", "nonce": NONCE,
                                 "ciphertext": WRAPPED.ciphertext, **bent})  # fmt: skip
        with pytest.raises(Fault, match=r"ledger\.E061"):
            other.unwrap(MASTERS)


def test_short_keys_nonces_and_salts_are_refused() -> None:
    for key, nonce, salt in ((b"k", NONCE, SALT), (KEY, b"n", SALT), (KEY, NONCE, b"s")):
        with pytest.raises(ValueError, match="bytes"):
            seal(NAME, "甲", key, nonce=nonce, salt=salt)
