"""Price lists are defined."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import Conflict, Invalid
from erp.foundation.organisation.models import Company
from erp.pricing.locking import lock_price_list
from erp.pricing.models import PriceList


class InvalidPriceList(Invalid):
    """A detail of the list can't be right; ``field`` says which."""

    code = "invalid-price-list"


class PriceListDiffers(Conflict):
    """A list of this code exists in another currency, or with the other meaning of tax."""

    code = "price-list-differs"
    message = _("The price list %(list_code)s exists already in another currency or with another treatment of tax.")


@use_case
def define_price_list(
    *,
    company: Company,
    code: str,
    name: str,
    currency: str,
    includes_tax: bool,
    actor: Actor,
    at: datetime,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> PriceList:
    """
    Make a price list. Safe to repeat: the list that has the code is returned unchanged.

    :raises PriceListDiffers: when that one has another currency or the other meaning of tax.
    :raises InvalidPriceList: when it lacks a code or name, or ends before it starts.
    """
    if not code.strip() or not name.strip():
        raise InvalidPriceList(field="code", reason=_("a price list needs a code and a name."))
    _check_days(valid_from, valid_to)
    row, _created = PriceList.objects.get_or_create(
        company=company,
        code=code.strip(),
        defaults={
            "name": name.strip(),
            "currency": currency,
            "includes_tax": includes_tax,
            "valid_from": valid_from,
            "valid_to": valid_to,
        },
    )
    if (row.currency, row.includes_tax) != (currency, includes_tax):
        raise PriceListDiffers(list_code=code)
    return row


@use_case
def update_price_list(
    *, price_list: PriceList, name: str, valid_from: date | None, valid_to: date | None, actor: Actor, at: datetime
) -> PriceList:
    """
    Change name and validity; currency and the meaning of tax stay, since prices were written under them.

    :raises InvalidPriceList: when it lacks a name, or ends before it starts.
    """
    if not name.strip():
        raise InvalidPriceList(field="name", reason=_("a price list needs a code and a name."))
    _check_days(valid_from, valid_to)
    row = lock_price_list(price_list.pk)
    row.name, row.valid_from, row.valid_to = name.strip(), valid_from, valid_to
    row.save(update_fields=["name", "valid_from", "valid_to"])
    return row


def _check_days(valid_from: date | None, valid_to: date | None) -> None:
    if valid_from and valid_to and valid_to < valid_from:
        raise InvalidPriceList(field="valid_to", reason=_("it would end before it starts."))
