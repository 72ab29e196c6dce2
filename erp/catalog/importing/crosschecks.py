"""
What is wrong with rows together and against the catalogue, and what the right ones would do, in SQL.

The rows stand in a temporary table of the transaction, so that the planner knows them and nothing but the outcome is
written. The checks select (row id, column, code of the fault, value, params) of rows that are not wrong yet; all
statements run in the order of ``STATEMENTS``.
"""

# ruff: noqa: S608  # composed of the constants of this file

CREATE = """
CREATE TEMPORARY TABLE import_chunk ON COMMIT DROP AS
SELECT s.* FROM catalog_importrow s
WHERE s.run_id = %(run)s AND s.group_no > %(after)s AND s.group_no <= %(upto)s AND s.errors IS NULL
    AND s.effect <> 'same'
"""
ANALYZE = "ANALYZE import_chunk"
DROP = "DROP TABLE import_chunk"
# Rows turn out wrong only here; effects matter for the preview.
KEEP_WRONG = """
UPDATE catalog_importrow AS row SET effect = s.effect, errors = s.errors
FROM import_chunk s WHERE row.id = s.id AND s.errors IS NOT NULL
"""
KEEP_EFFECTS = """
UPDATE catalog_importrow AS row SET effect = s.effect, errors = s.errors FROM import_chunk s WHERE row.id = s.id
"""

_RESOLVE = """
UPDATE import_chunk AS row SET variant_id = found.variant_id, product_id = COALESCE(found.product_id, found.named)
FROM (
    SELECT s.id, v.id AS variant_id, v.product_id, p.id AS named
    FROM import_chunk s
    LEFT JOIN catalog_variant v ON v.company_id = %(company)s AND v.sku = s.sku
    LEFT JOIN catalog_product p ON p.company_id = %(company)s AND p.code = s.product_code AND p.code <> ''
) AS found WHERE row.id = found.id AND (found.variant_id IS NOT NULL OR found.named IS NOT NULL)
"""
_FLAG = """
UPDATE import_chunk AS row SET effect = 'wrong', errors = jsonb_build_array(
    jsonb_build_object('column', found.column, 'code', found.code, 'value', left(found.value, 80)) || found.params)
FROM ({found}) AS found WHERE row.id = found.id
"""
_GOOD = "s.errors IS NULL"
_NONE = "'{}'::jsonb"

