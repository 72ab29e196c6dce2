"""The tables of the money ledger."""

from erp.finance.models.accounts import Account, AccountKind, AccountMapping, Role
from erp.finance.models.audits import AuditFinding, AuditRun
from erp.finance.models.buyers import InvoiceBuyer
from erp.finance.models.entries import Entry, EntryLine, Journal
from erp.finance.models.invoice_lines import InvoiceLine, InvoiceTax, LineKind, TaxKind
from erp.finance.models.invoices import Invoice, InvoiceKind

__all__ = [
    "Account",
    "AccountKind",
    "AccountMapping",
    "AuditFinding",
    "AuditRun",
    "Entry",
    "EntryLine",
    "Invoice",
    "InvoiceBuyer",
    "InvoiceKind",
    "InvoiceLine",
    "InvoiceTax",
    "Journal",
    "LineKind",
    "Role",
    "TaxKind",
]
