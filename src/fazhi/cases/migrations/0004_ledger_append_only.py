from django.db import migrations

from fazhi.cases import append_only


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_ledger")]
    operations = [migrations.RunPython(append_only.LEDGER.install, append_only.LEDGER.remove)]
