"""A citizen proves with a receipt and a published key what was recorded, and with a forged one nothing."""

import base64
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.fault import Fault
from fazhi.ledger import canonical, checkpoint, digest, key, receipt
from fazhi.ledger.canonical import Json
from fazhi.ledger.checkpoint import Checkpoint
from fazhi.ledger.digest import Algorithm
from tests.ledger.samples import KEYRING, SIGNER, grown, ledger, mixed, signed
from tests.ledger.samples import receipt as receipt_of
from tests.shared import ROOT

PROGRAM = ROOT / "docs" / "verify_receipt.py"
RECORDS = ledger()
GOOD = receipt_of(RECORDS, 6)
needs_sm3 = pytest.mark.skipif(Algorithm.SM3 not in digest.available(), reason="this machine has no SM3")


def refused(value: receipt.Receipt) -> str:
    with pytest.raises(Fault) as fault:
        value.verify(KEYRING)
    return fault.value.code


def test_every_receipt_of_every_ledger_proves_its_act() -> None:
    for count in range(1, len(RECORDS) + 1):
        for index in range(count):
            proven = receipt_of(RECORDS[:count], index).verify(KEYRING)
            assert (proven.size, proven.date) == (count, "2026-03-31")


def test_a_receipt_survives_its_json_form() -> None:
    text = json.dumps(GOOD.as_dict(), ensure_ascii=False)
    assert receipt.from_dict(json.loads(text)) == GOOD


def test_a_receipt_proves_an_act_without_showing_it() -> None:
    hidden = receipt.from_dict({**GOOD.as_dict(), "act": None})
    assert hidden.act is None
    assert hidden.verify(KEYRING) == GOOD.note.checkpoint


def test_another_act_is_refused() -> None:
    assert refused(replace(GOOD, act=canonical.encode({"act": "不予处罚"}))) == "ledger.E051"


def test_another_entry_index_or_path_is_refused() -> None:
    other = RECORDS[7]
    assert refused(replace(GOOD, entry=other.entry, act=other.act)) == "ledger.E052"
    assert refused(replace(GOOD, entry=replace(GOOD.entry, happened="2026-03-01"))) == "ledger.E052"
    assert refused(replace(GOOD, path=GOOD.path[:-1])) == "ledger.E052"
    assert refused(replace(GOOD, path=())) == "ledger.E052"
    for index in {*range(-1, 12)} - {6}:
        assert refused(replace(GOOD, index=index)) == "ledger.E052"


def test_a_checkpoint_of_another_size_or_root_is_refused() -> None:
    for bent in ({"size": 9}, {"root": bytes(32)}, {"date": "2026-03-30"}, {"origin": "他区/台账"}):
        note = replace(GOOD.note, checkpoint=replace(GOOD.note.checkpoint, **bent))
        assert refused(replace(GOOD, note=note)) == "ledger.E042"


def test_a_checkpoint_of_another_day_does_not_hold_the_act() -> None:
    early = signed(grown(RECORDS[:5]))
    assert refused(replace(GOOD, note=early)) == "ledger.E052"


@pytest.mark.parametrize(
    "bent",
    [
        None,
        [],
        {},
        {"index": True},
        {"index": "6"},
        {"path": None},
        {"path": ["AAAA"]},
        {"path": ["不是"]},
        {"path": [1]},
        {"checkpoint": 1},
        {"checkpoint": ""},
        {"entry": None},
        {"entry": {}},
        {"more": 1},
        {"act": 0.5},
    ],
)
def test_what_is_no_receipt_is_refused_with_a_code(bent: Any) -> None:
    value: Json = {**GOOD.as_dict(), **bent} if bent else bent
    with pytest.raises(Fault, match=r"\[ledger\.E0(01|20|40|50)\]"):
        receipt.from_dict(value)


@given(st.data())
def test_one_changed_character_of_the_json_proves_nothing_else(draw: st.DataObject) -> None:
    text = json.dumps(GOOD.as_dict(), ensure_ascii=False, sort_keys=True)
    place = draw.draw(st.integers(0, len(text) - 1))
    bent = text[:place] + draw.draw(st.characters(min_codepoint=32, max_codepoint=126)) + text[place + 1 :]
    try:
        read = receipt.from_dict(json.loads(bent))
        read.verify(KEYRING)
    except (Fault, ValueError):
        return
    assert read == GOOD


