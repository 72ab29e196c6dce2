"""Reads of prices."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.errors import BusinessError
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.pricing import explaining
from erp.pricing.explaining import PricedLine, Step
from erp.pricing.models import Price, PriceList


class NoPrice(BusinessError):
    """The list holds no price for the variant, quantity and day."""

    code = "no-price"
    message = _("“%(price_list)s” has no price for this product in this quantity on %(on)s.")


def price_list_by_code(company: Company | int, code: str) -> PriceList | None:
    """A company's price list by its code, if there is one."""
    return PriceList.objects.filter(company=company, code=code).first()


def price_line(variant_id: int, quantity: Decimal, price_list: PriceList, on: date) -> PricedLine:
    """
    What one unit costs when so many are bought on a day, and why.

    :raises NoPrice: when the list says nothing about it; a price is never guessed.
    """
    priced = price_lines({variant_id: quantity}, price_list, on)
    if variant_id not in priced:
        raise NoPrice(price_list=price_list.name, on=on.isoformat())
    return priced[variant_id]


def price_lines(quantities: Mapping[int, Decimal], price_list: PriceList, on: date) -> dict[int, PricedLine]:
    """:func:`price_line` for many variants (id -> quantity) in one query; those without a price are left out."""
    if not _in_force(price_list, on):
        return {}
    best: dict[int, Price] = {}
    rows = Price.objects.filter(price_list=price_list, variant__in=list(quantities)).filter(_holds(on))
    for price in rows.order_by("min_quantity"):
        if price.min_quantity <= quantities[price.variant_id]:
            best[price.variant_id] = price
    return {key: _explained(price, price_list) for key, price in best.items()}


def _holds(on: date) -> Q:
    started = Q(valid_from=None) | Q(valid_from__lte=on)
    not_ended = Q(valid_to=None) | Q(valid_to__gte=on)
    return started & not_ended


def _in_force(price_list: PriceList, on: date) -> bool:
    return not (
        (price_list.valid_from and on < price_list.valid_from) or (price_list.valid_to and on > price_list.valid_to)
    )


def _explained(price: Price, price_list: PriceList) -> PricedLine:
    money = Money(price.amount, price_list.currency)
    amount = f"{price.amount.normalize():f} {price_list.currency}"
    whole = explaining.FROM_LIST_GROSS if price_list.includes_tax else explaining.FROM_LIST_NET
    steps = [Step(whole, {"name": price_list.name, "currency": price_list.currency})]
    if price.min_quantity > 1:
        minimum = f"{price.min_quantity.normalize():f}"
        steps.append(Step(explaining.FROM_QUANTITY, {"min_quantity": minimum, "amount": amount}))
    else:
        steps.append(Step(explaining.FOR_ANY_QUANTITY, {"amount": amount}))
    if price.valid_from:
        steps.append(Step(explaining.VALID_FROM, {"valid_from": price.valid_from.isoformat()}))
    if price.valid_to:
        steps.append(Step(explaining.VALID_TO, {"valid_to": price.valid_to.isoformat()}))
    return PricedLine(price.variant_id, money, price_list.includes_tax, tuple(steps))
