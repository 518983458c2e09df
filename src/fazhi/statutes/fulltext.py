"""Full text in either database: the same bigrams, the same answers."""

from collections.abc import Iterable, Sequence

from django.db import connection

from fazhi.bigram import index_terms, query_terms

Row = tuple[int, str]
"""Id and text of an article."""

ADD = {
    "sqlite": "INSERT INTO statutes_gram (rowid, grams) VALUES (%s, %s)",
    "postgresql": (
        "INSERT INTO statutes_gram (article_id, grams) VALUES (%s, array_to_tsvector(%s::text[]))"
        " ON CONFLICT (article_id) DO UPDATE SET grams = excluded.grams"
    ),
}
REMOVE = {
    "sqlite": "INSERT INTO statutes_gram (statutes_gram, rowid, grams) VALUES ('delete', %s, %s)",
    "postgresql": "DELETE FROM statutes_gram WHERE article_id = %s AND %s::text[] IS NOT NULL",
}
FIND = {
    "sqlite": (
        "SELECT a.id FROM statutes_gram g JOIN statutes_article a ON a.id = g.rowid"
        " WHERE statutes_gram MATCH %s{confirm} ORDER BY g.rowid DESC LIMIT %s"
    ),
    "postgresql": (
        "SELECT a.id FROM statutes_gram g JOIN statutes_article a ON a.id = g.article_id"
        " WHERE g.grams @@ %s::tsquery{confirm} ORDER BY a.id DESC LIMIT %s"
    ),
}
CONFIRM = {"sqlite": " AND instr(a.text, %s) > 0", "postgresql": " AND strpos(a.text, %s) > 0"}


def add(rows: Iterable[Row]) -> None:
    """Make articles findable."""
    _write(ADD[connection.vendor], rows)


def remove(rows: Iterable[Row]) -> None:
    """Take articles out again; FTS5 keeps no text and must be told what it indexed."""
    _write(REMOVE[connection.vendor], rows)


def _write(sql: str, rows: Iterable[Row]) -> None:
    terms = ((number, sorted(index_terms(text))) for number, text in rows)
    as_text = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(number, " ".join(t) if as_text else t) for number, t in terms])


def find(words: Sequence[str], limit: int) -> list[int]:
    """Ids of articles that contain every word, the last imported first; none where no word has a letter."""
    terms = [term for word in words for term in query_terms(word)]
    if not terms:
        return []
    vendor = connection.vendor
    sql = FIND[vendor].format(confirm=CONFIRM[vendor] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(sql, [_query(vendor, terms), *words, limit])
        return [number for (number,) in cursor.fetchall()]


def _query(vendor: str, terms: Iterable[str]) -> str:
    if vendor == "sqlite":
        return " ".join(f'"{term}"' + ("*" if len(term) == 1 else "") for term in dict.fromkeys(terms))
    return " & ".join(f"'{term}'" + (":*" if len(term) == 1 else "") for term in dict.fromkeys(terms))
