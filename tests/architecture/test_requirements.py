"""What is installed is what was declared, pinned by hash, from whatever registry the machine is set to."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.architecture.repository import ROOT, files

NAME = re.compile(r"^([A-Za-z0-9._-]+)")
PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
REGISTRY = re.compile(
    r"(?:pypi|pythonhosted)\.(?:org|io)|registry\.npmjs|[\w.-]+/(?:pypi/)?simple\b", re.IGNORECASE
)


def declared(part: str) -> Iterator[str]:
    """Names that ``pyproject.toml`` asks for, for running or for development too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lists = [project["project"]["dependencies"], project["project"]["optional-dependencies"]["postgres"]]
    if part == "requirements-dev.txt":
        lists.append(project["dependency-groups"]["dev"])
    for requirement in (r for each in lists for r in each):
        found = NAME.match(requirement)
        assert found
        yield re.sub(r"[-_.]+", "-", found[1]).lower()


def pinned(part: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / part).read_text("utf-8")))


@pytest.mark.parametrize("part", ["requirements.txt", "requirements-dev.txt"])
def test_every_declared_dependency_is_pinned(part: str) -> None:
    assert set(declared(part)) - pinned(part).keys() == set()


@pytest.mark.parametrize("part", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_a_hash(part: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / part).read_text("utf-8"))
    assert [b.split()[0] for b in blocks if "--hash=sha256:" not in b] == []


def test_an_environment_for_development_holds_all_that_runs() -> None:
    assert pinned("requirements.txt").items() - pinned("requirements-dev.txt").items() == set()


def test_no_file_names_a_registry() -> None:
    own = ROOT / "tests" / "architecture" / "test_requirements.py"
    texts = {p: p.read_bytes().decode("utf-8", "ignore") for p in files() if p != own}
    assert {str(p.relative_to(ROOT)): m[0] for p, text in texts.items() if (m := REGISTRY.search(text))} == {}


def test_no_lock_file_with_addresses_is_kept() -> None:
    assert files("uv.lock", "pylock*.toml", "*/uv.lock") == []
