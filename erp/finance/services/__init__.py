"""What the books can do."""

from erp.finance.services.accounts import set_up_accounts
from erp.finance.services.posting import AccountMissing, Posting, post_entry, reverse_entry
from erp.finance.services.stock import post_stock

__all__ = ["AccountMissing", "Posting", "post_entry", "post_stock", "reverse_entry", "set_up_accounts"]
