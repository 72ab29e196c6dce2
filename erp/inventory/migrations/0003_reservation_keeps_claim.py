"""A reservation remembers what was claimed, for the shortage that it may become."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inventory", "0002_guards")]
    operations = [
        migrations.AddField(
            model_name="reservation",
            name="locations",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), blank=True, null=True, size=None
            ),
        ),
        migrations.AddField(
            model_name="reservation",
            name="promised_on",
            field=models.DateField(blank=True, null=True, verbose_name="promised for"),
        ),
    ]
