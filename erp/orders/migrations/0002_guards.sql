ALTER TABLE orders_order
    ADD CONSTRAINT order_in_company_of_customer
        FOREIGN KEY (customer_id, company_id) REFERENCES crm_customer (id, company_id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT order_in_company_of_branch
        FOREIGN KEY (branch_id, company_id) REFERENCES organisation_branch (id, company_id) DEFERRABLE INITIALLY DEFERRED;
