"""Key files of the installation: whole or not there at all, and readable by their owner only."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from fazhi import credential


def folder() -> Path:
    """Where the installation keeps its keys; made at first use."""
    found: Path = settings.HOME / "keys"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def held(pattern: str) -> list[Path]:
    """Keys whose names fit, oldest first: the installation's own, and those handed over."""
    return credential.found(folder(), settings.CONFIG.secrets, pattern)


def changed() -> tuple[object, ...]:
    """What is another once keys were added or taken away: the folders, and when each changed."""
    where = [folder(), *filter(None, [settings.CONFIG.secrets])]
    return tuple((one, one.stat().st_mtime_ns) for one in where)


def keep(path: Path, content: bytes) -> None:
    """Write a new file; where there is one already, that one stays: who comes second uses it."""
    part = _part(path, content)
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()


def replace(path: Path, content: bytes) -> None:
    """Write a file in the place of the one that is there."""
    _part(path, content).replace(path)


def _part(path: Path, content: bytes) -> Path:
    """The content under a name that nobody reads, on the disk for good before it gets its own."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return part
