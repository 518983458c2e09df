"""Everything CI runs, in one process that says at the end what passed, what did not and what was skipped."""

import os
import shutil
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fazhi.fault import Fault
from tools import environment, postgres

COMMANDS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("fazhi", "migrate"),
    ("fazhi", "check"),
)
NONE_CHOSEN = 5
"""What pytest ends with where it found no test to run."""
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
    with tempfile.TemporaryDirectory(prefix="fazhi-test-") as home:
        outcomes = [step(command, Path(home)) for command in COMMANDS]
        outcomes += suites(binaries, arguments, Path(home))
    return report(outcomes, time.monotonic() - started)


def soak(arguments: list[str]) -> int:
    """The tests that take long, on SQLite; there may be none."""
    environment.ensure(environment.DEVELOPMENT)
    with tempfile.TemporaryDirectory(prefix="fazhi-test-") as home:
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


def suites(binaries: Path | None, arguments: list[str], home: Path) -> Iterator[Outcome]:
    yield suite("pytest on SQLite", "", arguments, home)
    if binaries:
        with postgres.cluster(binaries) as address:
            yield suite("pytest on PostgreSQL", address, arguments, home)
    else:
        environment.say("没有找到 PostgreSQL 服务端：只在 SQLite 上测试（CI 上这会算失败）")


def step(command: tuple[str, ...], home: Path) -> Outcome:
    name = " ".join(command)
    environment.say(name)
    started = time.monotonic()
    program = environment.PYTHON.parent / command[0]
    status = subprocess.call([program, *command[1:]], env=environ(home), cwd=environment.ROOT)
    return Outcome(name, time.monotonic() - started, status)


def suite(name: str, database: str, arguments: list[str], home: Path) -> Outcome:
    """Run pytest against one database and count from its machine-readable report."""
    environment.say(name)
    started = time.monotonic()
    record = home / "report.xml"
    record.unlink(missing_ok=True)
    command = [str(environment.PYTHON), "-m", "pytest", f"--junitxml={record}", *arguments]
    environ_ = environ(home) | ({"FAZHI_DATABASE": database} if database else {})
    status = subprocess.call(command, env=environ_, cwd=environment.ROOT)
    return Outcome(name, time.monotonic() - started, status, **counts(record))


def counts(record: Path) -> dict[str, int]:
    """Tests passed, failed and skipped in a JUnit report; nothing where pytest did not get so far."""
    if not record.exists():
        return {}
    numbers = next(ElementTree.parse(record).iter("testsuite")).attrib
    failed = int(numbers["failures"]) + int(numbers["errors"])
    skipped = int(numbers["skipped"])
    return {"passed": int(numbers["tests"]) - failed - skipped, "failed": failed, "skipped": skipped}


def environ(home: Path) -> dict[str, str]:
    """An environment in which no setting of this machine's own installation is seen."""
    kept = {k: v for k, v in environment.clean_environ().items() if not k.startswith("FAZHI_")}
    shared = {k: v for k, v in os.environ.items() if k == "FAZHI_SHARED"}
    return kept | shared | {"FAZHI_HOME": str(home)}


def report(outcomes: list[Outcome], seconds: float) -> int:
    """Print every step and, last, the totals; 1 where any step failed."""
    print("", *outcomes, sep="\n")
    passed, failed, skipped = (
        sum(getattr(o, what) for o in outcomes) for what in ("passed", "failed", "skipped")
    )
    broken = [o.name for o in outcomes if o.status]
    trouble = f" — failed: {', '.join(broken)}" if broken else ""
    print(f"===== {passed} passed, {failed} failed, {skipped} skipped in {seconds:.1f}s{trouble} =====")
    return 1 if broken else 0
