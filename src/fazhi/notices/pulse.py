"""The worker's sign of life: a file that each round touches, so that a silent stop is seen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

ALIVE = timedelta(minutes=2)
"""A worker at rest goes round every twenty seconds."""


def _file() -> Path:
    found: Path = settings.HOME / "worker.pulse"
    return found


def beat() -> None:
    """Say that the worker is there."""
    _file().touch()


def age(at: datetime) -> timedelta | None:
    """How long ago the last sign was; ``None`` where there never was one."""
    try:
        touched = datetime.fromtimestamp(_file().stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
    return max(at - touched, timedelta(0))
