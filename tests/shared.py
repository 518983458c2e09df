"""Where the shared reference folder is: statutes and the real outline, which the repository does not hold."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def shared(*parts: str) -> Path:
    """A path in the shared folder; the test is skipped, with the reason, on a machine without it."""
    folder = Path(os.environ.get("FAZHI_SHARED") or ROOT.parent / "shared")
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs {'/'.join(parts)} of the shared reference folder (FAZHI_SHARED)")
    return path
