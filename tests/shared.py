"""Where the reference material lies that is never committed: statute texts, law sheets, outlines."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def shared(*parts: str) -> Path:
    """A path in the shared folder (``FAZHI_SHARED``, else beside the repository); skips where absent."""
    path = Path(os.environ.get("FAZHI_SHARED") or ROOT.parent / "shared", *parts)
    if not path.exists():
        pytest.skip(f"needs {path}, which is not part of the repository")
    return path
