"""Every entry balances: in the books' currency, and in each document currency."""

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import asked

STATEMENT = """
WITH sums AS (
    SELECT e.id, l.currency, count(l.id) AS lines, coalesce(sum(l.debit - l.credit), 0) AS books,
        coalesce(sum(l.amount), 0) AS amount
    FROM finance_entry e LEFT JOIN finance_entryline l ON l.entry_id = e.id
    WHERE e.company_id = %(company)s GROUP BY e.id, l.currency
)
SELECT id AS entry, sum(lines) AS lines, sum(books) AS off, max(abs(amount)) AS off_in_currency
FROM sums GROUP BY id HAVING sum(lines) < 2 OR sum(books) <> 0 OR max(abs(amount)) <> 0 ORDER BY id
"""
CHECK = asked("entries_balance", _("Every entry balances"), STATEMENT)
