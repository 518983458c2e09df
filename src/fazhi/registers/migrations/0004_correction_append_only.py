from django.db import migrations

from fazhi.registers import append_only


class Migration(migrations.Migration):
    dependencies = [("registers", "0003_correction")]
    operations = [migrations.RunPython(append_only.CORRECTIONS.install, append_only.CORRECTIONS.remove)]
