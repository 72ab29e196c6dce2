"""What can be done with prices."""

from erp.pricing.services.lists import InvalidPriceList, PriceListDiffers, define_price_list, update_price_list
from erp.pricing.services.prices import InvalidPrice, end_price, set_price

__all__ = [
    "InvalidPrice",
    "InvalidPriceList",
    "PriceListDiffers",
    "define_price_list",
    "end_price",
    "set_price",
    "update_price_list",
]
