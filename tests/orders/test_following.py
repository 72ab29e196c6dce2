"""An order follows its source, whatever the order in which the source's states arrive."""

import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F

from erp.crm.contacts import PostalAddress
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.workqueue.models import WorkItem
from erp.inventory.models import Reservation, Shortage, StockLevel
from erp.orders import services as orders
from erp.orders.drafts import OrderDraft
from erp.orders.models import Order, OrderAddress, OrderCharge, OrderLine, OrderRefund, OrderRefundLine
from erp.payments.models import Tender, TenderRefund
from tests.factories.orders import ANNA_HOME, AT, PLACED, Shop, a_draft, a_line, a_refund, a_shop, a_tender

MOVED = replace(ANNA_HOME, street="ul. Nowa 1")
LINES = (a_line("MUG", 2), a_line("PLATE", 1, "21.00"))


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def _later(draft: OrderDraft, minutes: int, **changes: Any) -> OrderDraft:
    return replace(draft, source_updated_at=PLACED + timedelta(minutes=minutes), **changes)


def _states(shop: Shop, end: str) -> list[OrderDraft]:
    """What the source says after each of created, paid, updated, and cancelled or refunded."""
    created = a_draft(shop, *LINES, paid=False, source_ref="1", source_number="#1")
    paid = _later(created, 1, tenders=(a_tender(created.total, remote_id="pay"),))
    updated = _later(paid, 2, note="Proszę zadzwonić", shipping_address=MOVED, billing_address=None)
    refund = a_refund((LINES[0], 1, "39.00"), source_ref="refund")
    if end == "refunded":
        return [created, paid, updated, _later(updated, 3, refunds=(refund,))]
    full = a_refund((LINES[0], 2, "78.00"), (LINES[1], 1, "21.00"), shipping=Money(12, "PLN"), source_ref="refund")
    return [created, paid, updated, _later(updated, 3, refunds=(full,), cancelled_at=AT, cancel_reason="CUSTOMER")]


def _dump() -> list[list[tuple[Any, ...]]]:
    """Everything that an order is, without the keys and number that depend on when it was first seen."""
    refund_names = {"order": "refund__order__source_ref", "line": "order_line__source_line_ref"}
    return [
        list(Order.objects.values_list(*_names(Order, "id", "number", "customer"))),
        list(OrderLine.objects.order_by("position").values_list(*_names(OrderLine, "id", "order"))),
        list(OrderCharge.objects.values_list(*_names(OrderCharge, "id", "order"))),
        list(OrderAddress.objects.order_by("kind").values_list(*_names(OrderAddress, "id", "order"))),
        list(OrderRefund.objects.values_list(*_names(OrderRefund, "id", "order"))),
        list(
            OrderRefundLine.objects.order_by("order_line__position").values_list(
                *refund_names.values(), "quantity", "amount", "tax", "restock"
            )
        ),
        list(Tender.objects.values_list("remote_id", "amount", "state")),
        list(TenderRefund.objects.values_list("remote_id", "amount", "state")),
        list(Reservation.objects.order_by("variant__sku").values_list("variant__sku", "location__code", "quantity")),
        list(Shortage.objects.values_list("variant__sku", "quantity")),
        list(StockLevel.objects.order_by("variant__sku").values_list("variant__sku", "on_hand", "reserved")),
        list(WorkItem.objects.filter(state="open").values_list("kind")),
    ]


def _names(model: type, *without: str) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name not in without]


@pytest.mark.parametrize("end", ["refunded", "cancelled"])
def test_every_order_of_the_sources_states_ends_the_same(end: str, db: None) -> None:
    from django.db import transaction

    shop = a_shop()
    states = _states(shop, end)
    dumps = []
    for permutation in itertools.permutations(states):
        with transaction.atomic():
            for draft in permutation:
                orders.import_order(draft=draft, actor=SYSTEM, at=AT)
            dumps.append(_dump())
            transaction.set_rollback(True)
    assert len(dumps) == 24
    for dump in dumps:
        assert dump == dumps[0]
    (order,) = dumps[0][0]
    named = dict(zip(_names(Order, "id", "number", "customer"), order, strict=True))
    expected = {"refunded": ("confirmed", "part_refunded"), "cancelled": ("cancelled", "refunded")}
    assert (named["status"], named["payment_status"]) == expected[end]
    assert named["note"] == "Proszę zadzwonić"


def test_states_heard_twice_change_nothing(shop: Shop) -> None:
    states = _states(shop, "refunded")
    for draft in states:
        orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    once = _dump()
    for draft in (*states, *reversed(states)):
        orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    assert _dump() == once


def test_an_edited_order_is_held_and_shown_never_ignored(shop: Shop) -> None:
    draft = a_draft(shop, *LINES)
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    more = (*LINES, a_line("MUG", 1, source_line_ref="added"))
    edited = _later(a_draft(shop, *more, source_ref=draft.source_ref, tenders=draft.tenders), 5)
    for _ in range(2):
        order = orders.import_order(draft=edited, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.status, order.holds, order.lines.count()) == ("held", ["changed_at_source"], 2)
    assert WorkItem.objects.get().params["total"] == "150 PLN"

    orders.release_order(order_id=order.pk, actor=SYSTEM, at=AT)
    orders.import_order(draft=edited, actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert order.status == "confirmed"


def test_the_address_stays_once_goods_are_picked(shop: Shop) -> None:
    draft = a_draft(shop, *LINES)
    order = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    mug = order.lines.get(sku="MUG")
    orders.record_picked(order_id=order.pk, lines=[(mug.pk, mug.quantity)], actor=SYSTEM, at=AT)
    orders.import_order(draft=_later(draft, 5, shipping_address=MOVED, note="Inny"), actor=SYSTEM, at=AT)
    order.refresh_from_db()
    assert (order.addresses.get().street, order.note) == ("ul. Długa 5", "")


def test_what_the_customer_is_called_later_changes_no_order(shop: Shop) -> None:
    from erp.crm import services as crm

    order = orders.import_order(draft=a_draft(shop), actor=SYSTEM, at=AT)
    crm.update_customer(
        customer=order.customer, changes=crm.CustomerChanges(name="Anna Kowalska", phone="1"), actor=SYSTEM, at=AT
    )
    order.refresh_from_db()
    assert (order.phone, order.addresses.get().name) == ("+48600100200", "Anna Nowak")
    assert Order.objects.filter(email=F("email"), phone="+48600100200").exists()


def test_a_billing_address_of_its_own_is_kept_beside(shop: Shop) -> None:
    firm = PostalAddress(firm="Lipa sp. z o.o.", street="ul. Krótka 2", city="Łódź", postcode="90-001", country="PL")
    order = orders.import_order(draft=a_draft(shop, billing_address=firm), actor=SYSTEM, at=AT)
    assert dict(order.addresses.values_list("kind", "city")) == {"shipping": "Kraków", "billing": "Łódź"}
