from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_ledger_append_only"),
        ("office", "0003_delegation"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["organ", "next_due", "-id"], name="case_organ_list"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["next_due", "-id"], name="case_list"),
        ),
    ]
