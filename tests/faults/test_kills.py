"""kill -9 of the relay at each step of an order's road: afterwards nothing is lost, doubled or half done."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from config.env import ENV
from erp.carriers.models import Label
from erp.documents.models import Document
from erp.finance.models import Invoice
from erp.foundation import clock
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.mail.models import MailPolicy, MailState, Message
from erp.foundation.mail.services import resend_message
from erp.inventory import queries as inventory
from erp.inventory.models import Reservation, StockMove
from erp.orders.models import Order
from erp.shipping.models import Shipment
from erp.sync.models import Binding, DesiredState, InboundMessage
from tests.factories.inventory import stocked
from tests.factories.organisation import CompanyFactory
from tests.faults.outcome import amiss, outcome_of
from tests.faults.processes import dies, leases_run_out
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.foundation.mail.test_sending import ANNA, MailServer, queue
from tests.running import run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures

QUICK = [
    ("erp.sync.channels.shopify.adapter:Shopify.fetch_order", "after"),  # fetched, nothing written
    ("erp.inventory.services.reserving:_write", "after"),  # inside the import's transaction
    ("erp.sync.pulling:pull_order", "after"),  # imported, the delivery not yet done
    ("erp.carriers.sandbox.adapter:SandboxCarrier.buy_label", "after"),  # the carrier has it, we don't
    ("erp.orders.services.shipping_progress:settle", "after"),  # inside the dispatch's transaction
    ("erp.finance.services.posting:_header", "after"),  # inside the posting's transaction
    ("erp.finance.services.printing:render", "after"),  # the invoice's page is set, not kept
    ("erp.foundation.mail.handlers:send", "after"),  # the mail server has it, we don't know
    ("erp.sync.channels.shopify.adapter:Shopify.push_tracking", "after"),  # told the shop, not noted
]
LONG = [
    ("erp.sync.pulling:pull_order", "before"),  # claimed, nothing fetched
    ("erp.shipping.services.planning:_plan", "after"),  # inside the planning's transaction
    ("erp.shipping.services:pack_shipment", "after"),  # packed, the delivery not yet done
    ("erp.carriers.talking:buy_label", "before"),  # asked for, nobody spoken to
    ("erp.carriers.services:record_label", "after"),  # bought and written, the delivery not yet done
    ("erp.fiscal.services:take_number", "after"),  # a number is taken, inside the invoice's transaction
    ("erp.foundation.mail.services:queue_message", "after"),  # inside the transaction that queues the mail
    ("erp.foundation.mail.handlers:send", "before"),  # about to send
    ("erp.foundation.mail.services:record_sent", "after"),  # sent and written, the delivery not yet done
    ("erp.sync.channels.shopify.adapter:push_tracking", "before"),  # about to tell the shop
]
SENT_BEFORE = ("erp.foundation.mail.handlers:send", "after")
MAILS = ["finance.invoice", "orders.confirmation", "shipping.shipped"]


def _named(points: list[tuple[str, str]], *marks: Any) -> list[Any]:
    return [pytest.param(*point, id="-".join((point[0].rpartition(":")[2], point[1])), marks=marks) for point in points]


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    object.__setattr__(ENV, "email_url", f"smtp://127.0.0.1:{server.port}#shop@lipa.example")
    yield server
    object.__setattr__(ENV, "email_url", "")
    server.socket.close()


@pytest.fixture
def environ(own_environ: dict[str, str], mail_server: MailServer, settings: Any) -> dict[str, str]:
    """Of the process that dies: the test's database, mail server and files."""
    settings.MEDIA_ROOT = str(ENV.home / "files")
    return own_environ | {"EMAIL_URL": ENV.email_url, "PUBLIC_URL": ENV.public_url}


def all_done() -> bool:
    """Work on what is due; done when the shop's last message, about the fulfilment, has come and nothing is open."""
    run_relay()
    answered = InboundMessage.objects.filter(topic="orders/updated", kind="order").exists()
    return answered and not Delivery.objects.exclude(state=DeliveryState.DONE).exists()


