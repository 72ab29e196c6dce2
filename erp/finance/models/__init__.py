"""The tables of the money ledger."""

from erp.finance.models.accounts import Account, AccountKind, AccountMapping, Role
from erp.finance.models.entries import Entry, EntryLine, Journal

__all__ = ["Account", "AccountKind", "AccountMapping", "Entry", "EntryLine", "Journal", "Role"]
