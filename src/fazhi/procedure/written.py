"""A record as plain JSON data and back: what is stored, exchanged and hashed is this."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from fazhi.fault import Fault
from fazhi.procedure.edition import Edition
from fazhi.procedure.fact import FactKind
from fazhi.procedure.person import Person, Qualification
from fazhi.procedure.record import Record
from fazhi.procedure.value import Value

Data = Mapping[str, Any]


def as_json(record: Record) -> dict[str, Any]:
    """The record in text, whole numbers and booleans only; what is empty is left out."""
    held: dict[str, Any] = {
        "act": record.act,
        "by": [_person(person) for person in record.by],
        "happened_on": record.happened_on.isoformat(),
        "recorded_at": record.recorded_at.isoformat(),
        "facts": {name: _value(value) for name, value in record.facts.items()},
        "documents": list(record.documents),
        "corrects": record.corrects,
        "instead_on": record.instead_on and record.instead_on.isoformat(),
        "reason": record.reason,
    }
    return {name: value for name, value in held.items() if value not in (None, "", [], {}) or name == "by"}


def from_json(data: Data, edition: Edition) -> Record:
    """The record that plain data give, its facts typed by the edition; ``Fault`` where it is none."""
    try:
        return _record(data, edition)
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        wrong = f"不是行为记录的写法：{error}"
        raise Fault("procedure.E040", wrong, "请按台账导出的格式填写") from None


def _record(data: Data, edition: Edition) -> Record:
    instead = data.get("instead_on")
    return Record(
        act=str(data["act"]),
        by=tuple(_person_from(one) for one in data["by"]),
        happened_on=date.fromisoformat(data["happened_on"]),
        recorded_at=datetime.fromisoformat(data["recorded_at"]),
        facts={name: fact(edition, name, value) for name, value in data.get("facts", {}).items()},
        documents=tuple(map(str, data.get("documents", ()))),
        corrects=data.get("corrects"),
        instead_on=date.fromisoformat(instead) if instead else None,
        reason=str(data.get("reason", "")),
    )


def fact(edition: Edition, name: str, value: Any) -> Value:
    """A fact's value as the edition types it; one that it does not know stays as it is written."""
    kind = edition.fact[name].kind if name in edition.fact else FactKind.TEXT
    if kind is FactKind.DATE:
        return date.fromisoformat(value)
    if kind is FactKind.NUMBER and isinstance(value, str):
        return Decimal(value)
    if not isinstance(value, bool | int | str):
        raise ValueError(f"{name} 的值 {value!r}")
    return value


def _value(value: Value) -> bool | int | str:
    return value if isinstance(value, bool | int | str) else str(value)


def _person(person: Person) -> dict[str, Any]:
    held = [_qualification(one) for one in person.qualifications]
    written: dict[str, Any] = {"id": person.id, "posts": sorted(person.posts)}
    return {**written, "qualifications": held} if held else written


def _qualification(held: Qualification) -> dict[str, str]:
    days = {"since": held.since, "until": held.until}
    return {"name": held.name} | {name: day.isoformat() for name, day in days.items() if day}


def _person_from(data: Data) -> Person:
    held = tuple(
        Qualification(one["name"], *(_day(one.get(end)) for end in ("since", "until")))
        for one in data.get("qualifications", ())
    )
    return Person(str(data["id"]), frozenset(map(str, data["posts"])), held)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
