"""Each edition keeps the term it was put in force for; adding empty columns leaves its triggers in place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("duties", "0002_append_only")]

    operations = [
        migrations.AddField("edition", "ends_on", models.DateField(null=True, verbose_name="期间止")),
        migrations.AddField("edition", "starts_on", models.DateField(null=True, verbose_name="期间起")),
    ]
