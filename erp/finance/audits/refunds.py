"""Nothing was given back that had not come in, and the counters that see to it say what the payments say."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
WITH sums AS (
    SELECT owner_kind, owner_key, currency, sum(paid) AS paid, sum(refunded) AS refunded FROM (
        SELECT owner_kind, owner_key, currency, CASE state WHEN 'paid' THEN amount ELSE 0 END AS paid, 0 AS refunded
        FROM payments_tender WHERE company_id = %(company)s
        UNION ALL SELECT owner_kind, owner_key, currency, 0, CASE state WHEN 'done' THEN amount ELSE 0 END
        FROM payments_tenderrefund WHERE company_id = %(company)s
    ) AS each GROUP BY 1, 2, 3
)
SELECT owner_kind || ':' || owner_key AS record, currency, s.paid, s.refunded, b.paid AS counted,
    b.refunded AS counted_back
FROM sums s LEFT JOIN payments_tenderbalance b USING (owner_kind, owner_key, currency)
WHERE s.refunded > s.paid OR (s.paid, s.refunded) IS DISTINCT FROM (coalesce(b.paid, 0), coalesce(b.refunded, 0))
ORDER BY 1, 2
"""
CHECK = asked("refunds_within_paid", _("No more was given back than came in"), STATEMENT)
