"""What can be done with rates and numbers."""

from erp.fiscal.kinds import register_kind
from erp.fiscal.services.numbering import InvalidPattern, SeriesDiffers, change_series, define_series, take_number
from erp.fiscal.services.rates import (
    LawOfAll,
    PastRate,
    RateOverlaps,
    open_country,
    record_exchange_rate,
    set_tax_rate,
    withdraw_tax_rate,
)

__all__ = [
    "InvalidPattern",
    "LawOfAll",
    "PastRate",
    "RateOverlaps",
    "SeriesDiffers",
    "change_series",
    "define_series",
    "open_country",
    "record_exchange_rate",
    "register_kind",
    "set_tax_rate",
    "take_number",
    "withdraw_tax_rate",
]
