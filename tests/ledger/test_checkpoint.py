"""A published checkpoint is a text that a person reads, that binds its signer and outlives its key."""

import base64
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.ledger import audit, checkpoint, digest, key, keyring, libcrypto, sm2
from fazhi.ledger.checkpoint import Checkpoint, Note
from fazhi.ledger.digest import Algorithm
from fazhi.ledger.ed25519 import Ed25519Signer, Ed25519Verifier
from fazhi.ledger.keyring import Keyring, Period
from tests.ledger.samples import KEYRING, SIGNER, grown, ledger, signed

RECORDS = ledger()
NOTE = signed(grown(RECORDS))
LINES = [r.line() for r in RECORDS]
NEW = Ed25519Signer("演示区台账", bytes(range(1, 33)))


def code(note: Note, ring: Keyring = KEYRING) -> str:
    with pytest.raises(Fault) as fault:
        note.verify(ring)
    return fault.value.code


def test_a_person_can_read_what_is_signed() -> None:
    origin, size, root, date, hash_, blank, signature = str(NOTE).removesuffix("\n").split("\n")
    assert (origin, size, date, hash_, blank) == ("演示区/台账", "10", "date 2026-03-31", "hash sha256", "")
    assert base64.b64decode(root) == grown(RECORDS).root()
    assert signature.startswith("— 演示区台账 ")


def test_a_published_text_reads_back_and_verifies() -> None:
    assert checkpoint.read(str(NOTE)) == NOTE
    assert NOTE.verify(KEYRING) == NOTE.checkpoint


@given(st.data())
def test_a_changed_text_is_refused(draw: st.DataObject) -> None:
    text = str(NOTE)
    place = draw.draw(st.integers(0, len(text) - 1))
    bent = text[:place] + draw.draw(st.sampled_from("\n 0A+=—台")) + text[place + 1 :]
    if bent == text:
        return
    with pytest.raises(Fault, match=r"ledger\.E04[0-3]"):
        checkpoint.read(bent).verify(KEYRING)


BROKEN = [
    "",
    "\n",
    "a\n1\nAAAA\ndate 2026-03-02\nhash md5\n\n",
    str(NOTE) + "\n",
    str(NOTE).replace("\n10\n", "\n010\n"),
    str(NOTE).replace("\n10\n", "\n-1\n"),
    "甲" * 999,
]


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Fault, match=r"ledger\.E040"):
        checkpoint.read(text)


def test_an_unknown_key_proves_nothing() -> None:
    assert code(NOTE, Keyring()) == "ledger.E041"
    assert code(checkpoint.sign(NOTE.checkpoint, NEW)) == "ledger.E041"


def test_after_rotation_old_checkpoints_verify_and_new_ones_too() -> None:
    ring = Keyring((Period(SIGNER.verifier, "2026-01-01", "2026-06-30"), Period(NEW.verifier, "2026-07-01")))
    later = Checkpoint("演示区/台账", 20, bytes(32), "2026-07-01")
    assert NOTE.verify(ring) == NOTE.checkpoint
    assert checkpoint.sign(later, NEW).verify(ring) == later
    assert code(checkpoint.sign(later, SIGNER), ring) == "ledger.E043"
    assert code(checkpoint.sign(NOTE.checkpoint, NEW), ring) == "ledger.E043"


def test_a_new_key_can_sign_beside_an_old_one() -> None:
    both = checkpoint.sign(NOTE.checkpoint, SIGNER, NEW)
    assert checkpoint.read(str(both)).verify(KEYRING) == NOTE.checkpoint
    forged = replace(both.signatures[1], value=bytes(64))
    bad = Note(both.checkpoint, (both.signatures[0], forged))
    assert bad.verify(KEYRING)
    assert code(bad, Keyring((*KEYRING.periods, Period(NEW.verifier, "2026-01-01")))) == "ledger.E042"


def test_a_keyring_is_published_as_text() -> None:
    ring = Keyring((Period(SIGNER.verifier, "2026-01-01", "2026-06-30"), Period(NEW.verifier, "2026-07-01")))
    assert keyring.read(f"# 公布的公钥\n\n{ring}") == ring


WORD = key.write(SIGNER.verifier)


@pytest.mark.parametrize(
    "line",
    ["x", "a+b+c 2026-01-01", WORD, "a+00000000+AQ== 2026-01-01", f"x{WORD} 2026-01-01", f"{WORD} 昨天",
     f"{WORD} 2026-01-01 2026-02-01 2026-03-01"],
)  # fmt: skip
def test_what_is_no_key_is_refused(line: str) -> None:
    with pytest.raises(Fault, match=r"ledger\.E04[07]"):
        keyring.read(line)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb"])
def test_a_name_that_would_break_the_format_is_refused(name: str) -> None:
    with pytest.raises(Fault, match=r"ledger\.E047"):
        Ed25519Verifier(name, bytes(32))


def test_the_key_id_is_that_of_signed_notes() -> None:
    """The vkey published with the format's Go implementation (sumdb/note, PeterNeumann)."""
    known = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert key.write(keyring.verifier(known)) == known


def test_the_export_meets_the_checkpoint_it_was_taken_for() -> None:
    assert audit.against(LINES, NOTE.checkpoint).size == 10
    early = signed(grown(RECORDS[:4])).checkpoint
    assert audit.against(LINES, early).size == 4
    empty = Checkpoint("演示区/台账", 0, digest.hasher(Algorithm.SHA256)(b""), "2026-03-01")
    assert audit.against(LINES, empty).size == 0


def test_acts_cut_off_the_end_are_found_by_the_checkpoint() -> None:
    with pytest.raises(Fault, match=r"ledger\.E044.*只有 9 个行为.*有 10 个"):
        audit.against(LINES[:-1], NOTE.checkpoint)


