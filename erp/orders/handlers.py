"""What orders hears from the apps below: payments, stock, the catalogue."""

from erp.catalog.events import ProductCreated, VariantChanged
from erp.catalog.models import Variant
from erp.foundation import clock
from erp.foundation.events.registry import Delivered, handles
from erp.inventory.events import ReservationLost, ShortageFilled
from erp.orders import queries, services
from erp.orders.models import Order
from erp.payments.events import TenderPaid, TenderRecorded, TenderRefunded
from erp.payments.models import Tender, TenderRefund

_KIND = Order._meta.label_lower


@handles(TenderRecorded, TenderPaid, name="orders.follow_tender")
def follow_tender(fact: TenderRecorded | TenderPaid, delivered: Delivered) -> None:
    """Money was promised, came in, or did not."""
    _refresh_payment(Tender.objects.get(pk=fact.tender_id), delivered)


@handles(TenderRefunded, name="orders.follow_money_back")
def follow_money_back(fact: TenderRefunded, delivered: Delivered) -> None:
    """Money went back."""
    _refresh_payment(TenderRefund.objects.get(pk=fact.refund_id), delivered)


@handles(
    ShortageFilled,
    ReservationLost,
    name="orders.refresh_reserved",
    key=lambda fact: f"{fact.owner_kind}:{fact.owner_key}",
    coalesce=True,
)
def refresh_reserved(fact: ShortageFilled | ReservationLost, delivered: Delivered) -> None:
    """Goods came for an order, or were taken from it."""
    if fact.owner_kind == _KIND:
        services.refresh_reserved(order_id=int(fact.owner_key), actor=delivered.actor, at=clock.now())


@handles(ProductCreated, VariantChanged, name="orders.match_product")
def match_product(fact: ProductCreated | VariantChanged, delivered: Delivered) -> None:
    """Orders may wait for just this product to become known."""
    if isinstance(fact, ProductCreated):
        variants = Variant.objects.filter(product=fact.product_id)
    else:
        variants = Variant.objects.filter(pk=fact.variant_id)
    for company_id, sku in variants.values_list("company_id", "sku"):
        for order_id in queries.waiting_for_sku(company_id, sku):
            services.match_lines(order_id=order_id, actor=delivered.actor, at=clock.now())


def _refresh_payment(money: Tender | TenderRefund, delivered: Delivered) -> None:
    if order := queries.order_of(money.owner):
        services.refresh_payment(order_id=order.pk, actor=delivered.actor, at=clock.now())
