"""Tax rates and exchange rates are recorded."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.fiscal.models import ExchangeRate, TaxClass, TaxRate
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import Conflict


class RateOverlaps(Conflict):
    """Another rate holds already from a later day on."""

    code = "rate-overlaps"
    message = _("A rate that begins later than %(valid_from)s is kept already.")


@use_case
def set_tax_rate(
    *, country: str, tax_class: TaxClass, rate: Decimal, valid_from: date, actor: Actor, at: datetime
) -> TaxRate:
    """
    Let a rate (percent) hold from a day on; the one that held until then ends the day before. Safe to repeat.

    :raises RateOverlaps: when a rate that begins later, or another one of the same day, is kept already.
    """
    kept = lock_rows(
        TaxRate.objects.filter(country=country, tax_class=tax_class).filter(
            Q(valid_to=None) | Q(valid_to__gte=valid_from)
        )
    )
    for row in kept:
        if row.valid_from >= valid_from:
            if (row.valid_from, row.rate, row.valid_to) == (valid_from, rate, None):
                return row
            raise RateOverlaps(valid_from=valid_from.isoformat())
    for row in kept:
        row.valid_to = valid_from - timedelta(days=1)
        row.save(update_fields=["valid_to"])
    return TaxRate.objects.create(country=country, tax_class=tax_class, rate=rate, valid_from=valid_from)


@use_case
def record_exchange_rate(
    *, base: str, quote: str, on: date, rate: Decimal, source: str, actor: Actor, at: datetime
) -> ExchangeRate:
    """Keep a published rate: one ``base`` costs ``rate`` ``quote``. Safe to repeat; the newest word for a day holds."""
    row, _created = ExchangeRate.objects.update_or_create(
        base=base, quote=quote, on=on, defaults={"rate": rate, "source": source}
    )
    return row
