"""The number series of shipments."""

from datetime import datetime

from erp.fiscal import queries as fiscal_read
from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberSeries, Period
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.organisation.models import Company

KIND, CODE = "shipment", "WZ"


@use_case
def set_up_numbers(*, company: Company, actor: Actor, at: datetime) -> None:
    """Give a company the usual number series of shipments, unless it has one. Safe to repeat."""
    series_of(company, actor=actor, at=at)


def series_of(company: Company, *, actor: Actor, at: datetime) -> NumberSeries:
    """The series that a company's shipments are numbered by, defined with the first one."""
    return fiscal_read.series(company, KIND, CODE) or fiscal.define_series(
        company=company,
        kind=KIND,
        code=CODE,
        pattern="WZ/{year}/{number}",
        period=Period.YEAR,
        actor=actor,
        at=at,
    )
