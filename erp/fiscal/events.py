"""Facts about number series and tax rates."""

from datetime import date
from decimal import Decimal

from erp.foundation.events.facts import Fact


class SeriesDefined(Fact, app="fiscal"):
    """A number series is new; with ``replaces``, documents count on in it instead of that one."""

    series_id: int
    replaces: int | None


class SeriesChanged(Fact, app="fiscal"):
    """The pattern or period of a series from which no number was taken yet changed."""

    series_id: int
    pattern: str


class TaxRateSet(Fact, app="fiscal"):
    """A rate (percent) of a class holds in a country from a day on."""

    tax_rate_id: int
    country: str
    tax_class: str
    rate: Decimal
    valid_from: date


class TaxRateWithdrawn(Fact, app="fiscal"):
    """A rate that had not begun yet was taken back; the one before it holds on."""

    country: str
    tax_class: str
    rate: Decimal
    valid_from: date
