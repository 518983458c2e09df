"""One write path: nothing but the actions writes a row of offices, duties, cases, notices or tokens."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "fazhi"
WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "create_user", "set_password", "asave", "acreate", "aupdate", "adelete",
}  # fmt: skip
SQL = {"fazhi.row", "fazhi.statement"}
APPS = (
    "office", "duties", "cases", "notices", "documents", "identity", "registers", "api", "search", "portal",
    "library", "indicators", "chapters/decisions/archive", "chapters/decisions/consultation",
    "chapters/decisions/counsel", "chapters/decisions/hearing", "chapters/decisions/legality",
    "chapters/decisions/validity",
)  # fmt: skip
ACTIONS = tuple(ROOT / app / "actions" for app in APPS)
MODELS = (
    "fazhi.office", "fazhi.duties", "fazhi.cases", "fazhi.notices", "fazhi.documents.models",
    "fazhi.identity", "fazhi.registers", "fazhi.api", "fazhi.search", "fazhi.portal", "fazhi.library",
    "fazhi.indicators", "fazhi.chapters",
)  # fmt: skip
"""A module that imports neither has no such row to write: what it saves is no concern of this test."""


def writes(source: str) -> Iterator[str]:
    """Calls that write rows. A document's ``save(file)`` has an argument; a row's has none but keywords."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (names := _imported(node) & SQL):
            yield f"{node.lineno}: {', '.join(names)}"
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and _writes(node, node.func.attr)
        ):
            yield f"{node.lineno}: {ast.unparse(node.func)}"


def _imported(node: ast.ImportFrom) -> set[str]:
    """The modules that an import may name, as ``from fazhi import row`` names ``fazhi.row``."""
    return {str(node.module), *(f"{node.module}.{one.name}" for one in node.names)}


def _writes(call: ast.Call, name: str) -> bool:
    return name in WRITES and not (name in ("save", "update") and call.args)


def touches_rows(source: str) -> bool:
    modules = [n.module or "" for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ImportFrom)]
    return any(module.startswith(MODELS) for module in modules)


def outside() -> list[Path]:
    paths = [p for p in ROOT.rglob("*.py") if "migrations" not in p.parts]
    return [p for p in paths if not any(p.is_relative_to(folder) for folder in ACTIONS)]


@pytest.mark.parametrize("path", outside(), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_other_module_writes_rows(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not touches_rows(source) or list(writes(source)) == []


@pytest.mark.parametrize(
    "line",
    [
        "row.save()",
        "Step.objects.create(a=1)",
        "rows.update(stage='x')",
        "rows.delete()",
        "from fazhi.row import putting",
        "from fazhi import statement",
    ],
)
def test_a_write_is_seen(line: str) -> None:
    assert list(writes(line))
    assert not list(writes("book.save(file)"))


def test_the_actions_do_write() -> None:
    assert any(list(writes(p.read_text("utf-8"))) for folder in ACTIONS for p in folder.glob("*.py"))
