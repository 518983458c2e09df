"""The program anybody can read in five minutes, which shares no code with the platform, agrees with it."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fazhi.draw import plan as plans
from fazhi.draw.record import draw
from fazhi.ledger import digest
from fazhi.ledger.digest import Algorithm
from tests.draw.samples import drawn, plan, shares, simple
from tests.shared import ROOT

PROGRAM = ROOT / "docs" / "verify_draw.py"
BEACON = {"source": "演示区/台账", "date": "2026-12-05"}
GOOD = draw(plans.from_dict(plan()), shares())


def run(value: Any, commitment: str = GOOD.commitment) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(PROGRAM), commitment]
    text = json.dumps(value, ensure_ascii=True)
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


def test_it_is_short_and_stands_alone() -> None:
    text = PROGRAM.read_text("utf-8")
    assert len(text.splitlines()) <= 60
    imported = {line.split()[1] for line in text.splitlines() if line.startswith(("import", "from"))}
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("rule", ["equal", "weighted"])
@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_a_real_draw_is_proven(rule: str, algorithm: str) -> None:
    if Algorithm(algorithm) not in digest.available():
        pytest.skip(f"this machine has no {algorithm}")
    record = draw(plans.from_dict(plan(rule=rule, hash=algorithm)), shares())
    done = run(record.as_dict(), record.commitment)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_draw_with_a_beacon_and_a_share_withheld_is_proven() -> None:
    record = draw(plans.from_dict(plan(beacon=BEACON)), shares()[:1], "root")
    assert run(record.as_dict(), record.commitment).returncode == 0


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 50), min_size=1, max_size=25), st.data(), st.integers(0, 10**6))
def test_any_weighted_draw_is_proven(weights: list[Any], data: st.DataObject, salt: int) -> None:
    number = data.draw(st.integers(0, len(weights)))
    record = drawn(simple(len(weights), number, salt, len(weights) - number, weights=weights), salt)
    done = run(record.as_dict(), record.commitment)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda v: v["candidates"][0].update(id="A00"), "a list is not as stated"),
        (lambda v: v["officers"].pop(), "a list is not as stated"),
        (lambda v: v["statement"]["quotas"][0].update(number=1), "the statement is not the one published"),
        (lambda v: v["shares"][0].update(secret="f" * 64), "a share is not the promised one"),
        (lambda v: v["shares"].pop(), "a share or the beacon is missing"),
        (lambda v: v.update(beacon="root"), "a share or the beacon is missing"),
        (lambda v: v["results"][0].update(id="A99"), "others were drawn"),
        (lambda v: v["results"][-1].update(ticket="00"), "a ticket is another's"),
        (lambda v: v["assignments"][0]["officers"].reverse(), "others go"),
        (lambda v: v["assignments"].pop(), "shorter"),
    ],
)
def test_a_draw_that_was_tampered_with_is_not(change: Callable[[Any], object], said: str) -> None:
    value = json.loads(json.dumps(GOOD.as_dict()))
    change(value)
    done = run(value)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


def test_another_commitment_is_not_that_of_the_draw() -> None:
    assert run(GOOD.as_dict(), "sha256:" + "0" * 64).returncode == 1
