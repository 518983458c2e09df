"""An installation of one's own for each test of the command."""

from pathlib import Path

import pytest

from tests.cli.command import Installation


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "home")
