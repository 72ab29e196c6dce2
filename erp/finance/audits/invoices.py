"""Every invoice equals its lines and its summary of VAT, and no correction takes back more than was billed."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
WITH lines AS (
    SELECT invoice_id, sum(net) AS net, sum(tax) AS tax, sum(gross) AS gross FROM finance_invoiceline GROUP BY 1
), taxes AS (
    SELECT invoice_id, sum(net) AS net, sum(tax) AS tax, sum(gross) AS gross, sum(tax_books) AS tax_books
    FROM finance_invoicetax GROUP BY 1
), left_over AS (
    SELECT coalesce(corrects_id, id) AS id, sum(gross) AS gross FROM finance_invoice
    WHERE company_id = %(company)s GROUP BY 1
)
SELECT i.number AS invoice, i.gross, l.gross AS lines, t.gross AS taxes, o.gross AS left_over
FROM finance_invoice i LEFT JOIN lines l ON l.invoice_id = i.id LEFT JOIN taxes t ON t.invoice_id = i.id
LEFT JOIN left_over o ON o.id = i.id
WHERE i.company_id = %(company)s AND (
    (i.net, i.tax, i.gross) IS DISTINCT FROM (coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.gross, 0))
    OR (i.net, i.tax, i.gross, i.tax_books)
        IS DISTINCT FROM (coalesce(t.net, 0), coalesce(t.tax, 0), coalesce(t.gross, 0), coalesce(t.tax_books, 0))
    OR (i.kind = 'invoice' AND o.gross < 0)
)
ORDER BY i.id
"""
CHECK = asked("invoices_add_up", _("Every invoice equals its lines, corrections leave nothing negative"), STATEMENT)
