"""Reading the money ledger and the invoices."""

from erp.finance.queries.invoices import (
    cause_to_bill,
    correctable,
    invoice_for,
    invoices_of,
    lines_of_order,
    refund_for,
    shipments_of,
)
from erp.finance.queries.ledger import (
    Balance,
    accounts_by_role,
    balance_of,
    cost_and_sales,
    entries_about,
    entry_of,
    receivable,
    trial_balance,
    with_parts,
)

__all__ = [
    "Balance",
    "accounts_by_role",
    "balance_of",
    "cause_to_bill",
    "correctable",
    "cost_and_sales",
    "entries_about",
    "entry_of",
    "invoice_for",
    "invoices_of",
    "lines_of_order",
    "receivable",
    "refund_for",
    "shipments_of",
    "trial_balance",
    "with_parts",
]
