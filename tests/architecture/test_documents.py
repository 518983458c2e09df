"""What the documents say can be followed: links lead somewhere, both languages show the same commands."""

import re
from pathlib import Path

import pytest
import yaml

import run
from tests.architecture.repository import ROOT, files

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"python3 run\.py (\w+)")
DOCUMENTS = [str(p.relative_to(ROOT)) for p in files("*.md")]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_internal_link_leads_to_a_file(name: str) -> None:
    links = LINK.findall((ROOT / name).read_text("utf-8"))
    inside = [(ROOT / name).parent / link for link in links if "://" not in link]
    broken = {str(p.resolve().relative_to(ROOT)) for p in inside if not p.exists()}
    assert broken == set()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "run.py"])
def test_every_command_shown_is_one_that_run_py_knows(name: str) -> None:
    shown = set(COMMAND.findall((ROOT / name).read_text("utf-8")))
    assert shown
    assert shown <= run.COMMANDS.keys()


def test_both_readmes_have_the_same_shape() -> None:
    english, chinese = ((ROOT / n).read_text("utf-8") for n in ("README.md", "README.zh-CN.md"))
    assert COMMAND.findall(english) == COMMAND.findall(chinese)
    assert [line.count("#") for line in english.splitlines() if line.startswith("#")] == [
        line.count("#") for line in chinese.splitlines() if line.startswith("#")
    ]
    others = {"README.md", "README.zh-CN.md"}
    assert set(LINK.findall(english)) - others == set(LINK.findall(chinese)) - others


def test_the_readme_tells_how_to_see_it_and_how_to_test_it() -> None:
    assert {"demo", "test"} <= set(COMMAND.findall((ROOT / "README.md").read_text("utf-8")))


def test_every_message_of_the_operators_commands_is_in_their_guide() -> None:
    guide = (ROOT / "docs" / "operators.md").read_text("utf-8")
    sources = [run.__file__, *files("src/fazhi/cli/*.py", "tools/*.py"), ROOT / "src/fazhi/config.py"]
    codes = {
        code
        for p in sources
        for code in re.findall(
            r"\"((?:run|cli|config|schema|serve|backup)\.E\d{3})\"", Path(p).read_text("utf-8")
        )
    }
    assert codes
    assert {code for code in codes if not documented(code, guide)} == set()


def documented(code: str, guide: str) -> bool:
    """Whether a code stands in the guide by itself or within a range ``a.E001`-`E003``."""
    area, number = code.split(".E")
    ranges = re.findall(rf"`{area}\.E(\d{{3}})`(?:–`E(\d{{3}})`)?", guide)
    return any(first <= number <= (last or first) for first, last in ranges)


def test_publiccode_meets_its_standard() -> None:
    """Mandatory keys and limits of the publiccode.yml core standard, version 0.4."""
    code = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert {"publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus",
            "softwareType", "description", "legal", "maintenance", "localisation"} <= code.keys()  # fmt: skip
    assert code["publiccodeYmlVersion"] == "0.4"
    for text in code["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]
    assert code["maintenance"]["type"] == "community"
    assert code["maintenance"]["contacts"][0]["name"]
    assert code["localisation"]["availableLanguages"]
