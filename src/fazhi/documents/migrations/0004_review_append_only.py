from django.db import migrations

from fazhi.documents import append_only


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_review")]
    operations = [migrations.RunPython(append_only.REVIEWS.install, append_only.REVIEWS.remove)]
