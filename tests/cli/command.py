"""The ``fazhi`` command run as an operator runs it: its own process, its own home, SQLite."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Installation:
    """A home folder with the command working in it; more settings as ``FAZHI_…`` names."""

    home: Path
    settings: tuple[tuple[str, str], ...] = ()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "fazhi", *arguments]
        return subprocess.run(command, env=self.environ(), cwd=ROOT, capture_output=True, text=True)

    def read(self, *arguments: str) -> Any:
        """What the command prints for machines."""
        return json.loads(self.run(*arguments, "--json").stdout)

    @contextmanager
    def running(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """The command while it runs; stopped at the end, and it must stop when told."""
        command = [sys.executable, "-m", "fazhi", *arguments]
        with subprocess.Popen(
            command, env=self.environ(), cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True
        ) as process:
            try:
                yield process
                process.terminate()
                process.wait(60)
            finally:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

    def environ(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("FAZHI_", "DJANGO_"))}
        paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        return (
            kept | {"FAZHI_HOME": str(self.home), "PYTHONPATH": paths, "NO_COLOR": "1"} | dict(self.settings)
        )
