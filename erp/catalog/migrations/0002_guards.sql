-- GS1 General Specifications, section 7.9: digits weigh 3, 1, 3, 1 ... from the left of the 14-digit form; the sum is a multiple of 10.
CREATE FUNCTION catalog_is_gtin(code text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN code !~ '^[0-9]+$' OR length(code) NOT IN (8, 12, 13, 14) THEN false
        ELSE (3 * (
            substr(lpad(code, 14, '0'), 1, 1)::int + substr(lpad(code, 14, '0'), 3, 1)::int
            + substr(lpad(code, 14, '0'), 5, 1)::int + substr(lpad(code, 14, '0'), 7, 1)::int
            + substr(lpad(code, 14, '0'), 9, 1)::int + substr(lpad(code, 14, '0'), 11, 1)::int
            + substr(lpad(code, 14, '0'), 13, 1)::int
        )
            + substr(lpad(code, 14, '0'), 2, 1)::int + substr(lpad(code, 14, '0'), 4, 1)::int
            + substr(lpad(code, 14, '0'), 6, 1)::int + substr(lpad(code, 14, '0'), 8, 1)::int
            + substr(lpad(code, 14, '0'), 10, 1)::int + substr(lpad(code, 14, '0'), 12, 1)::int
            + substr(lpad(code, 14, '0'), 14, 1)::int
        ) % 10 = 0
    END
$$;

ALTER TABLE catalog_barcode
    ADD CONSTRAINT barcode_gtin_check_digit CHECK (kind <> 'gtin' OR catalog_is_gtin(code)),
    ADD CONSTRAINT barcode_in_company_of_variant
        FOREIGN KEY (variant_id, company_id) REFERENCES catalog_variant (id, company_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE catalog_variant
    ADD CONSTRAINT variant_in_company_of_product
        FOREIGN KEY (product_id, company_id) REFERENCES catalog_product (id, company_id) DEFERRABLE INITIALLY DEFERRED;

-- A kit's component is never a kit, whatever is written in which order by whom: the constant columns make it a foreign key.
ALTER TABLE catalog_kitcomponent
    ADD COLUMN kit_is_kit boolean GENERATED ALWAYS AS (true) STORED,
    ADD COLUMN component_is_kit boolean GENERATED ALWAYS AS (false) STORED,
    ADD CONSTRAINT kit_component_of_a_kit
        FOREIGN KEY (kit_id, kit_is_kit) REFERENCES catalog_variant (id, is_kit),
    ADD CONSTRAINT kit_component_is_no_kit
        FOREIGN KEY (component_id, component_is_kit) REFERENCES catalog_variant (id, is_kit),
    ADD CONSTRAINT kit_component_in_company_of_kit
        FOREIGN KEY (kit_id, company_id) REFERENCES catalog_variant (id, company_id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT kit_component_in_company_of_component
        FOREIGN KEY (component_id, company_id) REFERENCES catalog_variant (id, company_id) DEFERRABLE INITIALLY DEFERRED;
