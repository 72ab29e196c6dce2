"""A price stays in the company of its list and of its variant."""

from django.db import migrations

FORWARD = """
ALTER TABLE pricing_price
    ADD CONSTRAINT price_in_company_of_list
        FOREIGN KEY (price_list_id, company_id) REFERENCES pricing_pricelist (id, company_id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT price_in_company_of_variant
        FOREIGN KEY (variant_id, company_id) REFERENCES catalog_variant (id, company_id) DEFERRABLE INITIALLY DEFERRED;
"""
REVERSE = """
ALTER TABLE pricing_price DROP CONSTRAINT price_in_company_of_variant, DROP CONSTRAINT price_in_company_of_list;
"""


class Migration(migrations.Migration):
    dependencies = [("pricing", "0001_price_lists"), ("catalog", "0002_guards")]
    operations = [migrations.RunSQL(FORWARD, REVERSE)]
