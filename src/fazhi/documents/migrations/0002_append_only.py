from django.db import migrations

from fazhi.documents import append_only


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(append_only.RECORDS.install, append_only.RECORDS.remove)]
