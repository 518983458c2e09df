from django.db import migrations

from fazhi.chapters.decisions.hearing import append_only


class Migration(migrations.Migration):
    dependencies = [("hearing", "0001_initial")]
    operations = [migrations.RunPython(append_only.TABLES.install, append_only.TABLES.remove)]
