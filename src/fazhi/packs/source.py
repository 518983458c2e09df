"""YAML with the line of every value, so that a mistake in a pack is shown where it stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from fazhi.fault import Fault
from fazhi.packs.mistakes import Mistakes, Step

Place = tuple[str | int, ...]
Refuse = Callable[[Place, str, str], Fault]
"""How a form of a pack (YAML, XLSX, DMN) tells where a value stands: place, what is wrong, what to write."""
T = TypeVar("T")
SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it: ten times as fast, the same meaning."""
DEMANDS = {
    "int": "须是整数",
    "float": "须是数字",
    "bool": "须是 true 或者 false",
    "date": "须是形如 2024-02-06 的日期",
    "string_pattern": "须符合 {pattern}",
    "string_too_short": "至少{min_length}个字",
    "string_too_long": "至多{max_length}个字",
    "string": "须是文字",
    "too_short": "至少{min_length}项",
    "tuple": "须是列表，每项以“- ”开头",
    "dict": "须是“名称: 值”的形式",
    "model": "须是“名称: 值”的形式",
    "greater_than_equal": "须不小于{ge}",
    "greater_than": "须大于{gt}",
    "less_than_equal": "须不大于{le}",
}
"""What a value has to be, by the beginning of the name that pydantic gives the mistake."""
DEEPEST = 60
"""How many lists and mappings may stand in one another: nothing a person writes needs a tenth of it."""
TIMESTAMP = "tag:yaml.org,2002:timestamp"
BOOL = "tag:yaml.org,2002:bool"


class Loader(SAFE):  # type: ignore[misc]
    """Plain data and dates; a date that is none stays text, for the model to refuse with its line.

    Only true and false are truth values, as in YAML 1.2: ``on`` stays a word and may name a day.
    """

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> object:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            return node.value


Loader.add_constructor(TIMESTAMP, Loader.construct_yaml_timestamp)
Loader.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in resolvers if tag != BOOL or first in "tTfF"]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Parsed:
    """What a text says, the line of each value, and the names that one mapping has twice."""

    value: Any
    lines: Mapping[Place, int]
    doubled: tuple[tuple[Place, int], ...]


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Parsed:
    """A text read once however often its file is: a pack's files are asked for by every kind of element."""
    loader = Loader(text)
    node = loader.get_single_node()
    if node is None:
        return Parsed(None, {}, ())
    doubled = tuple(_doubled(node, ()))
    return Parsed(None if doubled else loader.construct_document(node), dict(_lines(node, ())), doubled)


def _lines(node: yaml.Node, at: Place) -> Iterator[tuple[Place, int]]:
    yield at, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from _lines(value, (*at, n))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*at, key.value))
            yield (*at, key.value), key.start_mark.line + 1


def _doubled(node: yaml.Node, at: Place) -> Iterator[tuple[Place, int]]:
    if isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from _doubled(value, (*at, n))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield (*at, key.value), key.start_mark.line + 1
            seen.add(key.value)
            yield from _doubled(value, (*at, key.value))


class Source:
    """A pack file as plain values, and where each of them was written."""

    def __init__(self, path: Path) -> None:
        """Read the file; a ``Fault`` pack.E001 where it is not there, not YAML, or says one thing twice."""
        self.path = path
        self.label = _label(path)
        self._lines: Mapping[Place, int] = {}
        try:
            parsed = _parsed(path.read_text("utf-8"))
        except yaml.YAMLError as error:
            raise self._broken(error) from None
        except (OSError, UnicodeDecodeError):
            raise Fault("pack.E001", f"文件 {path} 无法读取", "请确认文件存在且为 UTF-8 编码") from None
        except RecursionError:
            raise self.fault("pack.E001", (), "嵌套过深", 1, f"请减少到{DEEPEST}层以内") from None
        for at, line in parsed.lines.items():
            if len(at) > DEEPEST:
                raise self.fault("pack.E001", (), "嵌套过深", line, f"请减少到{DEEPEST}层以内")
        for at, line in parsed.doubled:
            raise self.fault("pack.E001", at, "同一名称写了两次", line, "请只保留一处")
        self._lines, self.value = parsed.lines, parsed.value

    def line(self, at: Place) -> int:
        """The line on which a value, or the nearest one around it, begins."""
        return nearest(self._lines, at) or 1

    def fault(
        self, code: str, at: Place, wrong: str, line: int | None = None, remedy: str = "请改正该行后重新装载"
    ) -> Fault:
        """A refusal that names file, line and path of the value."""
        path = f"（{'.'.join(map(str, at))}）" if at else ""
        return Fault(code, f"{self.label} 第{line or self.line(at)}行{path}：{wrong}", remedy)

    def refuse(self, at: Place, wrong: str, remedy: str) -> Fault:
        """The ``Fault`` pack.E002 for a value that cannot be, and what to write instead."""
        return self.fault("pack.E002", at, wrong, remedy=remedy)

    def under(self, at: Place) -> Callable[[str, str], Fault]:
        """How a basis written at a place is refused: the ``Fault`` pack.E008."""
        return lambda wrong, remedy: self.fault("pack.E008", at, wrong, remedy=remedy)

    def read(self, model: type[T]) -> T:
        """The file as a model; what does not fit is the ``Fault`` pack.E002, all of it at once."""
        return checked(self.value, model, self.refuse)

    def entries(self, model: type[T]) -> list[Step[T]]:
        """The entries of a file that is a list, each to be checked for itself."""
        if not isinstance(self.value, list):
            checked(self.value, list, self.refuse)
        return [partial(checked, value, model, self._of(n)) for n, value in enumerate(self.value)]

    def _of(self, n: int) -> Refuse:
        return lambda at, wrong, remedy: self.refuse((n, *at), wrong, remedy)

    def _broken(self, error: yaml.YAMLError) -> Fault:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "不是 YAML"
        remedy = "请检查缩进、冒号和引号"
        return self.fault("pack.E001", (), f"不能解析：{problem}", mark.line + 1 if mark else 1, remedy)


