"""Bulk import: batches of 500, one poison order among them fails alone."""

from dataclasses import replace

import pytest

from erp.foundation.actor import SYSTEM
from erp.foundation.db import use_case
from erp.foundation.money import Money
from erp.inventory.models import Reservation
from erp.inventory.queries import audit
from erp.orders import services as orders
from erp.orders.models import Order, OrderLine
from tests.factories.orders import AT, CHANNEL, GUEST, Shop, a_draft, a_line, a_shop


@pytest.fixture
def shop(own_db: str) -> Shop:
    return a_shop(mugs=5000, plates=5000)


def test_one_poison_order_among_500_fails_alone(shop: Shop) -> None:
    drafts = [a_draft(shop, contact=GUEST, paid=False) for _ in range(500)]
    poison = replace(drafts[321], lines=(a_line("MUG", 0),), total=Money(12, "PLN"))
    drafts[321] = poison
    done = orders.import_orders(drafts=drafts, actor=CHANNEL, at=AT)
    assert (done.created, done.known, [failure.draft for failure in done.failures]) == (499, 0, [poison])
    assert (Order.objects.count(), OrderLine.objects.count(), Reservation.objects.count()) == (499, 998, 998)
    assert audit(shop.company) == []


def test_importing_again_finds_what_is_known_and_takes_the_rest(shop: Shop) -> None:
    drafts = [a_draft(shop) for _ in range(6)]
    orders.import_orders(drafts=drafts[:4], actor=CHANNEL, at=AT)
    done = orders.import_orders(drafts=[*drafts, drafts[5]], actor=CHANNEL, at=AT)
    assert (done.created, done.known, done.failures) == (2, 5, [])
    assert set(Order.objects.values_list("status", "payment_status")) == {("confirmed", "paid")}


def test_a_bulk_import_gives_what_single_imports_give(shop: Shop) -> None:
    drafts = [a_draft(shop, a_line("MUG", 3), a_line("NOPE", 1, "2.00")), a_draft(shop, paid=False)]
    orders.import_orders(drafts=drafts, actor=CHANNEL, at=AT)
    for draft in drafts:
        orders.import_order(draft=replace(draft, source="shopify:4"), actor=CHANNEL, at=AT)
    columns = ("status", "holds", "payment_status", "total", "short", "ready_at", "lines_total", "source_digest")
    bulk, single = (
        list(Order.objects.filter(source=source).order_by("source_ref").values_list(*columns))
        for source in ("shopify:3", "shopify:4")
    )
    assert bulk == single


def test_a_bulk_import_refuses_to_run_inside_a_transaction(shop: Shop) -> None:
    @use_case
    def inside(*, actor: object) -> None:
        orders.import_orders(drafts=[], actor=CHANNEL, at=AT)

    with pytest.raises(RuntimeError, match="commits each batch"):
        inside(actor=SYSTEM)
