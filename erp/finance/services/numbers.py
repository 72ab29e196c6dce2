"""The number series of invoices and corrections."""

from datetime import datetime

from erp.finance.models import InvoiceKind
from erp.fiscal import queries as fiscal_read
from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberSeries
from erp.foundation import clock
from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.organisation.models import Company

CODE = "main"
# Polish firms count by month; elsewhere a running number of the year is what people expect.
_POLISH = {
    InvoiceKind.INVOICE: ("FV/{year}/{month:02}/{number}", "month"),
    InvoiceKind.CORRECTION: ("FK/{year}/{month:02}/{number}", "month"),
}
_ELSEWHERE = {
    InvoiceKind.INVOICE: ("INV-{year}-{number:05}", "year"),
    InvoiceKind.CORRECTION: ("CN-{year}-{number:05}", "year"),
}


def series_of(company: Company, kind: InvoiceKind) -> NumberSeries:
    """The series a company's documents of a kind are numbered by: its own, or the usual one of its country."""
    found = fiscal_read.series(company, kind.value, CODE)
    return found or define_usual(company, kind, actor=SYSTEM, at=clock.now())


def define_usual(company: Company, kind: InvoiceKind, *, actor: Actor, at: datetime) -> NumberSeries:
    """Define the usual series of the company's country, unless it has one."""
    if found := fiscal_read.series(company, kind.value, CODE):
        return found
    pattern, period = (_POLISH if company.country == "PL" else _ELSEWHERE)[kind]
    return fiscal.define_series(
        company=company, kind=kind.value, code=CODE, pattern=pattern, period=period, actor=actor, at=at
    )
