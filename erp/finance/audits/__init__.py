"""
The audits: the books held against documents, payments and goods.

One small module for each check; whoever adds one lists it here. Each is a question in one statement, so that it sees
one moment, and is proved by a test that seeds its fault.
"""

from erp.finance.audits import (
    balance,
    invoice_entries,
    invoices,
    levels,
    numbers,
    receivables,
    refunds,
    shipped,
    stock_ledger,
    stock_signs,
    tenders,
    totals,
    vat,
)
from erp.finance.audits.checking import Check, Found, Row

CHECKS: tuple[Check, ...] = (
    balance.CHECK,
    stock_ledger.CHECK,
    levels.CHECK,
    stock_signs.CHECK,
    totals.CHECK,
    shipped.CHECK,
    invoices.CHECK,
    invoice_entries.CHECK,
    vat.CHECK,
    numbers.CHECK,
    tenders.CHECK,
    refunds.CHECK,
    receivables.CHECK,
)

__all__ = ["CHECKS", "Check", "Found", "Row"]
