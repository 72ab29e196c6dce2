"""Reads of payments."""

from django.db.models import QuerySet

from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.payments.models import Tender, TenderBalance, TenderRefund


def tenders_of(owner: Ref) -> "QuerySet[Tender]":
    """All tenders of a record, in the order in which they were recorded."""
    return Tender.objects.filter(owner_kind=owner.kind, owner_key=owner.key).order_by("pk")


def refunds_of(owner: Ref) -> "QuerySet[TenderRefund]":
    """All refunds of a record, in the order in which they were recorded."""
    return TenderRefund.objects.filter(owner_kind=owner.kind, owner_key=owner.key).order_by("pk")


def balances(owner: Ref) -> dict[str, tuple[Money, Money]]:
    """What came in and what went back for a record, by currency."""
    rows = TenderBalance.objects.filter(owner_kind=owner.kind, owner_key=owner.key)
    return {
        row.currency: (Money(row.paid, row.currency), Money(row.refunded, row.currency))
        for row in rows.order_by("currency")
    }


def paid(owner: Ref, currency: str | None = None) -> Money:
    """
    What came in for a record, refunds not taken off.

    ``currency`` may be left out where money came in, in one currency only.

    :raises ValueError: when it is left out and none or several could be meant.
    """
    return _balance(owner, currency)[0]


def refunded(owner: Ref, currency: str | None = None) -> Money:
    """What went back for a record; see :func:`paid`."""
    return _balance(owner, currency)[1]


def _balance(owner: Ref, currency: str | None) -> tuple[Money, Money]:
    found = balances(owner)
    if currency is not None:
        return found.get(currency, (Money.zero(currency), Money.zero(currency)))
    if len(found) != 1:
        raise ValueError(f"{owner} was paid in {len(found)} currencies: say which is meant")
    return next(iter(found.values()))
