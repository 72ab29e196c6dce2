"""What the database refuses by itself: wrong check digits, kits in kits, rows in another company."""

from pathlib import Path

from django.db import migrations

REVERSE = """
ALTER TABLE catalog_kitcomponent
    DROP CONSTRAINT kit_component_in_company_of_component,
    DROP CONSTRAINT kit_component_in_company_of_kit,
    DROP CONSTRAINT kit_component_is_no_kit,
    DROP CONSTRAINT kit_component_of_a_kit,
    DROP COLUMN component_is_kit,
    DROP COLUMN kit_is_kit;
ALTER TABLE catalog_variant DROP CONSTRAINT variant_in_company_of_product;
ALTER TABLE catalog_barcode
    DROP CONSTRAINT barcode_in_company_of_variant,
    DROP CONSTRAINT barcode_gtin_check_digit;
DROP FUNCTION catalog_is_gtin(text);
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_products")]
    operations = [migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), REVERSE)]
