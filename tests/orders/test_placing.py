"""Orders are placed and imported: once, with their stock, whatever a channel sold."""

from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from erp.crm.models import Customer
from erp.foundation.events.models import Event
from erp.foundation.money import CurrencyMismatch, Money
from erp.foundation.workqueue.models import WorkItem
from erp.inventory import services as inventory
from erp.inventory.models import Reservation, Shortage
from erp.orders import services as orders
from erp.orders.models import Order, OrderLine
from tests.builders import line_of
from tests.factories.inventory import level
from tests.factories.orders import AT, CHANNEL, GUEST, Shop, a_draft, a_line, a_shop, a_tender


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def _facts(order: Order) -> list[str]:
    events = Event.objects.filter(subjects__kind="orders.order", subjects__key=str(order.pk))
    return [name for name in events.order_by("id").values_list("name", flat=True) if name.startswith("orders.")]


def test_a_paid_order_is_confirmed_and_holds_its_stock(shop: Shop) -> None:
    order = orders.import_order(draft=a_draft(shop), actor=CHANNEL, at=AT)

    order.refresh_from_db()
    assert (order.status, order.payment_status, order.short, order.ready_at) == ("confirmed", "paid", False, AT)
    assert (order.total, order.lines_total, order.shipping_total) == (Decimal(111), Decimal(99), Decimal(12))
    assert order.identity_difference == 0
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 2}
    assert level(shop.mug, shop.warehouse) == (10, 2)
    assert _facts(order) == ["orders.OrderPlaced", "orders.OrderReady"]
    assert [address.kind for address in order.addresses.all()] == ["shipping"]
    assert order.number == f"S-{order.pk}"


def test_an_unpaid_order_waits_for_its_money(shop: Shop) -> None:
    order = orders.import_order(draft=a_draft(shop, paid=False), actor=CHANNEL, at=AT)
    assert (order.status, order.payment_status, order.ready_at) == ("new", "unpaid", None)
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 2}
    assert _facts(order) == ["orders.OrderPlaced"]


@pytest.mark.parametrize("terms", ["cod", "on_account"])
def test_an_order_that_is_paid_later_is_confirmed_at_once(shop: Shop, terms: str) -> None:
    from erp.orders.drafts import PaymentTerms

    draft = a_draft(shop, paid=False, payment_terms=PaymentTerms(terms))
    order = orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    assert (order.status, order.payment_status) == ("confirmed", "unpaid")


def test_the_same_order_is_taken_once(shop: Shop) -> None:
    draft = a_draft(shop, contact=GUEST)
    first = orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    second = orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    assert (first, Order.objects.count(), OrderLine.objects.count()) == (second, 1, 2)
    assert (Reservation.objects.count(), Customer.objects.count()) == (2, 1)
    assert _facts(first) == ["orders.OrderPlaced", "orders.OrderReady"]


def test_what_was_sold_without_stock_is_taken_and_flagged(db: None) -> None:
    shop = a_shop(mugs=1, plates=0)
    order = orders.import_order(draft=a_draft(shop), actor=CHANNEL, at=AT)
    order.refresh_from_db()
    assert (order.status, order.short, order.ready_at) == ("confirmed", True, AT)
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 1}
    assert line_of(order, "PLATE") == {"quantity": 1}
    assert sorted(Shortage.objects.values_list("quantity", flat=True)) == [1, 1]


def test_nothing_in_stock_is_not_ready(db: None) -> None:
    order = orders.import_order(draft=a_draft(a_shop(mugs=0, plates=0)), actor=CHANNEL, at=AT)
    order.refresh_from_db()
    assert (order.status, order.short, order.ready_at) == ("confirmed", True, None)
    assert _facts(order) == ["orders.OrderPlaced"]


def test_an_unknown_sku_is_taken_held_and_shown(shop: Shop) -> None:
    draft = a_draft(shop, a_line("MUG"), a_line("NEVER-SEEN", 1, "5.00"))
    order = orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    assert (order.status, order.holds) == ("held", ["unknown_sku"])
    assert line_of(order, "MUG") == {"quantity": 1, "reserved": 1}
    item = WorkItem.objects.get()
    assert (item.kind, item.about, item.params["skus"]) == ("orders.unknown_sku", order.ref, "NEVER-SEEN")


def test_nothing_is_matched_by_case_or_title(shop: Shop) -> None:
    order = orders.import_order(draft=a_draft(shop, a_line("mug", title="MUG")), actor=CHANNEL, at=AT)
    assert order.lines.get().variant is None
    assert order.holds == ["unknown_sku"]


def test_the_same_sku_on_two_lines_stays_two_lines(shop: Shop) -> None:
    draft = a_draft(shop, a_line("MUG", 2), a_line("MUG", 3, "35.00"))
    order = orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    assert list(order.lines.order_by("position").values_list("sku", "quantity", "reserved")) == [
        ("MUG", 2, 2),
        ("MUG", 3, 3),
    ]
    assert level(shop.mug, shop.warehouse) == (10, 5)


