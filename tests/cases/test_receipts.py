"""A receipt proves an act to whoever holds it, with our program and with one that shares no code with it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from fazhi.cases import receipts, signing
from fazhi.cases.models import Act, Case
from fazhi.fault import Fault
from fazhi.ledger import checkpoint, key
from fazhi.ledger.keyring import Period
from fazhi.office.actor import Actor
from tests.cases import ledgers
from tests.cases.ledgers import home, publish, write_acts

__all__ = ["home"]
period = ledgers.key
VERIFIER = Path(__file__).parents[2] / "docs" / "verify_receipt.py"


@pytest.fixture
def cases(period: Period, receiver: Actor) -> list[Case]:
    found = write_acts(receiver, 3)
    publish(9, 2)
    more = write_acts(receiver, 2)
    publish(9, 3)
    return [*found, *more, *write_acts(receiver, 1)]


def written(act: Act) -> bytes:
    return json.dumps(receipts.of(act).as_dict(), ensure_ascii=False).encode()


def test_every_act_under_a_checkpoint_has_a_receipt_that_holds(cases: list[Case]) -> None:
    acts = Act.objects.filter(case__in=cases[:5]).select_related("case")
    found = [receipts.verify(written(act)) for act in acts]
    assert [one.receipt.entry.case for one in found] == [act.case.number for act in acts]
    assert {one.checkpoint.date for one in found} == {"2026-09-02", "2026-09-03"}


def test_an_independent_program_says_so_too(cases: list[Case], period: Period, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(written(cases[3].acts.get(sequence=2)))
    command = [sys.executable, str(VERIFIER), str(file), key.write(period.verifier)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert f"act 2 of case {cases[3].number} (sha256), date 2026-09-03" in done.stdout
    file.write_bytes(file.read_bytes().replace(b"in-person", b"by-letter"))
    assert subprocess.run(command, capture_output=True, text=True).returncode == 1


def test_an_act_behind_the_last_checkpoint_has_none_yet(cases: list[Case]) -> None:
    with pytest.raises(Fault, match=r"cases\.E064"):
        receipts.of(cases[5].acts.get(sequence=1))


def test_the_page_learns_the_day_of_each_act(cases: list[Case]) -> None:
    days = receipts.proven(Act.objects.all())
    assert [days.get(act.pk) and days[act.pk].day for act in Act.objects.order_by("pk")] == (
        [2] * 6 + [3] * 4 + [None] * 2
    )


def broken(cases: list[Case], **changes: object) -> str:
    held = json.loads(written(cases[0].acts.get(sequence=1)))
    with pytest.raises(Fault) as refused:
        receipts.verify(json.dumps({**held, **changes}).encode())
    return refused.value.code


def test_what_does_not_hold_has_its_own_reason(cases: list[Case]) -> None:
    other = json.loads(written(cases[1].acts.get(sequence=2)))
    assert broken(cases, act=other["act"]) == "ledger.E051"
    assert broken(cases, index=1) == "ledger.E052"
    assert broken(cases, path=[]) == "ledger.E052"
    assert broken(cases, entry=other["entry"]) == "ledger.E051"
    assert broken(cases, checkpoint="x") == "ledger.E040"
    assert broken(cases, more=1) == "ledger.E050"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "ledger.E050"),
        (b"\xff\xfe", "ledger.E050"),
        (b"[" * 100_000, "ledger.E050"),
        (b"null", "ledger.E050"),
        (b"1" * 5_000, "ledger.E050"),
        (b" " * (receipts.LARGEST + 1), "cases.E068"),
    ],
)
def test_what_is_no_receipt_is_said_to_be_none(db: None, home: Path, text: bytes, code: str) -> None:
    with pytest.raises(Fault) as refused:
        receipts.verify(text)
    assert refused.value.code == code


def test_a_checkpoint_signed_but_never_published_is_a_second_ledger(cases: list[Case]) -> None:
    """Two checkpoints of one day under one key: the strongest sign of a rewritten ledger there is."""
    receipt = receipts.of(cases[0].acts.get(sequence=1))
    held = receipt.note.checkpoint
    forged = checkpoint.Checkpoint(held.origin, held.size, held.root, "2026-09-04")
    note = checkpoint.sign(forged, *signing.signers(publish(9, 5).day))
    value = {**receipt.as_dict(), "checkpoint": str(note)}
    with pytest.raises(Fault, match=r"cases\.E066"):
        receipts.verify(json.dumps(value).encode())


def test_a_receipt_can_be_shown_without_its_content(cases: list[Case]) -> None:
    value = {**receipts.of(cases[0].acts.get(sequence=1)).as_dict(), "act": None}
    assert receipts.verify(json.dumps(value).encode()).receipt.act is None
