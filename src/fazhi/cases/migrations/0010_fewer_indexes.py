from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SPARED = {
    "cases_act": ("case_id",),
    "cases_case": ("organ_id", "sent_to_id"),
    "cases_clock": ("case_id",),
    "cases_secret": ("act_id",),
}
"""Columns that have an index of their own beside a longer one that begins with them."""
PATTERNS = "_like"
"""How the second index of a text on PostgreSQL is named, which only a search for its beginning would ask."""


def spare(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop them by themselves: SQLite would make the tables anew and lose their triggers."""
    connection = editor.connection
    for table, columns in SPARED.items():
        with connection.cursor() as cursor:
            found = connection.introspection.get_constraints(cursor, table)
        for name, one in found.items():
            own = len(one["columns"]) == 1 and one["columns"][0] in columns
            if one["index"] and not one["unique"] and (own or name.endswith(PATTERNS)):
                editor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_erasures")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(spare, migrations.RunPython.noop)],
            state_operations=[
                migrations.AlterField(
                    "act",
                    "case",
                    models.ForeignKey("cases.case", models.PROTECT, related_name="acts", db_index=False),
                ),
                migrations.AlterField(
                    "case",
                    "organ",
                    models.ForeignKey("office.organ", models.PROTECT, related_name="cases", db_index=False),
                ),
                migrations.AlterField(
                    "case",
                    "sent_to",
                    models.ForeignKey(
                        "office.organ",
                        models.PROTECT,
                        null=True,
                        related_name="cases_sent",
                        verbose_name="移送机关",
                        db_index=False,
                    ),
                ),
                migrations.AlterField(
                    "clock",
                    "case",
                    models.ForeignKey("cases.case", models.CASCADE, related_name="clocks", db_index=False),
                ),
                migrations.AlterField(
                    "secret",
                    "act",
                    models.ForeignKey("cases.act", models.PROTECT, related_name="secrets", db_index=False),
                ),
            ],
        ),
    ]
