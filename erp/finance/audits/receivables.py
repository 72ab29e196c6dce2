"""What each order owes in the books is what was invoiced, less what was paid, plus what went back."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import IN_FLIGHT, IN_QUEUE, asked

# By record and currency; a foreign debt that is settled leaves nothing in the books either.
STATEMENT = f"""
WITH receivables AS (
    SELECT account_id FROM finance_accountmapping WHERE company_id = %(company)s AND role = 'receivables'
), documents AS (
    SELECT record, currency, sum(amount) AS amount FROM (
        SELECT 'orders.order:' || order_id AS record, currency, gross AS amount
        FROM finance_invoice WHERE company_id = %(company)s
        UNION ALL SELECT owner_kind || ':' || owner_key, currency, -amount
        FROM payments_tender WHERE company_id = %(company)s AND state = 'paid'
        UNION ALL SELECT owner_kind || ':' || owner_key, currency, amount
        FROM payments_tenderrefund WHERE company_id = %(company)s AND state = 'done'
    ) AS each GROUP BY 1, 2
), posted AS (
    SELECT l.settles AS record, l.currency, sum(l.amount) AS amount, sum(l.debit - l.credit) AS books
    FROM finance_entryline l JOIN receivables USING (account_id) GROUP BY 1, 2
), flight AS ({IN_FLIGHT}), queue AS ({IN_QUEUE}), money AS (
    SELECT 'payments.tender' AS kind, id, owner_kind || ':' || owner_key AS record FROM payments_tender
    WHERE company_id = %(company)s
    UNION ALL SELECT 'payments.tenderrefund', id, owner_kind || ':' || owner_key FROM payments_tenderrefund
    WHERE company_id = %(company)s
), waiting AS (
    SELECT m.record, min(w.since) AS since FROM money m JOIN (
        SELECT 'payments.tender' AS kind, (data ->> 'tender_id')::bigint AS id, since
        FROM flight WHERE handler = 'finance.post_payment'
        UNION ALL SELECT 'payments.tenderrefund', (data ->> 'refund_id')::bigint, since
        FROM flight WHERE handler = 'finance.post_money_back'
        UNION ALL SELECT about_kind, about_key::bigint, since FROM queue WHERE about_kind LIKE 'payments.%%'
    ) AS w USING (kind, id) GROUP BY 1
)
SELECT record, currency, coalesce(d.amount, 0) AS documents, coalesce(p.amount, 0) AS ledger, p.books, w.since
FROM documents d FULL JOIN posted p USING (record, currency) LEFT JOIN waiting w USING (record)
WHERE coalesce(d.amount, 0) <> coalesce(p.amount, 0) OR (p.amount = 0 AND p.books <> 0) ORDER BY 1, 2
"""  # noqa: S608  # put together from our own text
CHECK = asked("receivables_are_documents", _("What orders owe is invoiced less paid plus given back"), STATEMENT)
