"""What waits is found in the order in which it is claimed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("events", "0001_event_log"),)

    operations = (
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(condition=models.Q(("state", "waiting")), fields=["id"], name="delivery_waiting"),
        ),
        migrations.RemoveIndex(model_name="delivery", name="delivery_due"),
    )
