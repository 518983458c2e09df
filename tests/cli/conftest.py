"""An installation of one's own for each test of the command."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import Installation


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return Installation(tmp_path / "home")


@pytest.fixture
def ready(installation: Installation, migrated: Installation) -> Installation:
    """A migrated home of one's own."""
    shutil.copytree(migrated.home, installation.home)
    return installation


@dataclass(frozen=True)
class Shown:
    """What ``fazhi demo`` made in a new home, and what it said of it."""

    real: Installation
    report: dict[str, Any]


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The demo beside an installation whose own database is out of reach, made once: it takes long."""
    away = (("FAZHI_DATABASE", "postgresql://nobody@127.0.0.1:1/real"),)
    real = Installation(tmp_path_factory.mktemp("shown"), away)
    return Shown(real, real.read("demo", "--no-serve"))


@pytest.fixture(scope="session")
def demonstrated(shown: Shown) -> Installation:
    """The demo district to copy from."""
    return Installation(shown.real.home / "demo")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, demonstrated: Installation) -> Installation:
    """The demo district of this module."""
    home = tmp_path_factory.mktemp("home") / "demo"
    shutil.copytree(demonstrated.home, home)
    return Installation(home)
