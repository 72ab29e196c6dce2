"""Tax rates and exchange rates are recorded."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.fiscal import queries
from erp.fiscal.events import TaxRateSet, TaxRateWithdrawn
from erp.fiscal.models import ExchangeRate, TaxClass, TaxRate
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import Conflict, Invalid, NotAllowed
from erp.foundation.events.publishing import publish


class RateOverlaps(Conflict):
    """Another rate holds already from a later day on."""

    code = "rate-overlaps"
    message = _("A rate that begins later than %(valid_from)s is kept already.")


class LawOfAll(NotAllowed):
    """Rates are the law of a country, the same for all companies here."""

    code = "law-of-all"
    message = _("Tax rates hold for every company here, and you don't look after all of them.")


class PastRate(Invalid):
    """A rate can't begin on a day for which documents may have been written by the one that holds."""

    code = "past-rate"


@use_case
def set_tax_rate(
    *, country: str, tax_class: TaxClass, rate: Decimal, valid_from: date, actor: Actor, at: datetime
) -> TaxRate:
    """
    Let a rate (percent) hold from a day on; the one that held until then ends the day before. Safe to repeat.

    :raises RateOverlaps: when a rate that begins later, or another one of the same day, is kept already.
    :raises PastRate: when it would change a rate of today or earlier.
    :raises LawOfAll: for somebody who may not in all companies.
    """
    if not queries.may_set_rates(actor):
        raise LawOfAll
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
    if kept and valid_from <= at.date():
        raise PastRate(field="valid_from", reason=_("the rate that holds today can only change from tomorrow on."))
    for row in kept:
        row.valid_to = valid_from - timedelta(days=1)
        row.save(update_fields=["valid_to"])
    new = TaxRate.objects.create(country=country, tax_class=tax_class, rate=rate, valid_from=valid_from)
    fact = TaxRateSet(tax_rate_id=new.pk, country=country, tax_class=tax_class.code, rate=rate, valid_from=valid_from)
    publish(fact, actor=actor, subjects=[new.ref, *(row.ref for row in kept)])
    return new


@use_case
def withdraw_tax_rate(*, tax_rate: TaxRate, actor: Actor, at: datetime) -> None:
    """
    Take back a rate that has not begun; the one before it holds on. Safe to repeat.

    :raises PastRate: when it has begun. :raises LawOfAll: as for :func:`set_tax_rate`.
    """
    if not queries.may_set_rates(actor):
        raise LawOfAll
    same = TaxRate.objects.filter(country=tax_rate.country, tax_class=tax_rate.tax_class_id)
    rows = {row.pk: row for row in lock_rows(same)}
    gone = rows.pop(tax_rate.pk, None)
    if gone is None:
        return
    if gone.valid_from <= at.date():
        raise PastRate(field="valid_from", reason=_("the rate holds already."))
    before = next((row for row in rows.values() if row.valid_to == gone.valid_from - timedelta(days=1)), None)
    gone.delete()
    if before is not None:
        before.valid_to = gone.valid_to
        before.save(update_fields=["valid_to"])
    fact = TaxRateWithdrawn(
        country=tax_rate.country,
        tax_class=tax_rate.tax_class.code,
        rate=tax_rate.rate,
        valid_from=tax_rate.valid_from,
    )
    publish(fact, actor=actor, subjects=[before.ref] if before else ())


@use_case
def open_country(*, country: str, standard: Decimal | None, on: date, actor: Actor, at: datetime) -> None:
    """
    Keep from a day on what every country has: goods at zero and exempt ones, and the standard rate in percent.

    Only where no rate of the country and class is kept: what somebody set, or the law's known rates, stay.
    Safe to repeat.
    """
    usual = {"zero": Decimal(0), "exempt": Decimal(0)} | ({"standard": standard} if standard is not None else {})
    kept = set(TaxRate.objects.filter(country=country).values_list("tax_class__code", flat=True))
    classes = TaxClass.objects.filter(code__in=usual.keys() - kept)
    TaxRate.objects.bulk_create(
        TaxRate(country=country, tax_class=one, rate=usual[one.code], valid_from=on) for one in classes
    )


@use_case
def record_exchange_rate(
    *, base: str, quote: str, on: date, rate: Decimal, source: str, actor: Actor, at: datetime
) -> ExchangeRate:
    """Keep a published rate: one ``base`` costs ``rate`` ``quote``. Safe to repeat; the newest word for a day holds."""
    row, _created = ExchangeRate.objects.update_or_create(
        base=base, quote=quote, on=on, defaults={"rate": rate, "source": source}
    )
    return row
