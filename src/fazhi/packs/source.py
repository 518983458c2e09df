"""YAML with the line of every value, so that a mistake in a pack is shown where it stands."""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fazhi.fault import Fault

Step = str | int
WORDS = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项，请核对名称",
    "date": "应为日期，如 2024-01-01",
    "int": "应为整数",
    "greater_than": "应大于零",
    "string_too_short": "太短",
    "too_short": "不得为空",
    "string": "应为文字",
    "tuple": "应为列表",
}
Model = TypeVar("Model", bound=BaseModel)


class Source:
    """A pack file as plain values, and where each of them was written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines: dict[tuple[Step, ...], int] = {}
        try:
            node = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            raise self.fault(
                "pack.E001", (), error.problem or "格式错误", mark.line + 1 if mark else 1
            ) from None
        self.value: Any = self._value(node, ()) if node else None

    def line(self, at: tuple[Step, ...]) -> int:
        """The line on which a value, or the nearest one around it, begins."""
        while at not in self._lines and at:
            at = at[:-1]
        return self._lines.get(at, 1)

    def fault(self, code: str, at: tuple[Step, ...], wrong: str, line: int | None = None) -> Fault:
        """A refusal that names file, line and path of the value."""
        place = f"{self.path.name} 第{line or self.line(at)}行" + (
            f"（{'.'.join(map(str, at))}）" if at else ""
        )
        return Fault(code, f"{place}：{wrong}", "请改正该行后重新装载")

    def read(self, model: type[Model]) -> Model:
        """The file as a model; what does not fit, a misspelt name first, is the ``Fault`` pack.E002."""
        try:
            return model.model_validate(self.value)
        except ValidationError as error:
            first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
            raise self.fault("pack.E002", tuple(first["loc"]), _words(first)) from None

    def _value(self, node: yaml.Node, at: tuple[Step, ...]) -> Any:
        self._lines[at] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*at, index)) for index, child in enumerate(node.value)]
        try:
            return yaml.SafeLoader("").construct_object(node)
        except ValueError:
            raise self.fault("pack.E001", at, f"“{node.value}”不是有效的值") from None

    def _mapping(self, node: yaml.MappingNode, at: tuple[Step, ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in values:
                raise self.fault("pack.E001", (*at, name), "同一名称写了两次", key.start_mark.line + 1)
            values[name] = self._value(value, (*at, name))
            self._lines[*at, name] = key.start_mark.line + 1
        return values


def _words(error: ErrorDetails) -> str:
    words = next((words for kind, words in WORDS.items() if error["type"].startswith(kind)), error["msg"])
    shown = error["type"] not in ("missing", "extra_forbidden")
    return f"{words}：{error['input']}" if shown else words
