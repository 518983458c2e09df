"""The size limits of the house: code small enough to be read whole."""

import ast
import tokenize
from pathlib import Path

import pytest
from mccabe import PathGraphingAstVisitor

ROOT = Path(__file__).parents[2] / "src" / "fazhi"
MODULES = [p for p in ROOT.rglob("*.py") if "migrations" not in p.parts]
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
NOT_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
NOT_CODE |= {tokenize.ENCODING, tokenize.ENDMARKER}
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "misc"}


def code_lines(path: Path) -> set[int]:
    """Numbers of the lines that hold code: no blank lines, comments or docstrings."""
    with path.open("rb") as source:
        lines = {
            n for t in tokenize.tokenize(source.readline) if t.type not in NOT_CODE
            for n in range(t.start[0], t.end[0] + 1)
        }  # fmt: skip
    return lines - docstring_lines(ast.parse(path.read_text("utf-8")))


def docstring_lines(tree: ast.Module) -> set[int]:
    owners = [n for n in ast.walk(tree) if isinstance(n, (ast.Module, ast.ClassDef, *FUNCTION))]
    strings = [n.body[0] for n in owners if ast.get_docstring(n, clean=False) is not None]
    return {n for s in strings for n in range(s.lineno, (s.end_lineno or s.lineno) + 1)}


def function_lengths(path: Path) -> list[int]:
    code = code_lines(path)
    functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, FUNCTION)]
    return [len(code & set(range(f.lineno, (f.end_lineno or f.lineno) + 1))) for f in functions]


def complexities(path: Path) -> list[int]:
    visitor = PathGraphingAstVisitor()
    visitor.preorder(ast.parse(path.read_text("utf-8")), visitor)
    return [int(graph.complexity()) for graph in visitor.graphs.values()]


def quantile(values: list[int], share: float) -> int:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


def test_functions_are_short() -> None:
    lengths = [n for path in MODULES for n in function_lengths(path)]
    assert quantile(lengths, 0.5) <= 6
    assert quantile(lengths, 0.9) <= 18
    assert max(lengths) <= 45


def test_modules_are_short() -> None:
    lengths = [len(code_lines(path)) for path in MODULES]
    assert quantile(lengths, 0.9) <= 180
    assert max(lengths) <= 350


def test_functions_are_simple() -> None:
    assert quantile([c for path in MODULES for c in complexities(path)], 0.9) <= 5


@pytest.mark.parametrize("name", sorted(EMPTY_NAMES))
def test_no_module_has_a_name_that_says_nothing(name: str) -> None:
    assert [p for p in MODULES if p.stem == name] == []
