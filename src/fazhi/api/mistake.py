"""What is wrong with a request's parts, in Chinese where it is one of the usual mistakes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fazhi import misfit
from fazhi.fault import Fault

CODE, REMEDY = "api.E400", "请按接口说明改正"
SAID = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这一项",
    "date_from_datetime_parsing": "应为 2026-03-02 这样的日期",
    "date_parsing": "应为 2026-03-02 这样的日期",
    "date_type": "应为 2026-03-02 这样的日期",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "string_type": "应为文字",
    "bool_type": "应为 true 或者 false",
    "json_invalid": "不是有效的 JSON",
    "list_type": "应为列表",
    "tuple_type": "应为列表",
    "dict_type": "应为一组字段",
    "model_type": "应为一组字段",
    "literal_error": "不在可选值之中",
    "enum": "不在可选值之中",
}


def listed(errors: Iterable[Mapping[str, Any]], skip: int = 0) -> tuple[Mapping[str, str], ...]:
    """Each mistake with its place (``papers.0.title``), code, what is wrong and what to do.

    ``skip`` leaves out leading parts of the place that name only where the framework looked.
    """
    return tuple(_one(error, skip) for error in errors)


def summary(mistakes: Sequence[Mapping[str, str]]) -> Fault:
    """The first mistake, as the title of them all."""
    first = mistakes[0]
    return Fault(CODE, f"{first['parameter']}：{first['wrong']}", REMEDY)


def _one(error: Mapping[str, Any], skip: int) -> Mapping[str, str]:
    kind = str(error["type"])
    place: Sequence[object] = error["loc"][skip:]
    return {
        "parameter": ".".join(map(str, place)) or "request",
        "code": CODE,
        "wrong": SAID.get(kind) or f"不符合要求（{misfit.told(error)}）",
        "remedy": REMEDY,
    }
