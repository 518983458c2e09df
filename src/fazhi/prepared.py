"""Questions asked with every act: Django takes longer to write their SQL than the database to answer them."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Build = Callable[..., QuerySet[Any, Any]]
Value = int | str
STANDS: Mapping[type[Value], Callable[[int], Value]] = {
    int: lambda n: 9_000_000_000_000_000 + n,
    str: lambda n: f"\0{n}",
}
"""What stands for a value while the SQL is written; no key is ever so large, and no text holds a NUL."""


class Prepared:
    """A queryset built from some values, whose SQL is written once for each number of them.

    ``build`` must put its values into the query as they are, and nothing else that changes.
    """

    def __init__(self, build: Build) -> None:
        self._build = build

    def sql(self, *values: Value) -> tuple[str, list[Any]]:
        """The SQL with its parameters, as ``Model.objects.raw`` takes them."""
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        text, given, places = _written(self._build, tuple(map(type, values)), vendor)
        return text, [values[places[n]] if n in places else one for n, one in enumerate(given)]

    def rows(self, *values: Value) -> list[tuple[Any, ...]]:
        """The rows as the database gives them: for columns that need no conversion."""
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute(*self.sql(*values))
            return list(cursor.fetchall())


@lru_cache(maxsize=256)
def _written(
    build: Build, kinds: tuple[type[Value], ...], _vendor: str
) -> tuple[str, tuple[Any, ...], Mapping[int, int]]:
    """The SQL, its parameters, and which of them are to be replaced by which value."""
    stands = {STANDS[kind](n): n for n, kind in enumerate(kinds)}
    text, given = build(*stands).query.sql_with_params()
    return text, given, {n: stands[one] for n, one in enumerate(given) if one in stands}
