"""Everything counts as changed: after a migration, and when an operator doubts the index."""

from typing import Any

from django.db import connection, transaction

from fazhi.search import watching
from fazhi.search.source import sources

ALL = "INSERT INTO search_stale (kind, key) SELECT '{kind}', id FROM {table}"
INDEXED = "INSERT INTO search_stale (kind, key) SELECT kind, key FROM search_record"


def after_migration(plan: Any = (), **_: Any) -> None:
    """Watch every source's tables again: a migration may have made them anew and changed what is in them."""
    for source in sources().values():
        watching.install(source)
    if plan:
        mark_all()


@transaction.atomic
def mark_all() -> None:
    """Note everything there is, and everything the index holds, as changed."""
    with connection.cursor() as cursor:
        for source in sources().values():
            cursor.execute(ALL.format(kind=source.kind, table=source.table))
        cursor.execute(INDEXED)
