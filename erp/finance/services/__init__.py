"""What the books can do."""

from erp.finance.services.accounts import set_up_accounts
from erp.finance.services.auditing import run_audit
from erp.finance.services.erasing import erase_buyer
from erp.finance.services.errors import NotKeptLongEnough, TotalUnproved
from erp.finance.services.invoicing import correct_invoices, issue_invoice
from erp.finance.services.payments import post_money_back, post_payment
from erp.finance.services.posting import AccountMissing, Posting, post_entry, reverse_entry
from erp.finance.services.settling import post_exchange_difference
from erp.finance.services.stock import post_stock

__all__ = [
    "AccountMissing",
    "NotKeptLongEnough",
    "Posting",
    "TotalUnproved",
    "correct_invoices",
    "erase_buyer",
    "issue_invoice",
    "post_entry",
    "post_exchange_difference",
    "post_money_back",
    "post_payment",
    "post_stock",
    "reverse_entry",
    "run_audit",
    "set_up_accounts",
]
