from django.db import migrations, models

from fazhi.office.append_only import AppendOnly

STEPS = AppendOnly(("duties_step",))
"""SQLite makes the table anew to change a column, and loses the refusals on it."""


class Migration(migrations.Migration):
    dependencies = [("duties", "0003_edition_term"), ("office", "0001_initial")]
    operations = [
        migrations.RunPython(STEPS.remove, STEPS.install),
        migrations.AlterField(
            "step", "person", models.ForeignKey(null=True, on_delete=models.PROTECT, to="office.person")
        ),
        migrations.RunPython(STEPS.install, STEPS.remove),
    ]
