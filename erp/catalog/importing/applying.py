"""
Rows are taken over: a chunk of them in one statement, which writes only what differs.

Products, texts, options, variants and barcodes are upserted by one statement with the ids found or reserved before;
foreign keys are checked at its end. What is like before is not written, so a second run of a file writes nothing.
"""

# ruff: noqa: S608  # composed of the constants of this file

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from erp.catalog.models import ImportRun

_ROWS = "SELECT s.* FROM import_chunk s WHERE s.effect IN ('new', 'changed')"
# New products and variants get their ids before they are written, in the order of the file, so that one statement can
# write all tables.
_RESERVE_PRODUCTS = """
UPDATE import_chunk AS row SET product_id = made.id
FROM (
    SELECT group_no, nextval(pg_get_serial_sequence('catalog_product', 'id')) AS id
    FROM (
        SELECT DISTINCT group_no FROM import_chunk WHERE effect = 'new' AND product_id IS NULL ORDER BY group_no
    ) AS missing
) AS made
WHERE row.group_no = made.group_no AND row.effect = 'new' AND row.product_id IS NULL
"""
_RESERVE_VARIANTS = """
UPDATE import_chunk AS row SET variant_id = made.variant_id
FROM (
    SELECT id, nextval(pg_get_serial_sequence('catalog_variant', 'id')) AS variant_id
    FROM (SELECT id FROM import_chunk WHERE effect = 'new' AND variant_id IS NULL ORDER BY number) AS missing
) AS made
WHERE row.id = made.id
"""
_LOCK = """
SELECT id FROM {table} WHERE id IN (SELECT s.{key} FROM import_chunk s WHERE s.effect IN ('new', 'changed'))
ORDER BY id FOR UPDATE
"""
_UPSERT = f"""
WITH s AS MATERIALIZED ({_ROWS}),
said AS MATERIALIZED (
    SELECT product_id AS id, max(product_code) AS code, max(brand) AS brand, max(tax_class) AS tax_class,
        max(unit) AS unit, max(status) AS status, max(title_pl) AS title_pl, max(title_en) AS title_en,
        max(description_pl) AS description_pl, max(description_en) AS description_en,
        max(option1_name) AS option1_name, max(option2_name) AS option2_name, max(option3_name) AS option3_name
    FROM s GROUP BY product_id
),
products AS (
    INSERT INTO catalog_product AS kept
        (id, company_id, code, status, tax_class_id, unit_id, brand, created_at, updated_at)
    SELECT said.id, %(company)s, COALESCE(NULLIF(p.code, ''), said.code, ''),
        COALESCE(p.status, said.status, 'active'),
        COALESCE((SELECT id FROM fiscal_taxclass WHERE code = said.tax_class), p.tax_class_id,
            (SELECT id FROM fiscal_taxclass WHERE code = 'standard')),
        COALESCE((SELECT id FROM catalog_unit WHERE code = said.unit), p.unit_id,
            (SELECT id FROM catalog_unit WHERE code = 'pc')),
        COALESCE(said.brand, p.brand, ''), %(at)s, %(at)s
    FROM said LEFT JOIN catalog_product p ON p.id = said.id
    ORDER BY said.id
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, tax_class_id = excluded.tax_class_id,
        unit_id = excluded.unit_id, brand = excluded.brand, updated_at = excluded.updated_at
    WHERE (kept.code, kept.tax_class_id, kept.unit_id, kept.brand)
        IS DISTINCT FROM (excluded.code, excluded.tax_class_id, excluded.unit_id, excluded.brand)
    RETURNING id
),
texts AS (
    INSERT INTO catalog_producttext AS kept (product_id, language, title, description)
    SELECT said.id, told.language, COALESCE(told.title, t.title), COALESCE(told.description, t.description, '')
    FROM said
    CROSS JOIN LATERAL (
        VALUES ('pl', said.title_pl, said.description_pl), ('en', said.title_en, said.description_en)
    ) AS told (language, title, description)
    LEFT JOIN catalog_producttext t ON t.product_id = said.id AND t.language = told.language
    WHERE (told.title IS NOT NULL OR told.description IS NOT NULL) AND COALESCE(told.title, t.title) IS NOT NULL
    ORDER BY said.id, told.language
    ON CONFLICT (product_id, language) DO UPDATE SET title = excluded.title, description = excluded.description
    WHERE (kept.title, kept.description) IS DISTINCT FROM (excluded.title, excluded.description)
    RETURNING product_id
),
options AS (
    INSERT INTO catalog_productoption AS kept (product_id, position, name)
    SELECT said.id, told.position, told.name FROM said
    CROSS JOIN LATERAL (
        VALUES (1, said.option1_name), (2, said.option2_name), (3, said.option3_name)
    ) AS told (position, name)
    WHERE told.name IS NOT NULL ORDER BY said.id, told.position
    ON CONFLICT (product_id, position) DO UPDATE SET name = excluded.name WHERE kept.name <> excluded.name
    RETURNING product_id
),
variants AS (
    INSERT INTO catalog_variant AS kept (id, company_id, product_id, sku, option1, option2, option3,
        weight_g, length_mm, width_mm, height_mm, is_kit, active)
    SELECT s.variant_id, %(company)s, s.product_id, s.sku, COALESCE(s.option1, v.option1, ''),
        COALESCE(s.option2, v.option2, ''), COALESCE(s.option3, v.option3, ''), COALESCE(s.weight_g, v.weight_g),
        COALESCE(s.length_mm, v.length_mm), COALESCE(s.width_mm, v.width_mm), COALESCE(s.height_mm, v.height_mm),
        COALESCE(v.is_kit, false), COALESCE(s.active, v.active, true)
    FROM s LEFT JOIN catalog_variant v ON v.id = s.variant_id
    ORDER BY s.variant_id
    ON CONFLICT (id) DO UPDATE SET option1 = excluded.option1, option2 = excluded.option2, option3 = excluded.option3,
        weight_g = excluded.weight_g, length_mm = excluded.length_mm, width_mm = excluded.width_mm,
        height_mm = excluded.height_mm, active = excluded.active
    WHERE (kept.option1, kept.option2, kept.option3, kept.weight_g, kept.length_mm, kept.width_mm, kept.height_mm,
        kept.active) IS DISTINCT FROM (excluded.option1, excluded.option2, excluded.option3, excluded.weight_g,
        excluded.length_mm, excluded.width_mm, excluded.height_mm, excluded.active)
    RETURNING id, product_id
),
barcodes AS (
    INSERT INTO catalog_barcode (company_id, variant_id, code, kind)
    SELECT %(company)s, s.variant_id, s.barcode, COALESCE(s.barcode_kind, 'gtin') FROM s
    WHERE s.barcode IS NOT NULL AND NOT EXISTS (
        SELECT FROM catalog_barcode b
        WHERE b.company_id = %(company)s AND b.code = s.barcode AND b.variant_id = s.variant_id)
    ORDER BY s.variant_id
    RETURNING variant_id
),
-- The statement sees the tables as they were before it, so what is not found there is new.
new_products AS (SELECT id FROM products WHERE NOT EXISTS (SELECT FROM catalog_product p WHERE p.id = products.id)),
new_variants AS (
    SELECT id, product_id FROM variants WHERE NOT EXISTS (SELECT FROM catalog_variant v WHERE v.id = variants.id))
SELECT
    ARRAY(SELECT id FROM new_products ORDER BY id),
    ARRAY(
        (SELECT id FROM products UNION SELECT product_id FROM texts UNION SELECT product_id FROM options
            UNION SELECT product_id FROM new_variants)
        EXCEPT SELECT id FROM new_products ORDER BY 1),
    ARRAY(
        (SELECT id FROM variants UNION SELECT variant_id FROM barcodes)
        EXCEPT SELECT id FROM new_variants ORDER BY 1)
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What a chunk has changed: ids of new products, of changed products, and of changed variants."""

    new_products: list[int]
    changed_products: list[int]
    changed_variants: list[int]


def write_chunk(run: ImportRun, *, at: datetime) -> Written:
    """
    Write the checked rows that are new or changed, under the locks of what is there already.

    :raises IntegrityError: when somebody took a SKU, a code or a barcode after the rows were checked.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LOCK.format(table="catalog_product", key="product_id"))
        cursor.execute(_LOCK.format(table="catalog_variant", key="variant_id"))
        cursor.execute(_RESERVE_PRODUCTS)
        cursor.execute(_RESERVE_VARIANTS)
        cursor.execute(_UPSERT, {"company": run.company_id, "at": at})
        return Written(*cursor.fetchone())