def message_ids(server: MailServer) -> Counter[str]:
    """How often each mail came, by its Message-ID."""
    lines = [line for mail in server.mails for line in mail.splitlines()]
    return Counter(line.partition(" ")[2] for line in lines if line.lower().startswith("message-id:"))


@pytest.mark.parametrize(("point", "when"), [*_named(QUICK), *_named(LONG, pytest.mark.long)])
def test_after_a_kill_the_order_is_done_once(
    firm: Firm, environ: dict[str, str], mail_server: MailServer, point: str, when: str
) -> None:
    firm.buys(("MUG-1", 2))
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/create").exists(), "no message came")

    assert dies("relay", point, when, environ=environ | {"PUBLIC_URL": ENV.public_url})
    # Other threads of the relay die with it: nobody can know whether their mail went out, and its policy says again.
    cut_off = set(Message.objects.filter(status=MailState.SENDING).values_list("header_id", flat=True))
    leases_run_out()
    wait_until(all_done, "something is still open")

    order = Order.objects.get()
    shipment = Shipment.objects.get()
    label = Label.objects.get()
    assert (order.status, shipment.status, label.status) == ("shipped", "dispatched", "bought")
    assert Binding.objects.filter(kind="order").count() == 1
    assert Reservation.objects.count() == 0
    assert StockMove.objects.filter(origin_kind="shipping.shipment").count() == 1
    assert len(firm.carrier.call("GET", "/v1/shipments").json()["shipments"]) == 1
    fulfilments = firm.shop.http.get("/_sim/orders/1001").json()["fulfillments"]
    assert [label.tracking_number in str(fulfilment) for fulfilment in fulfilments] == [True]
    variant = firm.variants["MUG-1"].pk
    assert firm.shop.available("MUG-1") == inventory.available([variant])[variant] == 18
    assert not DesiredState.objects.filter(pending=True).exists()

    invoice = Invoice.objects.get()
    assert Document.objects.filter(owner_kind="finance.invoice", owner_key=str(invoice.pk)).count() == 1
    assert [journal for journal, _purpose in outcome_of(order)["entries"]] == ["payments", "sales", "stock"]
    assert list(Message.objects.order_by("code").values_list("code", "status")) == [(code, "sent") for code in MAILS]
    came = message_ids(mail_server)
    assert {mail for mail, times in came.items() if times > 1} <= cut_off
    assert max(came.values()) == 2 if (point, when) == SENT_BEFORE else max(came.values()) <= 2
    assert set(message_ids(mail_server)) == set(Message.objects.values_list("header_id", flat=True))
    assert amiss(firm.company) == []


def test_a_mail_cut_off_while_it_is_sent_waits_for_a_person_where_its_policy_says_so(
    own_db: str, environ: dict[str, str], mail_server: MailServer
) -> None:
    message = queue(CompanyFactory.create(name="Lipa"), policy=MailPolicy.ASK)
    assert dies("relay", *SENT_BEFORE, environ=environ)
    message.refresh_from_db()
    assert message.status == MailState.SENDING

    leases_run_out()
    run_relay()
    message.refresh_from_db()
    assert (message.status, len(mail_server.mails)) == (MailState.UNKNOWN, 1)
    run_relay()
    assert len(mail_server.mails) == 1

    resend_message(message_id=message.pk, actor=ANNA, at=clock.now())
    run_relay()
    message.refresh_from_db()
    assert (message.status, message_ids(mail_server)) == (MailState.SENT, {message.header_id: 2})


def test_a_kill_after_the_shop_took_a_number_writes_it_once(firm: Firm, environ: dict[str, str]) -> None:
    stocked(firm.variants["MUG-1"], firm.warehouse, 5)
    assert dies("relay", "erp.sync.channels.shopify.adapter:Shopify.push_stock", "after", environ=environ)
    leases_run_out()
    run_relay()

    assert firm.shop.available("MUG-1") == 25
    assert not DesiredState.objects.filter(pending=True).exists()
