"""What the books do when something happened below."""

from erp.finance import services
from erp.foundation import clock
from erp.foundation.events.registry import Delivered, handles
from erp.foundation.refs import Ref
from erp.inventory.events import StockValued


@handles(StockValued, name="finance.post_stock")
def post_stock(fact: StockValued, delivered: Delivered) -> None:
    """The value of goods that came or went."""
    services.post_stock(
        origin=Ref(fact.origin_kind, fact.origin_key), purpose=fact.purpose, actor=delivered.actor, at=clock.now()
    )
