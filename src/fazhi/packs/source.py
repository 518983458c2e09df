"""A pack's YAML file with the line of everything in it, so that a mistake is found where it was made."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from fazhi.fault import Fault

Place = tuple[str | int, ...]
T = TypeVar("T")
SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it: ten times as fast, the same meaning."""


class Loader(SAFE):  # type: ignore[misc]
    """Plain data only; a date stays text, so that 2024-02-30 is refused with its line like any mistake."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in kinds if not tag.endswith(":timestamp")]
        for first, kinds in SAFE.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class Source:
    """One file as read: plain data, and for each place in it the line it stands on (from 1)."""

    path: Path
    data: object
    lines: dict[Place, int]

    def parse(self, kind: type[T]) -> T:
        """The data as ``kind``; a ``Fault`` names file, line, place and what to write instead."""
        try:
            return TypeAdapter(kind).validate_python(self.data)
        except ValidationError as error:
            raise self.refuse(*_reason(dict(error.errors()[0]), kind)) from None

    def refuse(self, place: Place, wrong: str, remedy: str) -> Fault:
        """The ``Fault`` for a mistake at a place of this file."""
        where = ".".join(str(part) for part in place) or "文件"
        return Fault("packs.E002", f"{self.path.name}第{self.line(place)}行 {where}：{wrong}", remedy)

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that the file has."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(path: Path) -> Source:
    """Read one YAML file; broken YAML, a repeated key or an unreadable file is a ``Fault`` with its line."""
    try:
        loader = Loader(path.read_text("utf-8"))
        node = loader.get_single_node()
        lines = dict(_lines(node, ())) if node else {}
        return Source(path, loader.construct_document(node) if node else None, lines)
    except yaml.YAMLError as error:
        raise _broken(path, error) from None
    except (OSError, UnicodeDecodeError):
        raise Fault("packs.E001", f"文件 {path} 无法读取", "请确认文件存在且为 UTF-8 编码") from None


def _lines(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"“{key.value}”重复", problem_mark=key.start_mark)
            seen.add(key.value)
            yield (*place, key.value), key.start_mark.line + 1
            yield from _lines(value, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from _lines(value, (*place, n))


def _broken(path: Path, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    line = f"第{mark.line + 1}行" if mark else ""
    problem = getattr(error, "problem", None) or "不是 YAML"
    return Fault("packs.E001", f"{path.name}{line}不能解析：{problem}", "请检查缩进、冒号、引号和重复的项")


def _reason(error: dict[str, Any], kind: Any) -> tuple[Place, str, str]:
    place: Place = tuple(error["loc"])
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return place, f"缺少“{place[-1]}”", "请补上这一项"
        case "extra_forbidden":
            return place, f"没有“{place[-1]}”这一项", _suggest(str(place[-1]), _names(kind))
        case "enum" | "literal_error":
            wrong = f"“{error['input']}”不在可选范围内"
            return place, wrong, f"请从 {context['expected']} 中选择".replace(" or ", "、")
        case "value_error":
            return place, str(context["error"]), "请改正后重新载入"
        case _:
            return place, f"“{error['input']}”不合要求（{error['msg']}）", "请按该项的类型填写"


def _names(kind: Any) -> list[str]:
    """Every field name that occurs anywhere in the model's schema."""
    schema = TypeAdapter[Any](kind).json_schema()
    models = [schema, *schema.get("$defs", {}).values()]
    return [name for model in models for name in model.get("properties", {})]


def _suggest(word: str, names: list[str]) -> str:
    close = get_close_matches(word, names, 1)
    return f"是否应为“{close[0]}”" if close else "请删去，或者改为该处允许的项"
