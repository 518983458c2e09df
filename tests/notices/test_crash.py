"""kill -9 in the middle loses no reminder and doubles none."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.shared import ROOT

CASES, KILLS = 60, 4


def run(home: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        env=environment(home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "FAZHI_DATABASE"}
    return {**kept, "FAZHI_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


def killed(home: Path, after: float) -> None:
    """A worker killed so many seconds after it began its work."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "fazhi", "worker"], env=environment(home), cwd=ROOT, stderr=subprocess.DEVNULL
    )
    begun = time.monotonic()
    while not progress(home) and time.monotonic() - begun < 60:
        time.sleep(0.02)
    time.sleep(after)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()


def progress(home: Path) -> bool:
    """Whether the database was written to since we last looked."""
    log = home / "fazhi.sqlite3-wal"
    stamp = home / "seen"
    now = log.stat().st_mtime_ns if log.exists() else 0
    before = int(stamp.read_text()) if stamp.exists() else 0
    stamp.write_text(str(now))
    return before != 0 and now > before


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_worker_killed_again_and_again_tells_everybody_once(tmp_path: Path) -> None:
    run(tmp_path, "-m", "tests.notices.crash", "fill", str(CASES))
    for n in range(KILLS):
        killed(tmp_path, 0.05 * (n + 1))
    for _ in range(2):
        run(tmp_path, "-m", "fazhi", "worker", "--once")
    rungs, events, told, distinct, waiting = map(
        int, run(tmp_path, "-m", "tests.notices.crash", "count").split()
    )
    assert (rungs, events) == (CASES, CASES)
    assert (told, distinct, waiting) == (CASES, CASES, 0)
