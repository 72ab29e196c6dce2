-- Whatever names a place or a variant names one of its own company.
ALTER TABLE inventory_location
    ADD CONSTRAINT location_in_company_of_branch
        FOREIGN KEY (branch_id, company_id) REFERENCES organisation_branch (id, company_id),
    -- Which places hold stock, as a column, so that a foreign key can ask for it.
    ADD COLUMN holds_stock boolean NOT NULL GENERATED ALWAYS AS (kind IN ('warehouse', 'zone', 'bin', 'transit')) STORED,
    ADD CONSTRAINT location_with_use UNIQUE (id, holds_stock);

-- A level is of a variant that is no kit, in a place that holds stock.
ALTER TABLE inventory_stocklevel
    ADD COLUMN of_kit boolean NOT NULL GENERATED ALWAYS AS (false) STORED,
    ADD COLUMN in_stock_place boolean NOT NULL GENERATED ALWAYS AS (true) STORED,
    ADD CONSTRAINT stock_level_of_no_kit
        FOREIGN KEY (variant_id, of_kit) REFERENCES catalog_variant (id, is_kit),
    ADD CONSTRAINT stock_level_in_stock_place
        FOREIGN KEY (location_id, in_stock_place) REFERENCES inventory_location (id, holds_stock),
    ADD CONSTRAINT stock_level_in_company_of_variant
        FOREIGN KEY (variant_id, company_id) REFERENCES catalog_variant (id, company_id),
    ADD CONSTRAINT stock_level_in_company_of_location
        FOREIGN KEY (location_id, company_id) REFERENCES inventory_location (id, company_id);

ALTER TABLE inventory_variantcost
    ADD CONSTRAINT variant_cost_in_company_of_variant
        FOREIGN KEY (variant_id, company_id) REFERENCES catalog_variant (id, company_id);

ALTER TABLE inventory_stockmove
    ADD CONSTRAINT stock_move_in_company_of_variant
        FOREIGN KEY (variant_id, company_id) REFERENCES catalog_variant (id, company_id),
    ADD CONSTRAINT stock_move_in_company_of_source
        FOREIGN KEY (source_id, company_id) REFERENCES inventory_location (id, company_id),
    ADD CONSTRAINT stock_move_in_company_of_destination
        FOREIGN KEY (destination_id, company_id) REFERENCES inventory_location (id, company_id);

-- A reservation lies in a level of its company. Levels are not deleted, so the check is cheap and enough.
ALTER TABLE inventory_stocklevel
    ADD CONSTRAINT stock_level_with_company UNIQUE (variant_id, location_id, company_id);
ALTER TABLE inventory_reservation
    ADD CONSTRAINT reservation_in_level
        FOREIGN KEY (variant_id, location_id, company_id)
        REFERENCES inventory_stocklevel (variant_id, location_id, company_id);

ALTER TABLE inventory_shortage
    ADD CONSTRAINT shortage_in_company_of_variant
        FOREIGN KEY (variant_id, company_id) REFERENCES catalog_variant (id, company_id);

ALTER TABLE inventory_stockcount
    ADD CONSTRAINT stock_count_in_company_of_location
        FOREIGN KEY (location_id, company_id) REFERENCES inventory_location (id, company_id);
ALTER TABLE inventory_transfer
    ADD CONSTRAINT transfer_in_company_of_source
        FOREIGN KEY (source_id, company_id) REFERENCES inventory_location (id, company_id),
    ADD CONSTRAINT transfer_in_company_of_destination
        FOREIGN KEY (destination_id, company_id) REFERENCES inventory_location (id, company_id);

-- Levels and reservations are rewritten all the time: room on the page keeps the updates off the indexes (HOT).
ALTER TABLE inventory_stocklevel SET (fillfactor = 70);
ALTER TABLE inventory_variantcost SET (fillfactor = 70);
