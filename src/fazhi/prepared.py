"""Questions asked with every act: Django takes longer to write their SQL than the database to answer them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.expressions import Col

from fazhi import statement
from fazhi.statement import Statement

Value = int | str
M = TypeVar("M", bound=Model)
STANDS: Mapping[type[Value], Callable[[int], Value]] = {
    int: lambda n: 9_000_000_000_000_000 + n,
    str: lambda n: f"\0{n}",
}
"""What stands for a value while the SQL is written; no key is ever so large, and no text holds a NUL."""


@dataclass(frozen=True)
class Written:
    """The SQL of a query, its parameters, which of them give way to which value, and how to read its rows."""

    text: str
    given: tuple[Any, ...]
    places: Mapping[int, int]
    columns: tuple[Col, ...]
    conversions: tuple[tuple[int, Callable[..., Any]], ...]
    """Columns by their places that the database gives in another form than the model holds them in."""

    def filled(self, values: tuple[Value, ...]) -> list[Any]:
        """The parameters with the values at hand."""
        return [values[self.places[n]] if n in self.places else one for n, one in enumerate(self.given)]

    def converted(self, row: tuple[Any, ...]) -> list[Any]:
        """A row as the model holds it."""
        found, database = list(row), connections[DEFAULT_DB_ALIAS]
        for n, convert in self.conversions:
            found[n] = convert(found[n], self.columns[n], database)
        return found


class Prepared(Generic[M]):
    """A queryset built from some values, whose SQL is written once for each number of them.

    ``build`` must put its values into the query as they are, and nothing else that changes.
    """

    def __init__(self, build: Callable[..., QuerySet[M, Any]]) -> None:
        self._build = build

    def rows(self, *values: Value) -> list[tuple[Any, ...]]:
        """The rows as the database gives them: for columns that need no conversion."""
        written = self._written(values)
        return statement.rows(Statement(written.text, written.filled(values)))

    def objects(self, *values: Value) -> list[M]:
        """The same as objects of the model: for a query of all its columns."""
        written, rows = self._written(values), self.rows(*values)
        model = cast(type[M], written.columns[0].target.model)
        names = [one.target.attname for one in written.columns] if rows else ()
        return [model.from_db(DEFAULT_DB_ALIAS, names, written.converted(row)) for row in rows]

    def _written(self, values: tuple[Value, ...]) -> Written:
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        return _written(self._build, tuple(map(type, values)), vendor)


@lru_cache(maxsize=256)
def _written(
    build: Callable[..., QuerySet[Any, Any]], kinds: tuple[type[Value], ...], _vendor: str
) -> Written:
    stands = {STANDS[kind](n): n for n, kind in enumerate(kinds)}
    compiler = build(*stands).query.get_compiler(DEFAULT_DB_ALIAS)
    text, given = compiler.as_sql()
    places = {n: stands[one] for n, one in enumerate(given) if one in stands}
    columns = tuple(one for one, _, _ in compiler.select)
    converters = compiler.get_converters(columns).items()
    conversions = tuple((n, one) for n, (found, _) in converters for one in found)
    return Written(text, given, places, columns, conversions)
