"""One cell of a list as its column wants it, or refused with what to write instead."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from fazhi.fault import Fault
from fazhi.office.resolution import Directory
from fazhi.packs.register_entry import Column, Kind

Raw = str | int | float | date | None
Value = str | int | float
LONGEST = 20_000
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read(column: Column, raw: Raw, directory: Directory | None) -> Value | None:
    """The value of a cell, ``None`` where it is empty and may be.

    ``directory`` knows the organs of the district; without one (a superior's list) names stay as written.
    Raises ``Fault`` registers.E020 … E025.
    """
    text = words(raw)
    if not text:
        if column.required:
            raise Fault("registers.E020", "没有填写", "请填写；这一栏必填")
        return None
    if len(text) > LONGEST or CONTROL.search(text):
        raise Fault("registers.E025", f"超过{LONGEST}字或者含有无效字符", "请精简文字，删去无法显示的字符")
    if column.kind is Kind.ORGAN:
        return _organ(text, directory)
    return READERS.get(column.kind, _text)(column, text, raw)


def words(raw: Raw) -> str:
    """A cell as text: days as 2024-02-06, whole numbers without a point.

    >>> words(date(2024, 2, 6)), words(3.0), words(" 甲　\\n")
    ('2024-02-06', '3', '甲')
    """
    if isinstance(raw, datetime):
        return raw.date().isoformat()
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw).replace("\r\n", "\n").strip() if raw is not None else ""


def day(raw: Raw) -> date | None:
    """A day as people write it; ``None`` for an empty cell, ``Fault`` registers.E022 for what is no day.

    >>> day("2024年2月6日"), day("")
    (datetime.date(2024, 2, 6), None)
    """
    if not (text := words(raw)):
        return None
    found = DAY.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else _refuse_day(text)
    except ValueError:
        return _refuse_day(text)


def _refuse_day(text: str) -> date:
    raise Fault("registers.E022", f"“{text}”不是日期", "请写成 2024-02-06 的形式")


def _text(_column: Column, text: str, _raw: Raw) -> Value:
    return text


def _choice(column: Column, text: str, _raw: Raw) -> Value:
    if text not in column.choices:
        raise Fault("registers.E021", f"“{text}”不是可选项", f"请从 {'、'.join(column.choices)} 中选择")
    return text


def _date(_column: Column, _text: str, raw: Raw) -> Value:
    found = day(raw)
    assert found
    return found.isoformat()


def _number(_column: Column, text: str, _raw: Raw) -> Value:
    try:
        number = Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise Fault("registers.E023", f"“{text}”不是数字", "请只写数字，单位写在备注")
    return int(number) if number == number.to_integral_value() else float(number)


def _organ(text: str, directory: Directory | None) -> str:
    if directory is None:
        return text
    found = directory.resolve(text)
    if len(found.organs) != 1 or found.group:
        raise Fault("registers.E024", f"没有名为“{text}”的单位", "请写本区一个单位的名称或者全称")
    return found.organs[0].name


READERS: dict[Kind, Callable[[Column, str, Raw], Value]] = {
    Kind.CHOICE: _choice,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
}
