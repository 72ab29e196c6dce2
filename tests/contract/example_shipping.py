"""Examples of shipments."""

from erp.foundation.organisation.models import Company
from erp.orders import services as orders
from erp.shipping import services as shipping
from erp.shipping.models import Shipment
from tests.contract.examples import example_for, example_of
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import a_warehouse, an_origin, stocked
from tests.factories.orders import AT, CHANNEL, Shop, a_draft, a_line
from tests.factories.organisation import SalesChannelFactory


@example_of(Shipment)
def shipment(company: Company) -> Shipment:
    """A planned shipment of a paid order."""
    warehouse, mug = a_warehouse(company, f"S{an_origin().key}"), VariantFactory.create(company=company)
    stocked(mug, warehouse, 5)
    shop = Shop(company, SalesChannelFactory.create(company=company), warehouse, mug, mug)
    order = orders.import_order(draft=a_draft(shop, a_line(mug.sku)), actor=CHANNEL, at=AT)
    return shipping.plan_shipments(order_id=order.pk, actor=CHANNEL, at=AT)[0]


@example_for(
    *(f"shipping:{verb}" for verb in ("shipment", "pick", "start", "pack", "label", "dispatch", "deliver", "cancel"))
)
def named(company: Company) -> dict[str, object]:
    """The place of a shipment in an address."""
    return {"pk": shipment(company).pk}