class TestIndependentProgram:
    """The program a citizen can read in five minutes, which shares no code with the platform."""

    def run(self, tmp_path: Path, value: Any, word: str = "") -> subprocess.CompletedProcess[str]:
        file = tmp_path / "receipt.json"
        file.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
        command = [sys.executable, "-I", str(PROGRAM), str(file), word or key.write(SIGNER.verifier)]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    def test_it_is_short_and_stands_alone(self) -> None:
        text = PROGRAM.read_text("utf-8")
        assert len(text.splitlines()) <= 60
        assert "fazhi" not in text

    @pytest.mark.parametrize("index", [0, 6, 9])
    def test_a_real_receipt_is_proven(self, tmp_path: Path, index: int) -> None:
        done = self.run(tmp_path, receipt_of(RECORDS, index).as_dict())
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("proven: act ")
        assert "date 2026-03-31" in done.stdout

    @pytest.mark.parametrize("bend", [lambda text: text[:3] + "!" + text[3:], lambda text: text[:-2] + "B="])
    def test_a_proof_written_otherwise_is_no_receipt(self, tmp_path: Path, bend: Any) -> None:
        value = GOOD.as_dict()
        value["path"] = [bend(value["path"][0]), *value["path"][1:]]
        assert base64.b64decode(value["path"][0])[:31] == base64.b64decode(GOOD.as_dict()["path"][0])[:31]
        done = self.run(tmp_path, value)
        assert done.returncode != 0
        assert "Base64" in done.stderr or "under this checkpoint" in done.stderr
        with pytest.raises(Fault, match=r"ledger\.E050"):
            receipt.from_dict(value)

    def test_a_receipt_that_shows_no_act_is_proven(self, tmp_path: Path) -> None:
        assert self.run(tmp_path, {**GOOD.as_dict(), "act": None}).returncode == 0

    @needs_sm3
    @pytest.mark.parametrize("tree", list(Algorithm))
    @pytest.mark.parametrize(("index", "chain"), [(4, "sha256"), (5, "sm3")])
    def test_the_chain_and_the_tree_may_differ(
        self, tmp_path: Path, tree: Algorithm, index: int, chain: str
    ) -> None:
        held = receipt_of(mixed(), index, tree)
        assert (held.algorithm, held.verify(KEYRING).algorithm) == (chain, tree)
        done = self.run(tmp_path, held.as_dict())
        assert (done.returncode, f"({chain}), date" in done.stdout) == (0, True), done.stderr
        other = held.as_dict() | {"act": {"act": "不予处罚"}}
        assert "the act is not the one recorded" in self.run(tmp_path, other).stderr

    @pytest.mark.parametrize(
        ("forged", "said"),
        [
            ({"act": {"act": "不予处罚"}}, "the act is not the one recorded"),
            ({"index": 5}, "not under this checkpoint"),
            ({"index": 10}, "no such place"),
            ({"path": []}, "not under this checkpoint"),
            ({"entry": {**RECORDS[6].entry.as_dict(), "previous": "md5:0"}}, "not the one recorded"),
            ({"entry": RECORDS[5].entry.as_dict(), "act": None}, "not under this checkpoint"),
            ({"checkpoint": str(GOOD.note).replace("\n10\n", "\n11\n")}, "InvalidSignature"),
            ({"checkpoint": str(GOOD.note).replace("— 演示区台账", "— 他人")}, "not signed with this key"),
        ],
    )
    def test_a_forged_receipt_is_not(self, tmp_path: Path, forged: dict[str, Any], said: str) -> None:
        done = self.run(tmp_path, {**GOOD.as_dict(), **forged})
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("NOT proven: ")
        assert said in done.stderr

    def test_a_ledger_signed_by_another_is_not(self, tmp_path: Path) -> None:
        other = replace(SIGNER, seed=bytes(32))
        note = checkpoint.sign(Checkpoint("演示区/台账", 10, grown(RECORDS).root(), "2026-03-31"), other)
        done = self.run(tmp_path, replace(GOOD, note=note).as_dict())
        assert done.returncode == 1
        assert "not signed with this key" in done.stderr
