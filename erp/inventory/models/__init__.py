"""Tables of the goods ledger."""

from erp.inventory.models.counts import CountLine, StockCount
from erp.inventory.models.goods_in import GoodsIn
from erp.inventory.models.locations import INTERNAL, STOCKED, VIRTUAL, Location, LocationKind
from erp.inventory.models.moves import StockMove
from erp.inventory.models.promises import Reservation, Shortage
from erp.inventory.models.stock import StockLevel, VariantCost
from erp.inventory.models.transfers import Transfer, TransferLine

__all__ = [
    "INTERNAL",
    "STOCKED",
    "VIRTUAL",
    "CountLine",
    "GoodsIn",
    "Location",
    "LocationKind",
    "Reservation",
    "Shortage",
    "StockCount",
    "StockLevel",
    "StockMove",
    "Transfer",
    "TransferLine",
    "VariantCost",
]
