"""Everything CI runs, in one process that says at the end what passed, what did not and what was skipped."""

import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Lock
from typing import IO

from fazhi.fault import Fault
from tools import audit, environment, postgres

COMMANDS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("lint-imports", "--no-cache"),
    ("fazhi", "migrate"),
    ("fazhi", "check"),
)
LONGEST = ("mypy",)
"""Takes longest and needs nothing of the others: run beside them."""
OF_COMMANDS = "tests/cli"
PARTS = (
    ("PostgreSQL", "not browser and not command"),
    ("SQLite", "not once"),
    ("the demo's commands", "command and demonstrated"),
    ("commands", "command and not demonstrated"),
)
"""The suite in parts, what takes longest first. All that asks the database, access rules too, runs on both;
once alone run what drives a browser and what asks no database: pure packages, doctests, and commands with a
home of their own. These begin as a processor falls idle, whichever database was quicker."""
PROCESSORS = 2
NONE_CHOSEN = 5
"""What pytest ends with where it found no test to run."""
SPEAKING = Lock()
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Outcome:
    """How one step ended; the counts are those of a test suite."""

    name: str
    seconds: float
    status: int
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    broken: tuple[str, ...] = ()
    """The tests that failed, named where the run ends: their own words are far above."""

    def __str__(self) -> str:
        verdict = "fail" if self.status else "ok"
        counts = f"  {self.passed} passed, {self.skipped} skipped" if self.passed or self.failed else ""
        return f"{verdict:4}  {self.seconds:6.1f} s  {self.name}{counts}"


def everything(arguments: list[str]) -> int:
    """Lint, types, contracts, the operator's check and the suite on both databases; 0 when all passed."""
    started = time.monotonic()
    binaries = postgres.server()
    demand_what_ci_needs(binaries)
    environment.ensure(environment.DEVELOPMENT)
    with TemporaryDirectory(prefix="fazhi-test-") as home:
        outcomes = steps(Path(home))
        outcomes += suites(binaries, arguments, Path(home))
    return report(outcomes, time.monotonic() - started)


def soak(arguments: list[str]) -> int:
    """The tests that take long, on SQLite; there may be none."""
    environment.ensure(environment.DEVELOPMENT)
    with TemporaryDirectory(prefix="fazhi-test-") as home:
        outcome = suite("pytest -m soak", "", ["-m", "soak", *arguments], Path(home))
    status = 0 if outcome.status == NONE_CHOSEN else outcome.status
    return report([replace(outcome, status=status)], outcome.seconds)


def demand_what_ci_needs(binaries: Path | None) -> None:
    """On CI nothing may be skipped for want of a server or a browser."""
    if os.environ.get("CI") != "true":
        return
    if not binaries:
        raise Fault("run.E005", "CI 上没有 PostgreSQL 服务端", "请先运行 .ci/run，或安装 postgresql")
    if not any(map(shutil.which, BROWSERS)):
        raise Fault("run.E006", "CI 上没有 Chromium", "请先运行 .ci/run，或安装 chromium")


def suites(binaries: Path | None, arguments: list[str], home: Path) -> list[Outcome]:
    """The suite on every database there is: its parts keep two processors busy until the end."""
    if not binaries:
        environment.say("没有找到 PostgreSQL 服务端：只在 SQLite 上测试（CI 上这会算失败）")
        return [suite("pytest on SQLite", "", arguments, home / "sqlite")]
    with postgres.cluster(binaries) as address, ThreadPoolExecutor(PROCESSORS) as pool:
        parts = [pool.submit(part, n, address, arguments, home) for n in range(len(PARTS))]
        return [done.result() for done in parts]


