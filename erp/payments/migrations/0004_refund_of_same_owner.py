"""A refund names a tender of its own record and currency only."""

from django.db import migrations

FORWARD = """
ALTER TABLE payments_tender
    ADD CONSTRAINT tender_with_owner UNIQUE (id, company_id, owner_kind, owner_key, currency);
ALTER TABLE payments_tenderrefund
    ADD CONSTRAINT tender_refund_of_same_owner
        FOREIGN KEY (tender_id, company_id, owner_kind, owner_key, currency)
        REFERENCES payments_tender (id, company_id, owner_kind, owner_key, currency);
"""
REVERSE = """
ALTER TABLE payments_tenderrefund DROP CONSTRAINT tender_refund_of_same_owner;
ALTER TABLE payments_tender DROP CONSTRAINT tender_with_owner;
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0003_history")]
    operations = [migrations.RunSQL(FORWARD, REVERSE)]
