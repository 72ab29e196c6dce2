"""What can be done with stock: ``from erp.inventory import services as inventory``."""

from erp.inventory.errors import KitNotStocked, NotEnoughStock, OutOfStock, WrongPlace, WrongQuantity
from erp.inventory.lines import Claim, Demand, Held, Issue, Receipt, Released, Return, ShortLine
from erp.inventory.services.adjusting import ReasonMissing, adjust_stock, found_stock, write_off
from erp.inventory.services.arranging import HeldFromSale, InUseInside, NotEmpty, PlaceDetails, update_place
from erp.inventory.services.counting import (
    CountClosed,
    CountOutdated,
    cancel_count,
    close_count,
    enter_count,
    open_count,
)
from erp.inventory.services.filling import fill_shortages
from erp.inventory.services.goods_in import Arrival, book_goods_in
from erp.inventory.services.issuing import issue_stock
from erp.inventory.services.locating import create_place, create_places, create_warehouse, open_virtual_places
from erp.inventory.services.receiving import WrongCurrency, receive_stock, return_stock
from erp.inventory.services.releasing import free_expired, release_stock
from erp.inventory.services.reserving import reserve_many, reserve_stock
from erp.inventory.services.transferring import (
    NothingToSend,
    cancel_transfer,
    create_transfer,
    dispatch_transfer,
    give_up_transfer,
    receive_transfer,
)

__all__ = [
    "Arrival",
    "Claim",
    "CountClosed",
    "CountOutdated",
    "Demand",
    "Held",
    "HeldFromSale",
    "InUseInside",
    "Issue",
    "KitNotStocked",
    "NotEmpty",
    "NotEnoughStock",
    "NothingToSend",
    "OutOfStock",
    "PlaceDetails",
    "ReasonMissing",
    "Receipt",
    "Released",
    "Return",
    "ShortLine",
    "WrongCurrency",
    "WrongPlace",
    "WrongQuantity",
    "adjust_stock",
    "book_goods_in",
    "cancel_count",
    "cancel_transfer",
    "close_count",
    "create_place",
    "create_places",
    "create_transfer",
    "create_warehouse",
    "dispatch_transfer",
    "enter_count",
    "fill_shortages",
    "found_stock",
    "free_expired",
    "give_up_transfer",
    "issue_stock",
    "open_count",
    "open_virtual_places",
    "receive_stock",
    "receive_transfer",
    "release_stock",
    "reserve_many",
    "reserve_stock",
    "return_stock",
    "update_place",
    "write_off",
]
