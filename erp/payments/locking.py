"""The lock of payments: the counters of a record in a currency, and the rows of tenders and refunds."""

from erp.foundation.db import lock_rows
from erp.foundation.refs import Ref
from erp.payments.models import Tender, TenderBalance, TenderRefund


def lock_balance(owner: Ref, currency: str) -> TenderBalance | None:
    """The counters of a record in a currency, if any money has come in."""
    rows = TenderBalance.objects.filter(owner_kind=owner.kind, owner_key=owner.key, currency=currency)
    locked = lock_rows(rows)
    return locked[0] if locked else None


def lock_tender(tender_id: int) -> Tender:
    """A tender that exists, as it is now."""
    return lock_rows(Tender.objects.filter(pk=tender_id))[0]


def lock_refund(refund_id: int) -> TenderRefund:
    """A refund that exists, as it is now."""
    return lock_rows(TenderRefund.objects.filter(pk=refund_id))[0]
