"""The VAT of the invoices equals the VAT account, invoice by invoice; nothing else stands on it."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
WITH vat AS (
    SELECT account_id FROM finance_accountmapping WHERE company_id = %(company)s AND role = 'output_tax'
), posted AS (
    SELECT e.origin_kind, e.origin_key, sum(l.credit - l.debit) AS tax
    FROM finance_entry e JOIN finance_entryline l ON l.entry_id = e.id JOIN vat USING (account_id)
    WHERE e.company_id = %(company)s GROUP BY 1, 2
), told AS (
    SELECT 'finance.invoice' AS origin_kind, i.id::text AS origin_key, i.number, sum(t.tax_books) AS tax
    FROM finance_invoice i JOIN finance_invoicetax t ON t.invoice_id = i.id
    WHERE i.company_id = %(company)s GROUP BY 1, 2, 3
)
SELECT coalesce(t.number, origin_kind || ':' || origin_key) AS document, coalesce(t.tax, 0) AS invoiced,
    coalesce(p.tax, 0) AS posted
FROM told t FULL JOIN posted p USING (origin_kind, origin_key)
WHERE coalesce(t.tax, 0) <> coalesce(p.tax, 0) ORDER BY 1
"""
CHECK = asked("vat_is_posted", _("The VAT of the invoices equals the VAT account"), STATEMENT)
