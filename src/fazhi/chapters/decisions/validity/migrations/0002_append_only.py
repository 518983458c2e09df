from django.db import migrations

from fazhi.chapters.decisions.validity import append_only


class Migration(migrations.Migration):
    dependencies = [("validity", "0001_initial")]
    operations = [migrations.RunPython(append_only.TABLES.install, append_only.TABLES.remove)]
