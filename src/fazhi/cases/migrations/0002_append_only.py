from django.db import migrations

from fazhi.cases import append_only


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(append_only.TABLES.install, append_only.TABLES.remove)]
