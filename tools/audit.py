"""Whether advisories are published against what is installed; where nobody can be asked, that is said."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools import environment

SECONDS = 120
"""An index that does not answer must not keep the tests waiting."""
OPTIONS = ("--require-hashes", "--disable-pip", "--format=json", "--progress-spinner=off", "--timeout=10")
FOUND, UNKNOWN = 1, 2
SHOWN = 5


@dataclass(frozen=True)
class Audit:
    """What was answered: pins that were looked up, pins that could not be, advisories by package."""

    asked: int = 0
    skipped: int = 0
    advisories: tuple[str, ...] = ()
    failure: str = ""

    @property
    def status(self) -> int:
        """0 where all was asked and nothing found, 1 where something was, 2 where it is not known."""
        if self.advisories:
            return FOUND
        return UNKNOWN if self.failure or self.skipped else 0

    def __str__(self) -> str:
        """One line for the end of a run.

        >>> print(Audit(90, 0, ("pypdf 6.0 GHSA-1 (6.1)",)))
        audit of dependencies: 90 looked up, 1 advisories: pypdf 6.0 GHSA-1 (6.1)
        >>> print(Audit(0, 90))
        audit of dependencies: not possible: 90 of 90 packages are not known to the index
        """
        if self.failure:
            return f"audit of dependencies: not possible: {self.failure}"
        whole = self.asked + self.skipped
        if self.skipped and not self.advisories:
            return (
                f"audit of dependencies: not possible: "
                f"{self.skipped} of {whole} packages are not known to the index"
            )
        some = f"{len(self.advisories)} advisories: {'; '.join(self.advisories[:SHOWN])}"
        return f"audit of dependencies: {self.asked} looked up, {some if self.advisories else 'no advisory'}"


def audit(requirements: Path = environment.DEVELOPMENT) -> Audit:
    """Ask for every pin; never fails and never waits longer than ``SECONDS``."""
    command = [str(environment.PYTHON.parent / "pip-audit"), "-r", str(requirements), *OPTIONS]
    try:
        ran = subprocess.run(
            command,
            env=environment.clean_environ(),
            cwd=environment.ROOT,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Audit(failure=type(error).__name__)
    return read(ran.stdout, ran.stderr)


def read(answer: str, complaint: str) -> Audit:
    """What pip-audit wrote; where it wrote no report, the last line of its complaint is the reason."""
    try:
        rows = json.loads(answer)["dependencies"]
    except (ValueError, LookupError, TypeError):
        return Audit(failure=(complaint.strip().splitlines() or ["no report"])[-1][:200])
    skipped = sum("skip_reason" in row for row in rows)
    found = tuple(_told(row, one) for row in rows for one in row.get("vulns", ()))
    return Audit(len(rows) - skipped, skipped, found)


def _told(row: dict[str, Any], advisory: dict[str, Any]) -> str:
    fixed = ", ".join(advisory.get("fix_versions", ())) or "no fix yet"
    return f"{row['name']} {row['version']} {advisory['id']} ({fixed})"
