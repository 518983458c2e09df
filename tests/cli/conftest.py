"""An installation of one's own for each test of the command."""

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Installation


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "home")


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A migrated home to copy from, made once because making it takes seconds."""
    made = Installation(tmp_path_factory.mktemp("migrated"))
    assert made.run("migrate").returncode == 0
    return made


@pytest.fixture
def ready(installation: Installation, migrated: Installation) -> Installation:
    """A migrated home of one's own."""
    shutil.copytree(migrated.home, installation.home)
    return installation


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The demo district to copy from."""
    home = tmp_path_factory.mktemp("demonstrated")
    made = Installation(home).run("demo", "--no-serve")
    assert made.returncode == 0, made.stderr
    return Installation(home / "demo")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demonstrated: Installation) -> Installation:
    """The demo district of this module."""
    home = tmp_path_factory.mktemp("home") / "demo"
    shutil.copytree(demonstrated.home, home)
    return Installation(home)
