"""The full-text index: FTS5 in SQLite, a GIN-indexed tsvector in PostgreSQL, one row an article in both."""

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQL = {
    "sqlite": [
        "CREATE VIRTUAL TABLE statutes_gram USING fts5("
        "grams, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 0')",
    ],
    "postgresql": [
        "CREATE TABLE statutes_gram (article_id bigint PRIMARY KEY, grams tsvector NOT NULL)",
        "CREATE INDEX statutes_gram_grams ON statutes_gram USING gin (grams)",
    ],
}


def create(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    for statement in SQL[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    schema_editor.execute("DROP TABLE statutes_gram")


class Migration(migrations.Migration):
    dependencies = [("statutes", "0001_library")]
    operations = [migrations.RunPython(create, drop)]
