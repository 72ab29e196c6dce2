"""Prices are set and ended."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import Variant
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Invalid
from erp.foundation.events.publishing import publish
from erp.foundation.money import CurrencyMismatch, Money
from erp.foundation.quantity import quantity
from erp.pricing.events import PriceChanged
from erp.pricing.locking import lock_price_list
from erp.pricing.models import Price, PriceList

_DAY = timedelta(days=1)


class InvalidPrice(Invalid):
    """A price that can't be; ``field`` says why."""

    code = "invalid-price"


@use_case
def set_price(
    *,
    price_list: PriceList,
    variant: Variant,
    unit_price: Money,
    actor: Actor,
    at: datetime,
    min_quantity: Decimal = Decimal(1),
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Price:
    """
    Let a price hold on a list from a day to a day (both included; None = without end on that side).

    What held on those days before gives way to it; before and after them it goes on to hold. Safe to repeat.

    :raises CurrencyMismatch: when the price is not in the list's currency.
    :raises InvalidPrice: for a negative price, a quantity not above zero, or days the wrong way round.
    """
    if unit_price.currency != price_list.currency:
        raise CurrencyMismatch(f"{unit_price.currency} on a list in {price_list.currency}")
    if unit_price.amount < 0:
        raise InvalidPrice(field="amount", reason=_("a price is not negative."))
    if min_quantity <= 0:
        raise InvalidPrice(field="min_quantity", reason=_("a quantity is above zero."))
    if valid_from and valid_to and valid_to < valid_from:
        raise InvalidPrice(field="valid_to", reason=_("it would end before it starts."))
    lock_price_list(price_list.pk)
    exact = quantity(min_quantity)
    same = Price.objects.filter(price_list=price_list, variant=variant, min_quantity=exact)
    held = same.filter(valid_from=valid_from, valid_to=valid_to, amount=unit_price.amount).first()
    if held:
        return held
    _clear(list(same.filter(_overlapping(valid_from, valid_to))), valid_from, valid_to)
    price = Price.objects.create(
        company_id=price_list.company_id,
        price_list=price_list,
        variant=variant,
        min_quantity=exact,
        amount=unit_price.amount,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    _tell(price, variant, actor)
    return price


@use_case
def end_price(*, price: Price, after: date, actor: Actor, at: datetime) -> None:
    """Let a price hold no longer than a day; one that would start later is taken away. Safe to repeat."""
    lock_price_list(price.price_list_id)
    row = Price.objects.filter(pk=price.pk).first()
    if row is None or (row.valid_to and row.valid_to <= after):
        return
    if row.valid_from and row.valid_from > after:
        row.delete()
    else:
        row.valid_to = after
        row.save(update_fields=["valid_to"])
    _tell(row, price.variant, actor)


def _overlapping(valid_from: date | None, valid_to: date | None) -> Q:
    condition = Q()
    if valid_to:
        condition &= Q(valid_from=None) | Q(valid_from__lte=valid_to)
    if valid_from:
        condition &= Q(valid_to=None) | Q(valid_to__gte=valid_from)
    return condition


def _clear(prices: list[Price], valid_from: date | None, valid_to: date | None) -> None:
    """Cut the days out of prices that hold on them; what is left before and after stays as rows of its own."""
    for price in prices:
        before = valid_from is not None and (price.valid_from is None or price.valid_from < valid_from)
        after = valid_to is not None and (price.valid_to is None or price.valid_to > valid_to)
        end, rest_from = (valid_from - _DAY if valid_from else None), (valid_to + _DAY if valid_to else None)
        old_end = price.valid_to
        if before:
            price.valid_to = end
            price.save(update_fields=["valid_to"])
        elif after:
            price.valid_from = rest_from
            price.save(update_fields=["valid_from"])
        else:
            price.delete()
        if before and after:
            Price.objects.create(
                company_id=price.company_id,
                price_list_id=price.price_list_id,
                variant_id=price.variant_id,
                min_quantity=price.min_quantity,
                amount=price.amount,
                valid_from=rest_from,
                valid_to=old_end,
            )


def _tell(price: Price, variant: Variant, actor: Actor) -> None:
    publish(
        PriceChanged(variant_id=price.variant_id, price_list_id=price.price_list_id),
        actor=actor,
        subjects=[price.price_list.ref, variant.ref],
    )
