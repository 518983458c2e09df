from django.db import migrations

from fazhi.portal import append_only


class Migration(migrations.Migration):
    dependencies = [("portal", "0003_ratings")]
    operations = [migrations.RunPython(append_only.RATINGS.install, append_only.RATINGS.remove)]
