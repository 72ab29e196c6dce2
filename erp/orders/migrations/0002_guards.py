"""What the database refuses by itself: an order whose customer, branch or channel is another company's."""

from pathlib import Path

from django.db import migrations

REVERSE = """
ALTER TABLE orders_order
    DROP CONSTRAINT order_in_company_of_customer,
    DROP CONSTRAINT order_in_company_of_branch;
"""


class Migration(migrations.Migration):
    dependencies = [("orders", "0001_orders"), ("crm", "0002_guards")]
    operations = [migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), REVERSE)]