def _label(path: Path) -> str:
    """The file's name as it is known within its pack: ``rules/example.yaml``."""
    parents = (parent for parent in path.parents[:3] if (parent / "pack.yaml").is_file())
    pack = next(parents, path.parent)
    return path.relative_to(pack).as_posix()


def nearest(where: Mapping[Place, T], at: Place) -> T | None:
    """Where a value stands, or the nearest one around it that stands anywhere."""
    while at and at not in where:
        at = at[:-1]
    return where.get(at)


def checked(value: object, model: type[T], refuse: Refuse) -> T:
    """Plain values as a model; what does not fit is refused, once for each place."""
    try:
        return TypeAdapter(model).validate_python(value)
    except ValidationError as error:
        found = {_spot(dict(each), value): dict(each) for each in reversed(error.errors())}
        told = _without_misspelt(list(reversed(found.values())))
        raise Mistakes(tuple(refuse(*_reason(each, model)) for each in told)) from None


def _without_misspelt(errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The mistakes, but not that something is missing which stands there under a misspelt name."""
    strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    return [error for error in errors if error["type"] != "missing" or not _misspelt(error["loc"], strange)]


def _misspelt(missing: Place, strange: Sequence[Place]) -> bool:
    beside = [str(other[-1]) for other in strange if other[:-1] == missing[:-1]]
    return bool(get_close_matches(str(missing[-1]), beside))


def _spot(error: dict[str, Any], value: Any) -> Place:
    """The place in the values that a mistake is about: for one of several kinds the place is the same."""
    spot: Place = ()
    for part in error["loc"]:
        if not isinstance(value, dict | list) or not (part in value or part in range(len(value))):
            return (*spot, part) if error["type"] == "missing" else spot
        spot, value = (*spot, part), value[part]
    return spot


def _reason(error: dict[str, Any], model: Any) -> tuple[Place, str, str]:
    at: Place = tuple(error["loc"])
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return at, f"缺少“{at[-1]}”", "请补上这一项"
        case "extra_forbidden":
            return at, f"没有“{at[-1]}”这一项", suggest(str(at[-1]), _names(model))
        case "enum" | "literal_error":
            choices = str(context["expected"]).replace(" or ", "、")
            return at, f"“{error['input']}”不在可选范围内", f"请从 {choices} 中选择"
        case "value_error":
            return at, str(context["error"]), "请改正这一处"
        case kind:
            told = next((words for start, words in DEMANDS.items() if kind.startswith(start)), error["msg"])
            return at, f"“{error['input']}”不合要求：{told.format(**context)}", "请按该项的类型填写"


def _names(model: Any) -> list[str]:
    """Every field name that occurs anywhere in the model's schema."""
    schema = TypeAdapter[Any](model).json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return [name for part in parts for name in part.get("properties", {})]


def suggest(word: str, names: Sequence[str]) -> str:
    """What may have been meant by a word that is none of the names."""
    close = get_close_matches(word, names, 1)
    return f"是否应为“{close[0]}”" if close else "请删去，或者改为该处允许的项"
