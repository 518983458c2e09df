from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_request_keys"),
        ("office", "0003_delegation"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["sent_to", "next_due", "-id"], name="case_sent_list"),
        ),
    ]
