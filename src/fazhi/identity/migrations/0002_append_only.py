from django.db import migrations

from fazhi.identity.append_only import TABLES


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]

    operations = [migrations.RunPython(TABLES.install, TABLES.remove)]
