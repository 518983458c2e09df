"""JSON as people hand it in, read field by field so that a wrong one is named with its place."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from fazhi.fault import Fault
from fazhi.ledger.canonical import LARGEST, Json


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one object and the place it stands at, as a person would name it.

    >>> Fields({"id": "甲"}, "第 1 个对象").text("id")
    '甲'
    >>> Fields({"id": 7}, "第 1 个对象").text("id")
    Traceback (most recent call last):
    fazhi.fault.Fault: [draw.E002] 第 1 个对象的 id 不是文本。请写成一行文本，前后不留空白。
    """

    value: Mapping[str, Json]
    place: str

    def text(self, key: str, default: str | None = None) -> str:
        """One line of text without blanks around it; empty only where that is the default."""
        found = self.value.get(key, default)
        if found == default and isinstance(default, str):
            return default
        if not isinstance(found, str) or not found or not found.isprintable() or found != found.strip():
            raise Fault("draw.E002", f"{self.place}的 {key} 不是文本", "请写成一行文本，前后不留空白")
        return found

    def whole(self, key: str, least: int, default: int | None = None) -> int:
        """A whole number not below ``least``."""
        found = self.value.get(key, default)
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= LARGEST:
            wrong = f"{self.place}的 {key} 不是不小于 {least} 的整数"
            raise Fault("draw.E003", wrong, "请写成整数，不要加引号或小数点")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts that differ, in their canonical order; none where the field is absent."""
        found = self.value.get(key, [])
        items = found if isinstance(found, list) else [found]
        read = {Fields({key: each}, self.place).text(key) for each in items}
        if len(read) != len(items):
            raise Fault("draw.E005", f"{self.place}的 {key} 有重复", "请删去重复的一项")
        return tuple(sorted(read))

    def rows(self, key: str, noun: str) -> Sequence[tuple[Json, str]]:
        """The members of a list, each with its place; none where the field is absent."""
        found = self.value.get(key, [])
        if not isinstance(found, list):
            raise Fault("draw.E004", f"{self.place}的 {key} 不是列表", "请写成方括号内的列表")
        return [(each, f"第 {n} 个{noun}") for n, each in enumerate(found, 1)]


def read(
    value: Json, place: str, needed: AbstractSet[str], optional: AbstractSet[str] = frozenset()
) -> Fields:
    """The fields of an object that has all that is needed and none that is unknown, else a ``Fault``."""
    if not isinstance(value, Mapping):
        raise Fault("draw.E001", f"{place}不是 JSON 对象", "请写成花括号内的字段")
    if missing := sorted(needed - value.keys()):
        raise Fault("draw.E001", f"{place}缺少 {'、'.join(missing)}", "请补上所缺字段")
    if unknown := sorted(value.keys() - needed - optional):
        raise Fault("draw.E001", f"{place}有不认识的字段 {'、'.join(unknown)[:80]}", "请删去或改正字段名")
    return Fields(value, place)
