"""The full-text index: FTS5 in SQLite, a GIN-indexed tsvector in PostgreSQL, one row a record in both."""

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQL = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search_gram USING fts5("
        "grams, content='', columnsize=0, detail=none,"
        " tokenize=\"unicode61 remove_diacritics 0 tokenchars '-'\")",
    ],
    "postgresql": [
        "CREATE TABLE search_gram (record_id bigint PRIMARY KEY, grams tsvector NOT NULL)",
        "CREATE INDEX search_gram_grams ON search_gram USING gin (grams)",
    ],
}


def create(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    for statement in SQL[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    schema_editor.execute("DROP TABLE search_gram")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
