"""
The stock account equals the goods ledger, group of moves by group of moves.

A group whose delivery is in flight is on its way: a single statement sees either the entry or the delivery.
"""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import IN_FLIGHT, asked

STATEMENT = f"""
WITH stock AS (
    SELECT account_id FROM finance_accountmapping WHERE company_id = %(company)s AND role = 'stock'
), lines AS (
    SELECT e.origin_kind, e.origin_key, e.purpose, sum(l.debit - l.credit) AS value
    FROM finance_entry e JOIN finance_entryline l ON l.entry_id = e.id JOIN stock USING (account_id)
    WHERE e.company_id = %(company)s GROUP BY 1, 2, 3
), moved AS (
    SELECT origin_kind, origin_key, 'stock:' || purpose AS purpose, sum(value) AS value
    FROM inventory_stockmove WHERE company_id = %(company)s GROUP BY 1, 2, 3
), flight AS ({IN_FLIGHT}), waiting AS (
    SELECT data ->> 'origin_kind' AS origin_kind, data ->> 'origin_key' AS origin_key,
        'stock:' || (data ->> 'purpose') AS purpose, min(since) AS since
    FROM flight WHERE handler = 'finance.post_stock' GROUP BY 1, 2, 3
)
SELECT origin_kind || ':' || origin_key AS origin, purpose, coalesce(m.value, 0) AS goods,
    coalesce(l.value, 0) AS ledger, since
FROM moved m FULL JOIN lines l USING (origin_kind, origin_key, purpose)
LEFT JOIN waiting w USING (origin_kind, origin_key, purpose)
WHERE coalesce(m.value, 0) <> coalesce(l.value, 0) ORDER BY 1, 2
"""  # noqa: S608  # put together from our own text
CHECK = asked("stock_is_goods", _("The stock account equals the value of the goods"), STATEMENT)
