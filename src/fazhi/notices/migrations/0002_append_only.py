from django.db import migrations

from fazhi.notices import append_only


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]
    operations = [migrations.RunPython(append_only.TABLES.install, append_only.TABLES.remove)]
