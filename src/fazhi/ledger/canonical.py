"""One value, one sequence of bytes: what two parties hash alike must first be written alike."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from fazhi.fault import Fault

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
LARGEST = 2**53 - 1
"""The largest integer that every JSON reader keeps exact (RFC 7493)."""
DEEPEST = 64
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encode(value: Json) -> bytes:
    """The canonical JSON of a value in UTF-8, as RFC 8785 prescribes.

    Keys stand in the order of their UTF-16 code units. Texts are kept as they are: two spellings that look
    alike are two values. What RFC 8785 would round (fractions, integers beyond 2**53 - 1) is a ``Fault``, and
    so is what is not JSON: a date is given as the ISO text it is to be read as.

    >>> encode({"b": [1, True, None], "a": "送达"}).decode()
    '{"a":"送达","b":[1,true,null]}'
    >>> encode({"amount": 0.1})
    Traceback (most recent call last):
    fazhi.fault.Fault: [ledger.E001] amount 的值是 float，不能写成唯一的文本。小数和日期请写成文本再入账。
    """
    return _WRITER.encode(_ordered(value, ())).encode()


def decode(data: bytes) -> Json:
    """The value that canonical bytes write; ``Fault`` where the bytes are not canonical.

    >>> decode(b'{"a":1}')
    {'a': 1}
    >>> decode(b'{"a":1,"a":2}')
    Traceback (most recent call last):
    fazhi.fault.Fault: [ledger.E006] 内容不是规范 JSON。请使用台账导出的原文，不要重新排版。
    """
    try:
        value: Json = json.loads(data.decode())
    except (ValueError, RecursionError):
        raise _not_canonical() from None
    if encode(value) != data:
        raise _not_canonical()
    return value


def _not_canonical() -> Fault:
    return Fault("ledger.E006", "内容不是规范 JSON", "请使用台账导出的原文，不要重新排版")


def _ordered(value: object, place: tuple[str, ...]) -> object:
    if len(place) > DEEPEST:
        raise Fault("ledger.E005", f"内容嵌套超过 {DEEPEST} 层", "请减少嵌套")
    match value:
        case None | bool():
            return value
        case str():
            _utf16(value, place)
            return value
        case int():
            return _exact(value, place)
        case Mapping():
            return _object(value, place)
        case list() | tuple():
            return [_ordered(each, (*place, str(i))) for i, each in enumerate(value, 1)]
    wrong = f"{_said(place)} 的值是 {type(value).__name__}，不能写成唯一的文本"
    raise Fault("ledger.E001", wrong, "小数和日期请写成文本再入账")


def _object(value: Mapping[object, object], place: tuple[str, ...]) -> dict[str, object]:
    """An object with its keys in the order of their UTF-16 code units, which is not that of code points."""
    keys = [key for key in value if isinstance(key, str)]
    if len(keys) < len(value):
        raise Fault("ledger.E004", f"{_said(place)} 的键不是文本", "请用文本作键")
    return {k: _ordered(value[k], (*place, k)) for k in sorted(keys, key=lambda k: _utf16(k, place))}


def _utf16(text: str, place: tuple[str, ...]) -> bytes:
    try:
        return text.encode("utf-16-be")
    except UnicodeEncodeError:
        raise Fault("ledger.E003", f"{_said(place)} 含有不成字的编码", "请检查文本来源的编码") from None


def _exact(number: int, place: tuple[str, ...]) -> int:
    if abs(number) > LARGEST:
        raise Fault("ledger.E002", f"{_said(place)} 的整数超过 2^53-1", "请把大数写成文本")
    return number


def _said(place: tuple[str, ...]) -> str:
    text = ".".join(place) or "内容"
    return text.encode("utf-8", "replace").decode()