def part(number: int, address: str, arguments: list[str], home: Path) -> Outcome:
    """One part of the suite, its words kept together; chosen tests may all be in the other parts."""
    name, chosen = PARTS[number]
    database = address if name == "PostgreSQL" else ""
    where = arguments or ([OF_COMMANDS] if chosen.startswith("command") else [])
    with TemporaryFile("w+") as told:
        asked = ["-m", f"not soak and {chosen}", *where]
        outcome = suite(f"pytest on {name}", database, asked, home / str(number), told)
        told.seek(0)
        with SPEAKING:
            shutil.copyfileobj(told, sys.stdout)
    spared = bool(arguments) and outcome.status == NONE_CHOSEN
    return replace(outcome, status=0) if spared else outcome


def steps(home: Path) -> list[Outcome]:
    """Every command, on two processors, while advisories are asked for."""
    with ThreadPoolExecutor() as pool:
        longest, advised = pool.submit(step, LONGEST, home), pool.submit(watch)
        return [*(step(command, home) for command in COMMANDS), longest.result(), advised.result()]


def watch() -> Outcome:
    """Advisories against the pins: told, and no failure, for they come without any change of ours."""
    started = time.monotonic()
    return Outcome(str(audit.audit()), time.monotonic() - started, 0)


def step(command: tuple[str, ...], home: Path) -> Outcome:
    name = " ".join(command)
    environment.say(name)
    started = time.monotonic()
    program = environment.PYTHON.parent / command[0]
    status = subprocess.call([program, *command[1:]], env=environ(home), cwd=environment.ROOT)
    return Outcome(name, time.monotonic() - started, status)


def suite(name: str, database: str, arguments: list[str], home: Path, told: IO[str] | None = None) -> Outcome:
    """Run pytest against one database, its words to ``told``, and count from its machine-readable report."""
    environment.say(name)
    started = time.monotonic()
    home.mkdir(exist_ok=True)
    record = home / "report.xml"
    command = [str(environment.PYTHON), "-m", "pytest", f"--junitxml={record}", "--durations=20", *arguments]
    environ_ = environ(home) | ({"FAZHI_DATABASE": database} if database else {})
    status = subprocess.call(command, env=environ_, cwd=environment.ROOT, stdout=told, stderr=told)
    return Outcome(name, time.monotonic() - started, status, **counts(record), broken=broken(record))


def counts(record: Path) -> dict[str, int]:
    """Tests passed, failed and skipped in a JUnit report; nothing where pytest did not get so far."""
    if not record.exists():
        return {}
    numbers = next(ElementTree.parse(record).iter("testsuite")).attrib
    failed = int(numbers["failures"]) + int(numbers["errors"])
    skipped = int(numbers["skipped"])
    return {"passed": int(numbers["tests"]) - failed - skipped, "failed": failed, "skipped": skipped}


def broken(record: Path) -> tuple[str, ...]:
    """The tests that failed, as a JUnit report names them."""
    if not record.exists():
        return ()
    cases = ElementTree.parse(record).iter("testcase")
    bad = [c for c in cases if c.find("failure") is not None or c.find("error") is not None]
    return tuple(f"{case.get('classname')}.{case.get('name')}" for case in bad)


def environ(home: Path) -> dict[str, str]:
    """An environment in which no setting of this machine's own installation is seen."""
    kept = {k: v for k, v in environment.clean_environ().items() if not k.startswith("FAZHI_")}
    shared = {k: v for k, v in os.environ.items() if k == "FAZHI_SHARED"}
    return kept | shared | {"FAZHI_HOME": str(home)}


def report(outcomes: list[Outcome], seconds: float) -> int:
    """Print every step and, last, the totals; 1 where any step failed."""
    print("", *outcomes, sep="\n")
    for outcome in outcomes:
        print(*(f"failed  {test}  ({outcome.name})\n" for test in outcome.broken), sep="", end="")
    passed, failed, skipped = (
        sum(getattr(o, what) for o in outcomes) for what in ("passed", "failed", "skipped")
    )
    unwell = [o.name for o in outcomes if o.status]
    trouble = f" — failed: {', '.join(unwell)}" if unwell else ""
    print(f"===== {passed} passed, {failed} failed, {skipped} skipped in {seconds:.1f}s{trouble} =====")
    return 1 if unwell else 0