_SKU_TWICE = f"""
SELECT s.id, 'sku' AS column, 'sku-twice' AS code, s.sku AS value, jsonb_build_object('first', s.first) AS params
FROM (
    SELECT s.id, s.sku, s.number, min(s.number) OVER (PARTITION BY s.sku) AS first FROM import_chunk s WHERE {_GOOD}
) AS s
WHERE s.number > s.first
"""
_BARCODE_TWICE = f"""
SELECT s.id, 'barcode' AS column, 'barcode-twice' AS code, s.barcode AS value,
    jsonb_build_object('first', s.first) AS params
FROM (
    SELECT s.id, s.barcode, s.number, min(s.number) OVER (PARTITION BY s.barcode) AS first
    FROM import_chunk s WHERE {_GOOD} AND s.barcode IS NOT NULL
) AS s
WHERE s.number > s.first
"""
_BARCODE_TAKEN = f"""
SELECT s.id, 'barcode' AS column, 'barcode-taken' AS code, s.barcode AS value,
    jsonb_build_object('owner', owner.sku) AS params
FROM import_chunk s
JOIN catalog_barcode b ON b.company_id = %(company)s AND b.code = s.barcode
JOIN catalog_variant owner ON owner.id = b.variant_id
WHERE {_GOOD} AND b.variant_id IS DISTINCT FROM s.variant_id
"""
# A SKU that is there already stays with its product: with the one of the row's code, or one that has no code yet.
_OTHER_PRODUCT = f"""
SELECT s.id, 'product_code' AS column, 'other-product' AS code, s.product_code AS value,
    jsonb_build_object('owner', COALESCE(NULLIF(p.code, ''), s.sku)) AS params
FROM (
    SELECT s.*, min(s.product_id) OVER (PARTITION BY s.group_no) AS first_product
    FROM import_chunk s WHERE {_GOOD} AND s.product_code IS NOT NULL
) AS s
JOIN catalog_product p ON p.id = s.product_id
LEFT JOIN catalog_product named ON named.company_id = %(company)s AND named.code = s.product_code
WHERE s.variant_id IS NOT NULL AND p.code <> s.product_code
    AND (p.code <> '' OR named.id IS NOT NULL OR s.product_id <> s.first_product)
"""
# New rows of a product that gets its code by this file go to that product.
_JOIN_GROUP = f"""
UPDATE import_chunk AS row SET product_id = known.product_id
FROM (
    SELECT s.group_no, min(s.product_id) AS product_id FROM import_chunk s
    WHERE {_GOOD} AND s.product_code IS NOT NULL GROUP BY s.group_no
) AS known
WHERE row.group_no = known.group_no AND row.product_id IS NULL AND known.product_id IS NOT NULL
"""
_OPTIONS_OF_ROW = f"""
SELECT s.id, s.number, s.group_no, s.product_id, s.variant_id, s.option1_name, s.option2_name, s.option3_name,
    COALESCE(s.option1, v.option1, '') AS o1, COALESCE(s.option2, v.option2, '') AS o2,
    COALESCE(s.option3, v.option3, '') AS o3
FROM import_chunk s LEFT JOIN catalog_variant v ON v.id = s.variant_id
WHERE {_GOOD} AND (s.product_id IS NOT NULL OR s.product_code IS NOT NULL
    OR COALESCE(s.option1, s.option2, s.option3, s.option1_name, s.option2_name, s.option3_name) IS NOT NULL)
"""
_OPTION_NAMES = f"""
SELECT s.id, 'option' || o.n AS column,
    CASE WHEN o.value = '' THEN 'option-missing' ELSE 'option-without-name' END AS code, o.value, {_NONE} AS params
FROM (
    SELECT r.*,
        max(r.option1_name) OVER same_product AS n1, max(r.option2_name) OVER same_product AS n2,
        max(r.option3_name) OVER same_product AS n3
    FROM ({_OPTIONS_OF_ROW}) AS r WINDOW same_product AS (PARTITION BY COALESCE(r.product_id, -r.group_no))
) AS s
CROSS JOIN LATERAL (VALUES (1, s.o1, s.n1), (2, s.o2, s.n2), (3, s.o3, s.n3)) AS o (n, value, name)
LEFT JOIN catalog_productoption kept ON kept.product_id = s.product_id AND kept.position = o.n
WHERE (o.value <> '') <> (COALESCE(o.name, kept.name) IS NOT NULL)
"""
_OPTIONS_SAME_ROW = f"""
SELECT s.id, 'option1' AS column, 'options-same-row' AS code, s.o1 AS value,
    jsonb_build_object('first', s.first) AS params
FROM (
    SELECT r.*, min(r.number) OVER (PARTITION BY COALESCE(r.product_id, -r.group_no), r.o1, r.o2, r.o3) AS first
    FROM ({_OPTIONS_OF_ROW}) AS r
) AS s
WHERE s.number > s.first
"""
_OPTIONS_SAME_VARIANT = f"""
SELECT DISTINCT ON (s.id) s.id, 'option1' AS column, 'options-same-variant' AS code, s.o1 AS value,
    jsonb_build_object('owner', v.sku) AS params
FROM ({_OPTIONS_OF_ROW}) AS s
JOIN catalog_variant v ON v.product_id = s.product_id AND v.id IS DISTINCT FROM s.variant_id
    AND (v.option1, v.option2, v.option3) = (s.o1, s.o2, s.o3)
ORDER BY s.id, v.id
"""
_DESCRIPTION_WITHOUT_TITLE = f"""
SELECT DISTINCT ON (s.id) s.id, 'description_' || d.language AS column, 'description-without-title' AS code,
    d.description AS value, {_NONE} AS params
FROM (
    SELECT s.*, bool_or(s.title_pl IS NOT NULL) OVER same_product AS has_pl,
        bool_or(s.title_en IS NOT NULL) OVER same_product AS has_en
    FROM import_chunk s WHERE {_GOOD} WINDOW same_product AS (PARTITION BY s.group_no)
) AS s
CROSS JOIN LATERAL (
    VALUES ('pl', s.description_pl, s.has_pl), ('en', s.description_en, s.has_en)
) AS d (language, description, titled)
WHERE d.description IS NOT NULL AND NOT d.titled
    AND NOT EXISTS (SELECT FROM catalog_producttext t WHERE t.product_id = s.product_id AND t.language = d.language)
ORDER BY s.id, d.language
"""
_TITLE_MISSING = f"""
SELECT s.id, 'title_pl' AS column, 'title-missing' AS code, '' AS value, {_NONE} AS params
FROM (
    SELECT s.id, s.product_id,
        bool_or(s.title_pl IS NOT NULL OR s.title_en IS NOT NULL) OVER (PARTITION BY s.group_no) AS titled
    FROM import_chunk s WHERE {_GOOD}
) AS s
WHERE s.product_id IS NULL AND NOT s.titled
"""
_EFFECT = f"""
UPDATE import_chunk AS row SET effect = CASE
    WHEN row.variant_id IS NULL THEN 'new' WHEN found.differs THEN 'changed' ELSE 'same' END
FROM (
    SELECT s.id, (
        (s.product_code IS NOT NULL AND p.code = '') OR s.brand <> p.brand OR s.tax_class <> c.code OR s.unit <> u.code
        OR s.title_pl <> COALESCE(pl.title, '') OR s.title_en <> COALESCE(en.title, '')
        OR s.description_pl <> COALESCE(pl.description, '') OR s.description_en <> COALESCE(en.description, '')
        OR s.option1 <> v.option1 OR s.option2 <> v.option2 OR s.option3 <> v.option3
        OR s.weight_g <> COALESCE(v.weight_g, -1) OR s.length_mm <> COALESCE(v.length_mm, -1)
        OR s.width_mm <> COALESCE(v.width_mm, -1) OR s.height_mm <> COALESCE(v.height_mm, -1)
        OR s.active <> v.active OR (s.barcode IS NOT NULL AND b.id IS NULL)
        OR s.option1_name <> COALESCE(o1.name, '') OR s.option2_name <> COALESCE(o2.name, '')
        OR s.option3_name <> COALESCE(o3.name, '')
    ) IS TRUE AS differs
    FROM import_chunk s
    LEFT JOIN catalog_variant v ON v.id = s.variant_id
    LEFT JOIN catalog_product p ON p.id = s.product_id
    LEFT JOIN fiscal_taxclass c ON c.id = p.tax_class_id
    LEFT JOIN catalog_unit u ON u.id = p.unit_id
    LEFT JOIN catalog_producttext pl ON pl.product_id = s.product_id AND pl.language = 'pl'
    LEFT JOIN catalog_producttext en ON en.product_id = s.product_id AND en.language = 'en'
    LEFT JOIN catalog_productoption o1 ON o1.product_id = s.product_id AND o1.position = 1
    LEFT JOIN catalog_productoption o2 ON o2.product_id = s.product_id AND o2.position = 2
    LEFT JOIN catalog_productoption o3 ON o3.product_id = s.product_id AND o3.position = 3
    LEFT JOIN catalog_barcode b ON b.company_id = %(company)s AND b.code = s.barcode
    WHERE {_GOOD}
) AS found WHERE row.id = found.id
"""


def _flag(check: str) -> str:
    return _FLAG.format(found=check)


STATEMENTS = (
    _RESOLVE,
    _flag(_SKU_TWICE),
    _flag(_BARCODE_TWICE),
    _flag(_BARCODE_TAKEN),
    _flag(_OTHER_PRODUCT),
    _JOIN_GROUP,
    _flag(_OPTION_NAMES),
    _flag(_OPTIONS_SAME_ROW),
    _flag(_OPTIONS_SAME_VARIANT),
    _flag(_DESCRIPTION_WITHOUT_TITLE),
    _flag(_TITLE_MISSING),
    _EFFECT,
)
