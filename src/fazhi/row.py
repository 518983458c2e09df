"""Rows written with every act, in SQL that is written once per table: Django writes it anew for each row.

No signals are sent and no model's own ``save`` runs: for models that have neither.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, Model

Fields = tuple["Field[Any, Any]", ...]
Names = tuple[str, ...]


def insert(row: Model) -> None:
    """Store a new row; a key that the database counts is read back."""
    fields = _fields(type(row), counted=row.pk is None)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_insertion(type(row), fields), _values(row, fields))
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def update(row: Model, names: Names) -> None:
    """Store the named fields of a row that is there."""
    fields = _named(type(row), names)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_change(type(row), fields), [*_values(row, fields), row.pk])


def put(rows: Sequence[Model], unique: Names, names: Names) -> None:
    """Store rows of one model, in place of those that have the same ``unique`` fields, if there are any."""
    if not rows:
        return
    model = type(rows[0])
    fields = _fields(model, counted=True)
    sql = _placing(model, fields, _named(model, unique), _named(model, names), len(rows))
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(sql, [value for row in rows for value in _values(row, fields)])


@lru_cache
def _fields(model: type[Model], *, counted: bool) -> Fields:
    """The columns of a new row; the key is not among them where the database counts it."""
    concrete = cast(Fields, tuple(model._meta.concrete_fields))
    return tuple(one for one in concrete if not (counted and one.primary_key))


@lru_cache
def _named(model: type[Model], names: Names) -> Fields:
    return tuple(cast("Field[Any, Any]", model._meta.get_field(name)) for name in names)


def _values(row: Model, fields: Fields) -> list[Any]:
    database = connections[DEFAULT_DB_ALIAS]
    return [one.get_db_prep_save(getattr(row, one.attname), database) for one in fields]


@lru_cache
def _insertion(model: type[Model], fields: Fields) -> str:
    key = _quoted(model._meta.pk)
    return f"{_into(model, fields)} VALUES {_places(fields)} RETURNING {key}"


@lru_cache
def _change(model: type[Model], fields: Fields) -> str:
    key = _quoted(model._meta.pk)
    changed = ", ".join(f"{_quoted(one)} = %s" for one in fields)
    return f'UPDATE "{model._meta.db_table}" SET {changed} WHERE {key} = %s'


@lru_cache
def _placing(model: type[Model], fields: Fields, unique: Fields, changed: Fields, count: int) -> str:
    rows = ", ".join([_places(fields)] * count)
    news = ", ".join(f"{_quoted(one)} = EXCLUDED.{_quoted(one)}" for one in changed)
    return f"{_into(model, fields)} VALUES {rows} ON CONFLICT ({_list(unique)}) DO UPDATE SET {news}"


def _into(model: type[Model], fields: Fields) -> str:
    return f'INSERT INTO "{model._meta.db_table}" ({_list(fields)})'


def _list(fields: Fields) -> str:
    return ", ".join(map(_quoted, fields))


def _places(fields: Iterable[object]) -> str:
    return f"({', '.join('%s' for _ in fields)})"


def _quoted(field: "Field[Any, Any]") -> str:
    return f'"{field.column}"'
