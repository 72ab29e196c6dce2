"""What can be done with rates and numbers."""

from erp.fiscal.services.numbering import InvalidPattern, SeriesDiffers, define_series, take_number
from erp.fiscal.services.rates import RateOverlaps, record_exchange_rate, set_tax_rate

__all__ = [
    "InvalidPattern",
    "RateOverlaps",
    "SeriesDiffers",
    "define_series",
    "record_exchange_rate",
    "set_tax_rate",
    "take_number",
]
