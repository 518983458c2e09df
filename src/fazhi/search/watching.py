"""The database notes by triggers what changed, so that no way of writing can forget the index."""

from collections.abc import Iterator

from django.db import connection

from fazhi.search.source import Source, Watch

NOTE = "INSERT INTO search_stale (kind, key) SELECT '{kind}', found.id FROM ({keys}) AS found"
STATEMENTS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN {notes}; RETURN NULL; END $$
"""


def install(source: Source) -> None:
    """The triggers of a source, in place of those that were there."""
    with connection.cursor() as cursor:
        for statement in statements(source, connection.vendor):
            cursor.execute(statement)


def statements(source: Source, vendor: str) -> Iterator[str]:
    """The SQL of it."""
    for watch in source.watches:
        for event, rows in STATEMENTS.items():
            name = f"search_{source.kind}_{watch.table}_{event.lower()}"
            notes = "; ".join(dict.fromkeys(_note(source.kind, watch, row) for row in rows))
            yield from _trigger(vendor, name, f"AFTER {event} ON {watch.table} FOR EACH ROW", notes)


def _note(kind: str, watch: Watch, row: str) -> str:
    return NOTE.format(kind=kind, keys=watch.keys.format(row=row))


def _trigger(vendor: str, name: str, when: str, notes: str) -> Iterator[str]:
    table = when.split()[3]
    if vendor == "postgresql":
        yield FUNCTION.format(name=name, notes=notes)
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {name}()"
    else:
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} {when} BEGIN {notes}; END"
