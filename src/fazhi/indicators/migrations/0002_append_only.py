from django.db import migrations

from fazhi.indicators import append_only


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_initial")]
    operations = [migrations.RunPython(append_only.TABLES.install, append_only.TABLES.remove)]
