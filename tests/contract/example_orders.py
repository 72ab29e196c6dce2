"""Examples of orders."""

from erp.foundation import clock
from erp.foundation.organisation.models import Company
from erp.orders import queries
from erp.orders import services as orders
from erp.orders.models import Order
from tests.contract.examples import example_for, example_of
from tests.factories.catalog import a_variant
from tests.factories.inventory import a_warehouse, stocked
from tests.factories.orders import AT, CHANNEL, Shop, a_draft
from tests.factories.organisation import SalesChannelFactory


@example_of(Order)
def order(company: Company) -> Order:
    """A paid order of mugs and plates of this company."""
    number = Order.objects.count()
    warehouse = a_warehouse(company, f"W{company.pk}-{number}")
    mug, plate = (a_variant(company, f"{sku}-{number}") for sku in ("MUG", "PLATE"))
    for variant in (mug, plate):
        stocked(variant, warehouse, 5)
    shop = Shop(company, SalesChannelFactory.create(company=company), warehouse, mug, plate)
    return orders.import_order(draft=a_draft(shop), actor=CHANNEL, at=AT)


@example_for("orders:track")
def link(company: Company) -> dict[str, str]:
    """A customer's link to an order of this company."""
    return {"token": queries.customer_link(order(company), at=clock.now()).rsplit("/", 2)[1]}
