"""The counters of payments, kept by triggers and proved at commit."""

from pathlib import Path

from django.db import migrations

REVERSE = """
DROP TRIGGER tender_balance_is_sum ON payments_tenderbalance;
DROP TRIGGER tender_refund_counted ON payments_tenderrefund;
DROP TRIGGER tender_counted ON payments_tender;
DROP FUNCTION payments_prove();
DROP FUNCTION payments_count();
DROP FUNCTION payments_add(text, text, text, numeric, numeric);
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_tenders")]
    operations = [migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), REVERSE)]
