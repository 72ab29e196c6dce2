"""What the database refuses by itself: rows in another company, kits in stock, stock in virtual places."""

from pathlib import Path

from django.db import migrations

REVERSE = """
ALTER TABLE inventory_variantcost RESET (fillfactor), DROP CONSTRAINT variant_cost_in_company_of_variant;
ALTER TABLE inventory_transfer
    DROP CONSTRAINT transfer_in_company_of_destination,
    DROP CONSTRAINT transfer_in_company_of_source;
ALTER TABLE inventory_stockcount DROP CONSTRAINT stock_count_in_company_of_location;
ALTER TABLE inventory_shortage DROP CONSTRAINT shortage_in_company_of_variant;
ALTER TABLE inventory_reservation DROP CONSTRAINT reservation_in_level;
ALTER TABLE inventory_stockmove
    DROP CONSTRAINT stock_move_in_company_of_destination,
    DROP CONSTRAINT stock_move_in_company_of_source,
    DROP CONSTRAINT stock_move_in_company_of_variant;
ALTER TABLE inventory_stocklevel
    RESET (fillfactor),
    DROP CONSTRAINT stock_level_with_company,
    DROP CONSTRAINT stock_level_in_company_of_location,
    DROP CONSTRAINT stock_level_in_company_of_variant,
    DROP CONSTRAINT stock_level_in_stock_place,
    DROP CONSTRAINT stock_level_of_no_kit,
    DROP COLUMN in_stock_place,
    DROP COLUMN of_kit;
ALTER TABLE inventory_location
    DROP CONSTRAINT location_with_use,
    DROP COLUMN holds_stock,
    DROP CONSTRAINT location_in_company_of_branch;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("inventory", "0001_goods_ledger"),
        ("catalog", "0002_guards"),
        ("organisation", "0001_companies"),
    ]
    operations = [migrations.RunSQL(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8"), REVERSE)]
