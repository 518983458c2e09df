"""The articles of an edition written at once, the way that each database takes many rows fastest."""

from collections.abc import Iterator

from django.db import connection

from fazhi.law.statute_text import StatuteText
from fazhi.statutes.models import Article, Edition

COPY = "COPY statutes_article (edition_id, number, inserted, headings, text) FROM STDIN"


def write(edition: Edition, text: StatuteText) -> None:
    """The articles of a new edition; PostgreSQL takes them by COPY, in a third of the time of INSERT."""
    if connection.vendor == "postgresql":
        _copy(edition, text)
    else:
        Article.objects.bulk_create(_rows(edition, text))


def _copy(edition: Edition, text: StatuteText) -> None:
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for row in _rows(edition, text):
            copy.write_row((edition.pk, row.number, row.inserted, row.headings, row.text))


def _rows(edition: Edition, text: StatuteText) -> Iterator[Article]:
    for article in text.articles:
        number, headings = article.number, "\n".join(article.headings)
        yield Article(
            edition=edition, number=number.number, inserted=number.inserted,
            headings=headings, text=article.text,
        )  # fmt: skip
