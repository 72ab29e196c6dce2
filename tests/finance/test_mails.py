"""What a buyer is told by mail: order taken, parcel sent, invoice; once each, in their own language."""

from dataclasses import replace
from uuid import uuid4

import pytest

from erp.carriers.models import Label
from erp.carriers.states import LabelStatus
from erp.finance.events import InvoiceIssued
from erp.finance.mails import mail_invoice
from erp.finance.models import Invoice
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Delivery
from erp.foundation.events.registry import Delivered
from erp.foundation.mail import transport
from erp.foundation.mail.models import Message
from erp.foundation.refs import Ref
from erp.orders import services as orders
from erp.orders.events import OrderPlaced
from erp.orders.mails import mail_confirmation
from erp.orders.models import Order
from erp.shipping import services as shipping
from erp.shipping.events import ShipmentDispatched
from erp.shipping.mails import mail_shipped
from erp.shipping.models import Shipment
from tests.builders import an_order
from tests.factories.carriers import CarrierAccountFactory
from tests.factories.finance import a_shop_with_books, billed, sent
from tests.factories.orders import ANNA, AT, Shop, a_draft, a_line, a_shop

MUGS, PLATE = a_line("MUG", 2, title="Kubek „Lipa”"), a_line("PLATE", 1, "21.00", title="Talerz")


@pytest.fixture
def shop(db: None) -> Shop:
    return a_shop()


def told() -> Delivered:
    return Delivered(uuid4(), SYSTEM, AT, 1)


def dispatched(order: Order) -> Shipment:
    (shipment,) = shipping.plan_shipments(order_id=order.pk, actor=SYSTEM, at=AT)
    shipping.pack_shipment(shipment_id=shipment.pk, all_picked=True, actor=SYSTEM, at=AT)
    return shipping.dispatch_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=AT)


def labelled(shipment: Shipment) -> None:
    Label.objects.create(
        company=shipment.company,
        account=CarrierAccountFactory.create(company=shipment.company),
        owner_kind=shipment.ref.kind,
        owner_key=shipment.ref.key,
        request={},
        status=LabelStatus.BOUGHT,
        remote_id="r-1",
        tracking_number="620999000",
        tracking_url="https://kurier.example/620999000",
        asked_at=AT,
        bought_at=AT,
    )


def test_an_order_is_confirmed_in_polish_with_its_lines_and_its_link(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[MUGS, PLATE])
    mail_confirmation(OrderPlaced(order_id=order.pk), told())
    message = Message.objects.get()
    assert (message.to, message.language) == ("anna@example.com", "pl")
    assert order.source_number in message.subject
    for words in ("Dzień dobry", "2 × Kubek „Lipa” – 78,00\u00a0zł", "1 × Talerz – 21,00\u00a0zł", "111,00\u00a0zł"):
        assert words in message.text
    assert "/o/" in message.text
    assert "{{" not in message.text


def test_the_same_fact_told_twice_makes_one_mail(shop: Shop) -> None:
    order = an_order(shop=shop)
    for _ in range(2):
        mail_confirmation(OrderPlaced(order_id=order.pk), told())
    assert Message.objects.count() == 1
    assert Delivery.objects.filter(handler="mail.send_message").count() == 1


def test_an_english_reader_is_written_to_in_english(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[MUGS], contact=replace(ANNA, language="en"))
    mail_confirmation(OrderPlaced(order_id=order.pk), told())
    message = Message.objects.get()
    assert message.subject == f"We have received your order {order.source_number}"
    assert "2 × Kubek „Lipa” – PLN\u00a078.00" in message.text


def test_nobody_is_written_to_without_an_address_or_about_a_cancelled_order(shop: Shop) -> None:
    silent = an_order(shop=shop, contact=replace(ANNA, email=None))
    draft = a_draft(shop, a_line("MUG"), cancelled_at=AT)
    cancelled = orders.import_order(draft=draft, actor=SYSTEM, at=AT)
    for order in (silent, cancelled):
        mail_confirmation(OrderPlaced(order_id=order.pk), told())
    assert Message.objects.count() == 0


def test_a_parcel_sent_is_told_with_its_tracking(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[MUGS, PLATE])
    shipment = dispatched(order)
    labelled(shipment)
    mail_shipped(ShipmentDispatched(shipment_id=shipment.pk, order_id=order.pk), told())
    message = Message.objects.get()
    assert "2 × Kubek „Lipa”\n1 × Talerz" in message.text
    assert "620999000" in message.text
    assert "https://kurier.example/620999000" in message.text
    assert (message.about_kind, message.about_key) == ("shipping.shipment", str(shipment.pk))


def test_a_parcel_without_a_number_says_so(shop: Shop) -> None:
    order = an_order(shop=shop, lines=[MUGS], contact=replace(ANNA, language="en"))
    shipment = dispatched(order)
    mail_shipped(ShipmentDispatched(shipment_id=shipment.pk, order_id=order.pk), told())
    assert "This parcel has no tracking number." in Message.objects.get().text


def test_the_invoice_comes_attached(db: None) -> None:
    shop = a_shop_with_books()
    order = an_order(shop=shop, lines=[MUGS])
    invoice = Invoice.objects.get(pk=billed(order, sent(order)).pk)
    mail_invoice(InvoiceIssued(invoice_id=invoice.pk, order_id=order.pk), told())
    message = Message.objects.get()
    assert message.subject == f"Faktura {invoice.number} do zamówienia {order.source_number}"
    assert "na kwotę 90,00\u00a0zł" in message.text
    (attached,) = [part for part in transport.build(message).walk() if part.get_filename()]
    assert attached.get_filename() == "FV-2026-11-1.pdf"
    assert attached.get_payload(decode=True).startswith(b"%PDF")
    assert Ref(message.about_kind, message.about_key) == invoice.ref
