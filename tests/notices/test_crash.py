"""kill -9 in the middle loses no reminder and doubles none, on a file and on a server."""

import sys
import time

import pytest

from tests.victim import PATIENCE, Victim, kill, victim

__all__ = ["victim"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
CASES, KILLS = 60, 3
WORK = 2 * CASES
"""A reminder for each case, and its event passed on; the events of the filling are too old for that."""
DONE = "SELECT (SELECT count(*) FROM notices_rung) + (SELECT count(*) FROM notices_dispatch)"


def killed(place: Victim, after: int) -> int:
    """How much was done when a worker was killed that had come so far."""
    worker = place.start("-m", "fazhi", "worker")
    until = time.monotonic() + PATIENCE
    while place.read(DONE) < after:
        assert time.monotonic() < until
        time.sleep(0.005)
    kill(worker)
    place.settle()
    return int(place.read(DONE))


def test_a_worker_killed_again_and_again_tells_everybody_once(victim: Victim) -> None:
    victim.run("-m", "tests.notices.crash", "fill", str(CASES))
    done = [killed(victim, WORK * (n + 1) // (KILLS + 1)) for n in range(KILLS)]
    assert done == sorted(done)
    assert 0 < done[0] < WORK, "the first kill came in the middle"
    for _ in range(2):
        victim.run("-m", "fazhi", "worker", "--once")
    rungs, events, told, distinct, waiting = map(
        int, victim.run("-m", "tests.notices.crash", "count").split()
    )
    assert (rungs, events) == (CASES, CASES)
    assert (told, distinct, waiting) == (CASES, CASES, 0)
    assert victim.read(DONE) == WORK
