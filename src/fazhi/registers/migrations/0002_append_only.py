from django.db import migrations

from fazhi.registers import append_only


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]
    operations = [migrations.RunPython(append_only.EDITIONS.install, append_only.EDITIONS.remove)]
