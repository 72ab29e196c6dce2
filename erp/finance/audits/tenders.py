"""Every payment that came in and every one that went back is posted, once, over its amount."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import IN_FLIGHT, IN_QUEUE, asked

STATEMENT = f"""
WITH receivables AS (
    SELECT account_id FROM finance_accountmapping WHERE company_id = %(company)s AND role = 'receivables'
), moved AS (
    SELECT 'payments.tender' AS kind, id::text AS key, amount FROM payments_tender
    WHERE company_id = %(company)s AND state = 'paid'
    UNION ALL SELECT 'payments.tenderrefund', id::text, -amount FROM payments_tenderrefund
    WHERE company_id = %(company)s AND state = 'done'
), posted AS (
    SELECT e.origin_kind AS kind, e.origin_key AS key, -sum(l.amount) AS amount
    FROM finance_entry e JOIN finance_entryline l ON l.entry_id = e.id JOIN receivables USING (account_id)
    WHERE e.company_id = %(company)s AND e.purpose IN ('paid', 'refunded') GROUP BY 1, 2
), flight AS ({IN_FLIGHT}), queue AS ({IN_QUEUE}), waiting AS (
    SELECT kind, key, min(since) AS since FROM (
        SELECT 'payments.tender' AS kind, data ->> 'tender_id' AS key, since
        FROM flight WHERE handler = 'finance.post_payment'
        UNION ALL SELECT 'payments.tenderrefund', data ->> 'refund_id', since
        FROM flight WHERE handler = 'finance.post_money_back'
        UNION ALL SELECT about_kind, about_key, since FROM queue
    ) AS each GROUP BY 1, 2
)
SELECT kind || ':' || key AS payment, coalesce(m.amount, 0) AS amount, coalesce(p.amount, 0) AS posted, w.since
FROM moved m FULL JOIN posted p USING (kind, key) LEFT JOIN waiting w USING (kind, key)
WHERE coalesce(m.amount, 0) <> coalesce(p.amount, 0) ORDER BY 1
"""  # noqa: S608  # put together from our own text
CHECK = asked("payments_are_posted", _("Every payment is posted over its amount"), STATEMENT)
