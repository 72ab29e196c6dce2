"""Forgetting who was billed, once the law lets us."""

from datetime import datetime

from erp.finance.models import InvoiceBuyer
from erp.finance.services.errors import NotKeptLongEnough
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import NotFound

_BLANK = dict.fromkeys(("name", "firm", "tax_id", "street", "postcode", "city", "email"), "")


@use_case
def erase_buyer(*, invoice_id: int, actor: Actor, at: datetime) -> InvoiceBuyer:
    """
    Blank the buyer of an invoice whose time is over; the invoice and its entries stay. Safe to repeat.

    :raises NotFound: when there is no such invoice. :raises NotKeptLongEnough: while tax law wants it kept.
    """
    found = lock_rows(InvoiceBuyer.objects.select_related("invoice__company").filter(invoice_id=invoice_id))
    if not found:
        raise NotFound
    (buyer,) = found
    today = clock.day_in(buyer.invoice.company.time_zone, at)
    if buyer.erased_on is not None:
        return buyer
    if today < buyer.keep_until:
        raise NotKeptLongEnough(until=buyer.keep_until.isoformat())
    for name, value in (_BLANK | {"erased_on": today}).items():
        setattr(buyer, name, value)
    buyer.save(update_fields=[*_BLANK, "erased_on"])
    return buyer
