"""Reading the money ledger and the invoices."""

from erp.finance.queries.invoices import (
    cause_to_bill,
    correctable,
    invoice_for,
    invoices_of,
    lines_of_order,
    refund_for,
)
from erp.finance.queries.ledger import (
    Balance,
    accounts_by_role,
    balance_of,
    entries_about,
    entry_of,
    receivable,
    trial_balance,
)

__all__ = [
    "Balance",
    "accounts_by_role",
    "balance_of",
    "cause_to_bill",
    "correctable",
    "entries_about",
    "entry_of",
    "invoice_for",
    "invoices_of",
    "lines_of_order",
    "receivable",
    "refund_for",
    "trial_balance",
]
