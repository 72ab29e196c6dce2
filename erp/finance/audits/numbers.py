"""The numbers of each series run from one to the last taken, without a gap; every document has one of them."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from erp.finance.audits.checking import Check, Found, sort_out
from erp.finance.models import Invoice
from erp.fiscal.models import NumberCounter, NumberSeries
from erp.foundation.organisation.models import Company


def find(company: Company) -> Found:
    """Numbers that are missing, and documents whose number no series gave."""
    numbers = dict(Invoice.objects.filter(company=company).values_list("number", "series_id"))
    rows: list[dict[str, object]] = []
    for series in NumberSeries.objects.filter(company=company, pk__in=set(numbers.values())):
        own = {number for number, series_id in numbers.items() if series_id == series.pk}
        given = {
            written(series, counter, serial)
            for counter in NumberCounter.objects.filter(series=series)
            for serial in range(1, counter.last + 1)
        }
        rows += [{"series": str(series), "missing": number} for number in sorted(given - own)]
        rows += [{"series": str(series), "not_given": number} for number in sorted(own - given)]
    return sort_out(rows)


def written(series: NumberSeries, counter: NumberCounter, serial: int) -> str:
    """A number as the series writes it in a counter's period (``""``, ``2026`` or ``2026-03``)."""
    year, _dash, month = counter.period.partition("-")
    first = date(int(year or 1), int(month or 1), 1)
    return series.pattern.format(number=serial, year=first.year, month=first.month)


CHECK = Check("numbers_have_no_gaps", _("Numbers of invoices have no gaps"), find)
