"""What does not fit a model, in Chinese: whoever set or sent a value reads why it was refused."""

from collections.abc import Mapping
from typing import Any

SAID = {
    "missing": "没有填写",
    "bool_parsing": "须为 true 或者 false",
    "int_parsing": "须为整数",
    "int_from_float": "须为整数",
    "float_parsing": "须为数字",
    "decimal_parsing": "须为数字",
    "greater_than": "须大于 {gt}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than": "须小于 {lt}",
    "less_than_equal": "不能大于 {le}",
    "literal_error": "只能是 {expected}",
    "enum": "只能是 {expected}",
    "string_too_short": "至少 {min_length} 个字",
    "string_too_long": "至多 {max_length} 个字",
    "too_short": "至少 {min_length} 项",
    "too_long": "至多 {max_length} 项",
    "string_pattern_mismatch": "须符合 {pattern}",
    "value_error": "{error}",
}
"""By the name that pydantic gives the mistake."""


def told(error: Mapping[str, Any]) -> str:
    """The reason of one of pydantic's mistakes; pydantic's own words where it is a rare one.

    >>> told({"type": "greater_than_equal", "ctx": {"ge": 1}, "msg": "Input should be …"})
    '不能小于 1'
    >>> told({"type": "enum", "ctx": {"expected": "'clerk' or 'leader'"}, "msg": "Input should be …"})
    "只能是 'clerk'、'leader'"
    """
    words = SAID.get(str(error["type"]))
    if words is None:
        return str(error["msg"])
    return words.format(**error.get("ctx", {})).replace(" or ", "、")
