"""Rows written with every act, in SQL that is written once per table: Django writes it anew for each row.

No signals are sent and no model's own ``save`` runs: for models that have neither.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Field, Model

from fazhi import statement
from fazhi.statement import Statement

Fields = tuple["Field[Any, Any]", ...]
Names = tuple[str, ...]
BATCH = 2_000


def insert(row: Model, *others: Statement) -> None:
    """Store a new row, after what ``others`` write; a key that the database counts is read back."""
    one = inserting(row)
    key = _quoted(type(row)._meta.pk)
    ((row.pk,),) = statement.rows(*others, Statement(f"{one.sql} RETURNING {key}", one.values))
    row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def inserting(row: Model) -> Statement:
    """What stores a new row."""
    fields = _fields(type(row), counted=row.pk is None)
    return Statement(_insertion(type(row), fields), _values(row, fields))


def updating(row: Model, names: Names) -> Statement:
    """What stores the named fields of a row that is there."""
    fields = _named(type(row), names)
    return Statement(_change(type(row), fields), [*_values(row, fields), row.pk])


def putting(rows: Sequence[Model], unique: Names, names: Names) -> tuple[Statement, ...]:
    """What stores rows of one model, in place of those with the same ``unique`` fields; nothing for none."""
    if not rows:
        return ()
    model = type(rows[0])
    fields = _fields(model, counted=True)
    source = _source(rows, fields)
    sql = _placing(model, fields, source.sql, _named(model, unique), _named(model, names))
    return (Statement(sql, source.values),)


def insert_all(rows: Sequence[Model]) -> None:
    """Store many new rows of one model; keys that the database counts are read back."""
    for first in range(0, len(rows), BATCH):
        some = rows[first : first + BATCH]
        if _postgres():
            _insert_some(some)
        else:
            type(some[0])._default_manager.bulk_create(some)


def _insert_some(rows: Sequence[Model]) -> None:
    model = type(rows[0])
    fields = _fields(model, counted=rows[0].pk is None)
    source = _source(rows, fields)
    sql = f"{_into(model, fields)} {source.sql} RETURNING {_quoted(model._meta.pk)}"
    found = statement.rows(Statement(sql, source.values))
    for row, (key,) in zip(rows, found, strict=True):
        row.pk = key
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def add(row: Model, unique: Names, name: str) -> int:
    """Count up a number by that of the row, from nothing where there is no row with its ``unique`` fields."""
    model = type(row)
    fields, (number,) = _fields(model, counted=True), _named(model, (name,))
    sql = _adding(model, fields, _named(model, unique), number)
    ((found,),) = statement.rows(Statement(sql, _values(row, fields)))
    return int(found)


def _source(rows: Sequence[Model], fields: Fields) -> Statement:
    """Several rows as an insertion takes them.

    PostgreSQL takes a column as one value: so one statement is kept for any number of rows and empty places.
    """
    held = [_values(row, fields) for row in rows]
    if _postgres():
        return Statement(_unnested(fields), [list(one) for one in zip(*held, strict=True)])
    return Statement(
        f"VALUES {', '.join([_places(fields)] * len(held))}", [one for row in held for one in row]
    )


def _postgres() -> bool:
    return connections[DEFAULT_DB_ALIAS].vendor == "postgresql"


@lru_cache
def _unnested(fields: Fields) -> str:
    """Without the lengths of texts: a cast would cut what is longer, and an insertion refuses it."""
    database = connections[DEFAULT_DB_ALIAS]
    kinds = (str(one.db_type(database)).partition("(")[0] for one in fields)
    return f"SELECT * FROM UNNEST({', '.join(f'%s::{kind}[]' for kind in kinds)})"


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
    return f"{_into(model, fields)} VALUES {_places(fields)}"


@lru_cache
def _change(model: type[Model], fields: Fields) -> str:
    key = _quoted(model._meta.pk)
    changed = ", ".join(f"{_quoted(one)} = %s" for one in fields)
    return f'UPDATE "{model._meta.db_table}" SET {changed} WHERE {key} = %s'


@lru_cache
def _placing(model: type[Model], fields: Fields, source: str, unique: Fields, changed: Fields) -> str:
    news = ", ".join(f"{_quoted(one)} = EXCLUDED.{_quoted(one)}" for one in changed)
    return f"{_into(model, fields)} {source} ON CONFLICT ({_list(unique)}) DO UPDATE SET {news}"


@lru_cache
def _adding(model: type[Model], fields: Fields, unique: Fields, number: "Field[Any, Any]") -> str:
    column, table = _quoted(number), model._meta.db_table
    place = f"{_into(model, fields)} VALUES {_places(fields)} ON CONFLICT ({_list(unique)})"
    return f'{place} DO UPDATE SET {column} = "{table}".{column} + EXCLUDED.{column} RETURNING {column}'


def _into(model: type[Model], fields: Fields) -> str:
    return f'INSERT INTO "{model._meta.db_table}" ({_list(fields)})'


def _list(fields: Fields) -> str:
    return ", ".join(map(_quoted, fields))


def _places(fields: Iterable[object]) -> str:
    return f"({', '.join('%s' for _ in fields)})"


def _quoted(field: "Field[Any, Any]") -> str:
    return f'"{field.column}"'