def test_a_total_that_does_not_follow_is_taken_reserved_held_and_shown(shop: Shop) -> None:
    total = Money("111.01", "PLN")
    order = orders.import_order(draft=a_draft(shop, total=total, tenders=(a_tender(total),)), actor=CHANNEL, at=AT)
    assert (order.status, order.holds, order.identity_difference) == ("held", ["total_differs"], Decimal("0.01"))
    assert line_of(order, "MUG") == {"quantity": 2, "reserved": 2}
    assert WorkItem.objects.get().params == {"number": order.number, "difference": "0.01 PLN"}
    assert order.charges.count() == 1


def test_an_amount_in_another_currency_is_refused(shop: Shop) -> None:
    draft = a_draft(shop)
    mixed = a_draft(shop, *draft.lines, charges=(), total=draft.total, tenders=(a_tender(Money(1, "EUR")),))
    with pytest.raises(CurrencyMismatch):
        orders.import_order(draft=mixed, actor=CHANNEL, at=AT)
    assert Order.objects.count() == 0


def test_both_currencies_are_kept_and_a_second_import_changes_neither(shop: Shop) -> None:
    draft = a_draft(shop, buyer_total=Money("25.80", "EUR"))
    orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    order = orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    assert (order.money, order.buyer_currency, order.buyer_total) == (Money(111, "PLN"), "EUR", Decimal("25.80"))


def test_a_kit_reserves_its_components(shop: Shop) -> None:
    from tests.factories.catalog import a_kit

    a_kit(shop.company, "SET", {shop.mug: 6, shop.plate: 1})
    order = orders.import_order(draft=a_draft(shop, a_line("SET", 2)), actor=CHANNEL, at=AT)
    assert line_of(order, "SET") == {"quantity": 2, "reserved": 1}
    assert level(shop.plate, shop.warehouse) == (10, 2)


def test_an_order_of_gift_cards_is_complete_when_paid(shop: Shop) -> None:
    line = a_line("", 1, "100.00", gift_card=True, requires_shipping=False, title="Karta")
    order = orders.import_order(draft=a_draft(shop, line, charges=()), actor=CHANNEL, at=AT)
    assert (order.status, order.completed_at, Reservation.objects.count()) == ("completed", AT, 0)
    assert _facts(order) == ["orders.OrderPlaced", "orders.OrderCompleted"]


def test_an_order_cancelled_before_we_saw_it_reserves_nothing(shop: Shop) -> None:
    order = orders.import_order(draft=a_draft(shop, cancelled_at=AT, cancel_reason="CUSTOMER"), actor=CHANNEL, at=AT)
    assert (order.status, order.cancelled_at, Reservation.objects.count()) == ("cancelled", AT, 0)
    assert line_of(order, "MUG") == {"quantity": 2, "cancelled": 2}


def test_placing_by_hand_refuses_what_an_import_would_hold(shop: Shop) -> None:
    with pytest.raises(orders.UnknownSku):
        orders.place_order(draft=a_draft(shop, a_line("NEVER-SEEN")), actor=CHANNEL, at=AT)
    with pytest.raises(orders.TotalDiffers):
        orders.place_order(draft=a_draft(shop, total=Money(1, "PLN")), actor=CHANNEL, at=AT)
    with pytest.raises(inventory.OutOfStock):
        orders.place_order(draft=a_draft(shop, a_line("MUG", 11), accept_shortage=False), actor=CHANNEL, at=AT)
    assert (Order.objects.count(), Reservation.objects.count(), WorkItem.objects.count()) == (0, 0, 0)


def test_placing_by_hand_twice_gives_the_first_order(shop: Shop) -> None:
    draft = a_draft(shop, source="phone", source_ref="call-1")
    assert orders.place_order(draft=draft, actor=CHANNEL, at=AT) == orders.place_order(
        draft=draft, actor=CHANNEL, at=AT
    )
    assert Order.objects.count() == 1


def test_taking_an_order_costs_a_fixed_number_of_statements(
    shop: Shop, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    orders.import_order(draft=a_draft(shop), actor=CHANNEL, at=AT)
    for quantity in (3, 9):
        lines = [a_line("MUG" if n % 2 else "PLATE") for n in range(quantity)]
        draft = a_draft(shop, *lines, paid=False, billing_address=None)
        # savepoint, names and known orders, customer, variants, keys, order, levels, promises, lines
        # with charges and addresses, facts, release of the savepoint
        with django_assert_num_queries(11):
            orders.import_order(draft=draft, actor=CHANNEL, at=AT)


def test_the_same_state_again_costs_little(shop: Shop, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    draft = a_draft(shop)
    orders.import_order(draft=draft, actor=CHANNEL, at=AT)
    with django_assert_num_queries(11):
        orders.import_order(draft=draft, actor=CHANNEL, at=AT)
