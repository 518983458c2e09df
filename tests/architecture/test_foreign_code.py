"""Foreign code is let in where the threat model says and nowhere else; what stays open has an owner."""

import ast
import re
import sys
from collections import defaultdict

from tests.architecture.repository import ROOT

SOURCE = ROOT / "src" / "fazhi"
MODEL = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
TEXT = (ROOT / "docs" / "asvs.md").read_text("utf-8")
OPEN = re.compile(r"\| ([\d.]+) .*\(L([12])\) \|")
FRAMES = {"allauth", "csp", "django", "django_htmx", "ninja", "pydantic", "rich", "typer"}
"""What the platform is built on, or what reads nothing from outside by itself."""
ROW = re.compile(r"^\| (`[^|]*`) \| [^|]* \| (`[^|]*`) \|$", re.MULTILINE)


def imports() -> dict[str, set[str]]:
    """Each library with the packages that import it, two steps deep."""
    found = defaultdict(set)
    for path in SOURCE.rglob("*.py"):
        place = ".".join(path.relative_to(SOURCE).with_suffix("").parts[:2])
        for name in names(path.read_text("utf-8")):
            found[name].add(place)
    return found


def names(source: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(source)))
    plain = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    chosen = [
        node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level
    ]
    return {name.partition(".")[0] for name in (*plain, *chosen)}


def told() -> dict[str, set[str]]:
    table = MODEL.partition("## Foreign code")[2].partition("\n## ")[0]
    rows = [(re.findall(r"`([^`]+)`", one), re.findall(r"`([^`]+)`", two)) for one, two in ROW.findall(table)]
    return {library: set(places) for libraries, places in rows for library in libraries}


def test_each_library_is_imported_where_the_threat_model_lets_it_in() -> None:
    found = imports()
    foreign = found.keys() - sys.stdlib_module_names - FRAMES - {"fazhi"}
    assert {name: found[name] for name in foreign} == told()


def test_every_line_that_stays_open_is_a_risk_with_its_level_and_an_owner() -> None:
    rows = [line for line in TEXT.splitlines() if re.match(r"\| \d.*\*\*open\*\*", line)]
    stays = dict(found.groups() for row in rows if (found := OPEN.fullmatch(row)))
    table = MODEL.partition("## What is accepted")[2].partition("\n## ")[0]
    borne = re.findall(
        r"^\| ([\d.]+) \| L([12]) \| .+ \| .+ \| (?:maintainers|district) \|$", table, re.MULTILINE
    )
    assert len(stays) == len(rows)
    assert dict(borne) == stays
    counted = [str(list(stays.values()).count(level)) for level in "12"]
    assert re.findall(r"(\d) are of level 1 and\n(\d) of level 2", TEXT) == [tuple(counted)]
