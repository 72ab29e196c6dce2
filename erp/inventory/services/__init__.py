"""What can be done with stock: ``from erp.inventory import services as inventory``."""

from erp.inventory.errors import NotEnoughStock, OutOfStock, WrongPlace, WrongQuantity
from erp.inventory.lines import Claim, Demand, Held, Issue, Receipt, Released, Return, ShortLine
from erp.inventory.services.filling import fill_shortages
from erp.inventory.services.issuing import issue_stock
from erp.inventory.services.locating import create_place, create_warehouse, open_virtual_places
from erp.inventory.services.receiving import WrongCurrency, receive_stock, return_stock
from erp.inventory.services.releasing import free_expired, release_stock
from erp.inventory.services.reserving import reserve_many, reserve_stock

__all__ = [
    "Claim",
    "Demand",
    "Held",
    "Issue",
    "NotEnoughStock",
    "OutOfStock",
    "Receipt",
    "Released",
    "Return",
    "ShortLine",
    "WrongCurrency",
    "WrongPlace",
    "WrongQuantity",
    "create_place",
    "create_warehouse",
    "fill_shortages",
    "free_expired",
    "issue_stock",
    "open_virtual_places",
    "receive_stock",
    "release_stock",
    "reserve_many",
    "reserve_stock",
    "return_stock",
]
