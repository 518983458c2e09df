"""What was done cannot be rewritten, not even around the actions: the database refuses."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from fazhi.duties import append_only
from fazhi.duties.models import Edition, Evidence, Occurrence, Step
from tests.conftest import Personas
from tests.duties.test_supervision import answered


@pytest.mark.parametrize("table", [Step, Evidence, Edition])
def test_recorded_rows_can_be_neither_changed_nor_deleted(
    occurrence: Occurrence, personas: Personas, table: type[models.Model]
) -> None:
    answered(occurrence, personas.clerk)
    row = table._default_manager.first()
    assert row is not None
    name = connection.ops.quote_name(table._meta.db_table)
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    last = "REPLACE INTO {0} SELECT * FROM {0}" if connection.vendor == "sqlite" else "TRUNCATE {0} CASCADE"
    for statement in ("UPDATE {0} SET id = id", "DELETE FROM {0}", last):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(statement.format(name))
    assert table._default_manager.filter(pk=row.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_the_refusal_can_be_lifted_and_put_back(occurrence: Occurrence, personas: Personas) -> None:
    answered(occurrence, personas.clerk)
    with connection.schema_editor() as editor:
        append_only.TABLES.remove(None, editor)
    Step.objects.update(text="改写")
    with connection.schema_editor() as editor:
        append_only.TABLES.install(None, editor)
    with pytest.raises(DatabaseError, match="append-only"):
        Step.objects.update(text="再改写")
