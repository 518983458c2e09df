"""Full text in either database: the same bigrams, the same answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from fazhi.bigram import index_terms, query_terms

Row = tuple[int, str]
"""Id and text of an article."""
FTS5 = (
    "SELECT a.id FROM statutes_gram g JOIN statutes_article a ON a.id = g.rowid"
    " WHERE statutes_gram MATCH %s{confirm} ORDER BY g.rowid DESC LIMIT %s"
)
TSVECTOR = (
    "SELECT g.id FROM (SELECT article_id AS id FROM statutes_gram WHERE grams @@ %s::tsquery"
    " ORDER BY article_id DESC {window}) g JOIN statutes_article a ON a.id = g.id"
    " WHERE true{confirm} ORDER BY g.id DESC LIMIT %s"
)
"""The matches in order before their texts are read, so that no more texts are read than are wanted."""
WINDOWS = ("LIMIT 1000", "OFFSET 0")
"""First the latest matches, walked backwards for a common word; where too few of them hold, all there are."""


@dataclass(frozen=True)
class Dialect:
    """How one database writes the query: the search, its terms, and the confirmation on the plain text."""

    search: str
    term: str
    beginning: str
    conjunction: str
    confirm: str
    windows: tuple[str, ...] = ("",)
    """Parts of the matches to look in, the next where one gave too few."""

    def query(self, terms: Iterable[str]) -> str:
        """The terms as the database's own query; a single character is the beginning of a term."""
        forms = {1: self.beginning, 2: self.term}
        return self.conjunction.join(forms[len(term)].format(term) for term in terms)

    def sql(self, words: int, window: str) -> str:
        return self.search.format(confirm=self.confirm * words, window=window)


DIALECTS = {
    "sqlite": Dialect(FTS5, '"{}"', '"{}"*', " ", " AND instr(a.text, %s) > 0"),
    "postgresql": Dialect(TSVECTOR, "'{}'", "'{}':*", " & ", " AND strpos(a.text, %s) > 0", WINDOWS),
}


def find(words: Sequence[str], limit: int) -> list[int]:
    """Ids of articles that contain every word, the last imported first; none where no word has a letter."""
    terms = list(dict.fromkeys(term for word in words for term in query_terms(word)))
    if not terms:
        return []
    dialect = DIALECTS[connection.vendor]
    found: list[int] = []
    with connection.cursor() as cursor:
        for window in dialect.windows:
            cursor.execute(dialect.sql(len(words), window), [dialect.query(terms), *words, limit])
            found = [number for (number,) in cursor.fetchall()]
            if len(found) == limit:
                break
    return found


def add(rows: Sequence[Row]) -> None:
    """Make articles findable; PostgreSQL takes them by COPY, twice as fast as by INSERT."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy("COPY statutes_gram (article_id, grams) FROM STDIN") as copy:
                for number, text in rows:
                    copy.write_row((number, _grams(text)))
        else:
            insert = "INSERT INTO statutes_gram (rowid, grams) VALUES (%s, %s)"
            cursor.executemany(insert, [(number, _grams(text)) for number, text in rows])


def remove(rows: Sequence[Row]) -> None:
    """Take articles out again; FTS5 keeps no text and must be told what it indexed."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM statutes_gram WHERE article_id = ANY(%s)", [[n for n, _ in rows]])
        else:
            delete = "INSERT INTO statutes_gram (statutes_gram, rowid, grams) VALUES ('delete', %s, %s)"
            cursor.executemany(delete, [(number, _grams(text)) for number, text in rows])


def _grams(text: str) -> str:
    return " ".join(index_terms(text))
