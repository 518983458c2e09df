"""A record as plain JSON data and back: what is stored, exchanged and hashed is this."""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fazhi.fault import Fault
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.person import Person, Qualification
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value

Data = Mapping[str, Any]
KNOWN = frozenset(field.name for field in fields(Record))
ALWAYS = ("act", "by")
DECIMAL = re.compile(r"-?\d{1,30}(\.\d{1,30})?", re.ASCII)


def as_json(record: Record) -> dict[str, Any]:
    """The record in text, whole numbers and booleans only; what is empty is left out but for act and people.

    >>> from datetime import date, datetime
    >>> as_json(Record("receive", (), date(2026, 3, 2), datetime(2026, 3, 2, 9), {"fee": Decimal("1.50")}))
    {'act': 'receive', 'by': [], 'happened_on': '2026-03-02', 'recorded_at': '2026-03-02T09:00:00', \
'facts': {'fee': '1.5'}}
    """
    held: dict[str, Any] = {
        "act": record.act,
        "by": [person_as_json(person) for person in record.by],
        "happened_on": record.happened_on.isoformat(),
        "recorded_at": record.recorded_at.isoformat(),
        "facts": {name: plain(value) for name, value in record.facts.items()},
        "documents": list(record.documents),
        "corrects": record.corrects,
        "instead_on": record.instead_on and record.instead_on.isoformat(),
        "reason": record.reason,
        "cases": list(record.cases),
    }
    return {n: value for n, value in held.items() if value not in (None, "", [], {}) or n in ALWAYS}


def from_json(data: Data, edition: Edition) -> Record:
    """The record that plain data give, its facts typed as the edition types them; ``Fault`` where it is none.

    A value of another kind than its fact's stays as it is written, for ``refusals`` to say what is wrong.
    """
    if not isinstance(data, Mapping) or (strange := sorted(map(str, data.keys() - KNOWN))):
        raise unreadable(f"不认识“{'、'.join(strange)}”" if isinstance(data, Mapping) else "不是一组字段")
    instead, corrects = data.get("instead_on"), data.get("corrects")
    return Record(
        act=text(data, "act"),
        by=tuple(person_from_json(one) for one in items(data, "by")),
        happened_on=day("happened_on", data.get("happened_on")),
        recorded_at=_instant("recorded_at", data.get("recorded_at")),
        facts={n: fact(edition, n, v) for n, v in mapping("facts", data.get("facts", {})).items()},
        documents=texts(data, "documents"),
        corrects=None if corrects is None else _number("corrects", corrects),
        instead_on=None if instead is None else day("instead_on", instead),
        reason=text(data, "reason", ""),
        cases=texts(data, "cases"),
    )


def fact(edition: Edition, name: str, value: Any) -> Value:
    """A fact's value as the edition types it; one that it does not know stays as it is written."""
    if not isinstance(value, bool | int | str):
        raise unreadable(f"{name} 的值 {value!r} 不是文字、整数或者是否")
    kind = edition.fact[name].kind if name in edition.fact else FactKind.TEXT
    if kind is FactKind.DATE:
        return day(name, value)
    if kind is FactKind.NUMBER and isinstance(value, str) and DECIMAL.fullmatch(value):
        return Decimal(value)
    return value


def plain(value: Value) -> bool | int | str:
    """A value in JSON; equal numbers are written alike, so that equal records have equal bytes."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return int(value) if whole else f"{value.normalize():f}"
    return value if isinstance(value, bool | int | str) else value.isoformat()


def person_as_json(person: Person) -> dict[str, Any]:
    """A person as they stood when they acted."""
    held = [_qualification(one) for one in person.qualifications]
    written: dict[str, Any] = {"id": person.id, "posts": sorted(person.posts)}
    written |= {"qualifications": held} if held else {}
    return written | ({"lent": dict(person.lent)} if person.lent else {})


def person_from_json(data: Any) -> Person:
    """The person that plain data give."""
    known = mapping("by", data)
    held = (mapping("qualifications", one) for one in items(known, "qualifications"))
    qualifications = tuple(
        Qualification(text(one, "name"), _end(one, "since"), _end(one, "until")) for one in held
    )
    lent = mapping("lent", known.get("lent", {}))
    posts = tuple((post, text(lent, post)) for post in sorted(lent))
    return Person(text(known, "id"), frozenset(texts(known, "posts")), qualifications, posts)


def _qualification(held: Qualification) -> dict[str, str]:
    days = {"since": held.since, "until": held.until}
    return {"name": held.name} | {name: when.isoformat() for name, when in days.items() if when}


def unreadable(wrong: str) -> Fault:
    """What is told about data that are no record."""
    return Fault("procedure.E040", f"不是行为记录的写法：{wrong}", "请按台账导出的格式填写")


def items(data: Data, name: str) -> list[Any] | tuple[Any, ...]:
    """The entries of a list; empty where it is not there."""
    found = data.get(name, ())
    if not isinstance(found, list | tuple):
        raise unreadable(f"{name} 应为列表")
    return found


def text(data: Data, name: str, default: str | None = None) -> str:
    """A text under a name; the default where it is not there."""
    found = data.get(name, default)
    if not isinstance(found, str):
        raise unreadable(f"{name} 应为文字")
    return found


def texts(data: Data, name: str) -> tuple[str, ...]:
    """A list of texts under a name; empty where it is not there."""
    found = tuple(items(data, name))
    if not all(isinstance(one, str) for one in found):
        raise unreadable(f"{name} 应为文字的列表")
    return found


def mapping(name: str, value: Any) -> Data:
    """Named fields."""
    if not isinstance(value, Mapping):
        raise unreadable(f"{name} 应为一组字段")
    return value


def _number(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise unreadable(f"{name} 应为整数")
    return value


def day(name: str, value: Any) -> date:
    """A day in ISO form."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise unreadable(f"{name} 的值 {value!r} 不是 2026-03-02 这样的日期") from None


def _instant(name: str, value: Any) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise unreadable(f"{name} 的值 {value!r} 不是 2026-03-02T09:00:00 这样的时间") from None


def _end(data: Data, name: str) -> date | None:
    return day(name, data[name]) if name in data else None
