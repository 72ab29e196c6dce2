"""What the database refuses by itself: chains of merged customers, rows in another company."""

from pathlib import Path

from django.db import migrations

REVERSE = """
ALTER TABLE crm_customer
    DROP CONSTRAINT customer_canonical_is_last,
    DROP CONSTRAINT customer_with_place,
    DROP COLUMN canonical_is_canonical,
    DROP COLUMN is_canonical;
ALTER TABLE crm_customeridentity DROP CONSTRAINT customer_identity_in_company_of_customer;
ALTER TABLE crm_customeremail DROP CONSTRAINT customer_email_in_company_of_customer;
"""


class Migration(migrations.Migration):
    dependencies = [("crm", "0001_customers")]
    operations = [migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), REVERSE)]
