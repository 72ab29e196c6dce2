"""What a shop shows wrongly is called by SKU and parcel, not by the channel's ids."""

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.sync import services
from erp.sync.models import DesiredState
from erp.sync.portal.naming import named
from tests.flows.stage import Firm, firm, shop, start_carrier

__all__ = ["firm", "shop", "start_carrier"]  # fixtures


def test_stock_is_named_by_its_sku_and_what_is_unknown_by_its_short_id(firm: Firm) -> None:
    variant = firm.variants["MUG-1"]
    services.desire_stock(variant_ids={variant.pk}, actor=SYSTEM, at=clock.now())
    known = DesiredState.objects.filter(account=firm.account, kind="stock").order_by("pk")
    rows = {name: url for _state, name, url in named(firm.account, list(known))}
    assert rows["MUG-1"] == f"/stock/{variant.pk}/"
    unknown = DesiredState(account=firm.account, kind="stock", subject="gid://shopify/InventoryItem/77|gid://x/1")
    assert named(firm.account, [unknown]) == [(unknown, "77", "")]
