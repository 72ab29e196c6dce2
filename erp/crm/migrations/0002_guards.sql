ALTER TABLE crm_customeremail
    ADD CONSTRAINT customer_email_in_company_of_customer
        FOREIGN KEY (customer_id, company_id) REFERENCES crm_customer (id, company_id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE crm_customeridentity
    ADD CONSTRAINT customer_identity_in_company_of_customer
        FOREIGN KEY (customer_id, company_id) REFERENCES crm_customer (id, company_id) DEFERRABLE INITIALLY DEFERRED;

-- Merged customers point straight at the one that stands for them, in the same company: no chain, no circle.
ALTER TABLE crm_customer
    ADD COLUMN is_canonical boolean GENERATED ALWAYS AS (canonical_id IS NULL) STORED,
    ADD COLUMN canonical_is_canonical boolean GENERATED ALWAYS AS (true) STORED,
    ADD CONSTRAINT customer_with_place UNIQUE (id, company_id, is_canonical),
    ADD CONSTRAINT customer_canonical_is_last
        FOREIGN KEY (canonical_id, company_id, canonical_is_canonical)
        REFERENCES crm_customer (id, company_id, is_canonical);
