"""kill -9 in the middle of an act loses nothing that was acknowledged and doubles nothing."""

import json
import sys
import time

import pytest

from tests.victim import Victim, kill, victim

__all__ = ["victim"]
CASES, KILLS = 80, 3


def killed(place: Victim, after: int, moment: float) -> list[str]:
    """The cases that a writer was told are done before it was killed, a moment after the last of some."""
    writer = place.start("-m", "tests.cases.writer", str(CASES))
    assert writer.stdout is not None
    done = [writer.stdout.readline() for _ in range(after)]
    time.sleep(moment)
    rest = kill(writer).splitlines(keepends=True)
    place.settle()
    return [line.strip() for line in (*done, *rest) if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_writer_killed_again_and_again_finishes_what_it_began_once(victim: Victim) -> None:
    told = [killed(victim, CASES * (n + 1) // (KILLS + 1), 0.004 * n) for n in range(KILLS)]
    assert 0 < len(told[0]) < len(told[-1]) < CASES, "the kills came in the middle"
    *numbers, counted = victim.run("-m", "tests.cases.writer", str(CASES)).splitlines()
    for lines in told:
        assert numbers[: len(lines)] == lines
    found = json.loads(counted)
    assert [number.rsplit("〕")[1] for number in numbers] == [f"{n}号" for n in range(1, CASES + 1)]
    assert (found["numbers"], found["series"]) == (numbers, CASES)
    assert found["sequences"] == [1, 2] * CASES
    assert found["events"] == [2 * CASES, 2 * CASES]
    assert (found["audit"]["acts"], found["audit"]["cases"], found["wrong"]) == (2 * CASES, CASES, [])
    assert found["rows"] == {
        "Act": 2 * CASES, "Engagement": CASES, "Paper": CASES, "Party": CASES, "Secret": CASES,
        "SubjectKey": CASES,
    }  # fmt: skip