def test_a_history_rewritten_whole_is_found_by_the_checkpoint() -> None:
    rewritten = [r.line() for r in ledger(acts=("立案", "调查取证", "告知", "撤销立案", "送达"))]
    assert audit.audit(rewritten).acts == 10
    with pytest.raises(Fault, match=r"ledger\.E045"):
        audit.against(rewritten, NOTE.checkpoint)


def test_cases_reordered_among_each_other_are_found_by_the_checkpoint() -> None:
    swapped = [LINES[1], LINES[0], *LINES[2:]]
    assert audit.audit(swapped).acts == 10
    with pytest.raises(Fault, match=r"ledger\.E045"):
        audit.against(swapped, NOTE.checkpoint)


def openssl(*arguments: str, data: bytes = b"") -> bytes:
    try:
        return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"this machine's openssl command does not do it: {error}")


@pytest.fixture(scope="module")
def sm2_key() -> bytes:
    if not sm2.available():
        pytest.skip("this machine's OpenSSL has no SM2")
    return openssl("genpkey", "-algorithm", "SM2", "-outform", "DER")


class TestSm2:
    """The national signature, on machines whose OpenSSL has it."""

    def test_a_checkpoint_signed_with_sm2_verifies_and_a_changed_one_does_not(self, sm2_key: bytes) -> None:
        signer = sm2.Sm2Signer("演示区国密", sm2_key)
        note = checkpoint.sign(NOTE.checkpoint, signer, SIGNER)
        ring = keyring.read(str(Keyring((*KEYRING.periods, Period(signer.verifier, "2026-01-01")))))
        assert checkpoint.read(str(note)).verify(ring) == NOTE.checkpoint
        bent = Note(Checkpoint("演示区/台账", 11, NOTE.checkpoint.root, "2026-03-31"), note.signatures)
        assert code(bent, ring) == "ledger.E042"

    def test_the_openssl_command_accepts_our_signature(self, sm2_key: bytes, tmp_path: Path) -> None:
        signer = sm2.Sm2Signer("甲", sm2_key)
        public, signature, text = tmp_path / "public.der", tmp_path / "signature", tmp_path / "text"
        public.write_bytes(signer.verifier.der)
        text.write_bytes(str(NOTE.checkpoint).encode())
        signature.write_bytes(signer.sign(text.read_bytes()))
        command = ["dgst", "-sm3", "-verify", str(public), "-signature", str(signature)]
        done = openssl(*command, "-sigopt", "distid:1234567812345678", str(text))
        assert done.strip() == b"Verified OK"

    def test_we_accept_the_openssl_commands_signature(self, sm2_key: bytes, tmp_path: Path) -> None:
        private, text = tmp_path / "private.der", tmp_path / "text"
        private.write_bytes(sm2_key)
        text.write_bytes(b"text")
        command = ["dgst", "-sm3", "-sign", str(private), "-sigopt", "distid:1234567812345678"]
        made = openssl(*command, str(text))
        verifier = sm2.Sm2Signer("甲", sm2_key).verifier
        assert verifier.verify(b"text", made)
        assert not verifier.verify(b"test", made)
        assert not verifier.verify(b"text", made[:-1] + bytes([made[-1] ^ 1]))
        assert not verifier.verify(b"text", b"")

    def test_a_key_of_another_kind_is_refused(self, sm2_key: bytes) -> None:  # noqa: ARG002
        curve = openssl(
            "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-outform", "DER"
        )
        for der in (curve, b"", b"not a key"):
            with pytest.raises(Fault, match=r"ledger\.E047"):
                sm2.Sm2Signer("甲", der).sign(b"text")
            with pytest.raises(Fault, match=r"ledger\.E047"):
                sm2.Sm2Verifier("甲", der).verify(b"text", b"signature")

    def test_where_the_machine_has_none_it_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(libcrypto, "NAMES", ("no-such-library.so",))
        libcrypto.library.cache_clear()
        try:
            assert not sm2.available()
            with pytest.raises(Fault, match=r"ledger\.E046.*未启用"):
                sm2.Sm2Signer("甲", b"").sign(b"text")
            foreign = sm2.Sm2Verifier("国密", b"key")
            made = checkpoint.Signature("国密", key.key_id(foreign), b"signature")
            ring = Keyring((*KEYRING.periods, Period(foreign, "2026-01-01")))
            assert Note(NOTE.checkpoint, (made, *NOTE.signatures)).verify(ring) == NOTE.checkpoint
            assert code(Note(NOTE.checkpoint, (made,)), ring) == "ledger.E046"
        finally:
            monkeypatch.undo()
            libcrypto.library.cache_clear()


SM3_EXAMPLES = (
    (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
)
"""The two examples that GB/T 32905 publishes in its annex A."""


@pytest.mark.parametrize(("data", "known"), SM3_EXAMPLES, ids=["one block", "two blocks"])
def test_all_providers_of_sm3_agree_with_the_standards_examples(data: bytes, known: str) -> None:
    if Algorithm.SM3 not in digest.available():
        pytest.skip("this machine has no SM3")
    assert digest.hasher(Algorithm.SM3)(data).hex() == known
    assert digest._sm3(data).hex() == known
    assert digest.write(Algorithm.SM3, digest.hasher(Algorithm.SM3)(data)) == f"sm3:{known}"


@pytest.mark.parametrize(
    "text", ["", "sha256:", "sha256:" + "0" * 63, "md5:" + "0" * 64, "sha256:" + "G" * 64]
)
def test_what_is_no_digest_is_refused(text: str) -> None:
    with pytest.raises(Fault, match=r"ledger\.E011"):
        digest.read(text)
