"""Every invoice and correction has one entry, over the same amount."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
WITH receivables AS (
    SELECT account_id FROM finance_accountmapping WHERE company_id = %(company)s AND role = 'receivables'
), posted AS (
    SELECT e.origin_key::bigint AS id, count(DISTINCT e.id) AS entries, sum(l.debit - l.credit) AS books,
        sum(l.amount) AS amount
    FROM finance_entry e JOIN finance_entryline l ON l.entry_id = e.id JOIN receivables USING (account_id)
    WHERE e.company_id = %(company)s AND e.origin_kind = 'finance.invoice' AND e.purpose IN ('invoice', 'correction')
    GROUP BY 1
)
SELECT i.number AS invoice, i.gross, i.gross_books AS in_books, p.amount AS posted, p.books AS posted_in_books
FROM (SELECT * FROM finance_invoice WHERE company_id = %(company)s) AS i FULL JOIN posted p USING (id)
WHERE i.id IS NULL OR (i.gross <> 0 AND p.entries IS DISTINCT FROM 1)
    OR coalesce(p.amount, 0) <> i.gross OR coalesce(p.books, 0) <> i.gross_books
ORDER BY id
"""
CHECK = asked("invoices_are_posted", _("Every invoice has its entry over the same amount"), STATEMENT)
