"""Full text of all kinds in either database: the same terms, the same answers, the last written first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

MARK = "\ue000"
"""Begins a term that no reader can type: a private character, which the words of a query never contain."""
LAST = 2**62


@dataclass(frozen=True)
class Dialect:
    """How one database writes the question and its terms."""

    search: str
    term: str
    beginning: str
    both: str
    either: str

    def all_of(self, terms: Iterable[str]) -> str:
        """A single character is looked up as the beginning of a term."""
        return self.both.join((self.beginning if len(t) == 1 else self.term).format(t) for t in terms)

    def any_of(self, terms: Iterable[str]) -> str:
        return "(" + self.either.join(self.term.format(term) for term in terms) + ")"


DIALECTS = {
    "sqlite": Dialect(
        "SELECT rowid FROM search_gram WHERE search_gram MATCH %s AND rowid < %s"
        " ORDER BY rowid DESC LIMIT %s",
        '"{}"', '"{}"*', " AND ", " OR ",
    ),
    "postgresql": Dialect(
        "SELECT record_id FROM search_gram WHERE grams @@ %s::tsquery AND record_id < %s"
        " ORDER BY record_id DESC LIMIT %s",
        "'{}'", "'{}':*", " & ", " | ",
    ),
}  # fmt: skip


def marks(*words: str) -> list[str]:
    """The terms of filters.

    >>> marks("case") == [MARK + "case"]
    True
    """
    return [MARK + word for word in words]


def find(terms: Sequence[str], circles: Iterable[str] | None, before: int, limit: int) -> list[int]:
    """Ids of records below ``before`` that have every term, and one of the circles where these are given."""
    dialect = DIALECTS[connection.vendor]
    query = dialect.all_of(terms)
    if circles is not None:
        query += dialect.both + dialect.any_of(sorted(circles))
    with connection.cursor() as cursor:
        cursor.execute(dialect.search, [query, before, limit])
        return [number for (number,) in cursor.fetchall()]


def add(rows: Sequence[tuple[int, str]]) -> None:
    """Make records findable by their terms, written with spaces between."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy("COPY search_gram (record_id, grams) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany("INSERT INTO search_gram (rowid, grams) VALUES (%s, %s)", rows)


def remove(rows: Sequence[tuple[int, str]]) -> None:
    """Take records out again; FTS5 keeps no text and must be told what it indexed."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM search_gram WHERE record_id = ANY(%s)", [[n for n, _ in rows]])
        else:
            delete = "INSERT INTO search_gram (search_gram, rowid, grams) VALUES ('delete', %s, %s)"
            cursor.executemany(delete, rows)
