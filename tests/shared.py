"""Reference material beside the checkout that is not part of it: statutes and real outlines."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def shared(*parts: str) -> Path:
    """The path of a piece of reference material; the test is skipped with a reason where it is absent."""
    folder = Path(os.environ.get("FAZHI_SHARED") or ROOT.parent / "shared")
    path = folder.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"reference material {'/'.join(parts)} is not on this machine (FAZHI_SHARED)")
    return path
