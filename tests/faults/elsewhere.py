"""
The road's parts that a machine's clock, locale or time zone could touch, as a program: ``python -m
tests.faults.elsewhere [SECONDS]``, in the environment it is given, on an empty database. Prints what came of it.

SECONDS is how wrong the clock of this process is. All moments of the story are fixed: shortly after midnight of the new
year in Warsaw, when it is still the old year in London.
"""

import hashlib
import json
import locale
import re
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import django

MIDNIGHT = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
NAMES = ("Łyżka", "lampa", "Zegar", "ćwiek", "İstanbul", "ırmak", "Żaba", "zebra", "Ibis", "miś")
LINK = re.compile(r"https?://\S+")


def main(wrong_by: float) -> None:
    """Take the locale of the environment as a careless library would, then tell the story."""
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "")
    django.setup()
    from erp.foundation import clock

    real = clock.now
    clock.now = lambda: real() + timedelta(seconds=wrong_by)
    text = json.dumps(_story(), ensure_ascii=False, indent=1, default=str)
    sys.stdout.buffer.write(text.encode())


def _story() -> dict[str, Any]:
    from django.test.utils import setup_test_environment

    from erp.orders import services as orders
    from tests.factories.finance import a_shop_with_books
    from tests.factories.orders import CHANNEL, a_draft, a_line

    setup_test_environment()
    shop = a_shop_with_books(city="Łódź")
    lines = (a_line("MUG", 2, "1234.56", title="Kubek żółty"), a_line("PLATE", 1, "21.00", title="Talerz"))
    draft = a_draft(shop, *lines, placed_at=MIDNIGHT, source_updated_at=MIDNIGHT)
    order = orders.import_order(draft=draft, actor=CHANNEL, at=MIDNIGHT)
    return {
        "order": _order(order),
        "shipping": _shipped(order),
        "books": _books(order),
        "mails": _mails(order),
        "lists": _lists(shop.company),
        "words": _words(),
        "report": _report(),
    }


def _order(order: Any) -> Any:
    return {
        "number": order.number,
        "placed_at": order.placed_at.isoformat(),
        "total": order.total,
        "lines": list(order.lines.order_by("position").values_list("title", "quantity", "tax", "total")),
    }


def _shipped(order: Any) -> Any:
    from erp.foundation.actor import SYSTEM
    from erp.inventory.models import StockMove
    from erp.shipping import services as shipping

    (shipment,) = shipping.plan_shipments(order_id=order.pk, actor=SYSTEM, at=MIDNIGHT)
    shipping.pack_shipment(shipment_id=shipment.pk, all_picked=True, actor=SYSTEM, at=MIDNIGHT)
    shipping.dispatch_shipment(shipment_id=shipment.pk, actor=SYSTEM, at=MIDNIGHT)
    moves = StockMove.objects.filter(origin_kind=shipment.ref.kind).order_by("pk")
    return {"number": shipment.number, "moves": list(moves.values_list("variant__sku", "quantity", "value", "on"))}


def _books(order: Any) -> Any:
    from erp.finance import services as finance
    from erp.finance.documents.content import content_of
    from erp.finance.documents.rendering import render
    from erp.finance.models import Entry, Invoice
    from erp.foundation.actor import SYSTEM
    from erp.shipping.models import Shipment

    ref = Shipment.objects.get(order=order).ref
    finance.post_stock(origin=ref, purpose="dispatch", actor=SYSTEM, at=MIDNIGHT)
    invoice = finance.issue_invoice(order_id=order.pk, origin=ref, actor=SYSTEM, at=MIDNIGHT)
    assert isinstance(invoice, Invoice)
    content = content_of(invoice, invoice.gross)
    return {
        "invoice": [invoice.number, invoice.issued_on, invoice.sold_on, f"{invoice.gross:.2f}", f"{invoice.tax:.2f}"],
        "page": content,
        "pdf": hashlib.sha256(render("invoice.typ", content, at=MIDNIGHT)).hexdigest(),
        "entries": list(
            Entry.objects.order_by("pk").values_list("journal", "on", "lines__account__code", "lines__amount")
        ),
    }


def _mails(order: Any) -> Any:
    from erp.finance.events import InvoiceIssued
    from erp.finance.mails import mail_invoice
    from erp.foundation.actor import SYSTEM
    from erp.foundation.db import use_case
    from erp.foundation.events.ids import uuid7
    from erp.foundation.events.registry import Delivered
    from erp.foundation.mail.models import Message
    from erp.orders.events import OrderPlaced
    from erp.orders.mails import mail_confirmation
    from erp.shipping.events import ShipmentDispatched
    from erp.shipping.mails import mail_shipped
    from erp.shipping.models import Shipment

    delivered = Delivered(uuid7(), SYSTEM, MIDNIGHT, 1)
    invoice = order.invoices.get()

    @use_case
    def tell(*, actor: Any) -> None:
        mail_confirmation(OrderPlaced(order_id=order.pk), delivered)
        mail_shipped(ShipmentDispatched(shipment_id=Shipment.objects.get(order=order).pk, order_id=order.pk), delivered)
        mail_invoice(InvoiceIssued(invoice_id=invoice.pk, order_id=order.pk), delivered)

    tell(actor=SYSTEM)
    rows = Message.objects.order_by("pk").values_list("subject", "text")
    return [(subject, LINK.sub("…", text)) for subject, text in rows]


def _lists(company: Any) -> Any:
    """The order in which lists show names, as the pages show them."""
    from django.test import Client

    from tests.factories.accounts import a_member
    from tests.factories.catalog import VariantFactory

    for name in NAMES:
        VariantFactory.create(company=company, sku=name)
        a_member("owner", company, name=f"{name} Testowy")
    browser = Client(headers={"accept-language": "pl"})
    browser.force_login(a_member("owner", company))
    found = {}
    for address in ("/stock/?sort=sku", "/stock/?sort=-sku", "/setup/people/?sort=name"):
        page = browser.get(address).content.decode()
        found[address] = sorted((name for name in NAMES if name in page), key=page.index)
    return found


def _words() -> Any:
    from django.utils import translation

    from erp.foundation.money import Money
    from erp.foundation.web import formats

    said = {}
    for language in ("pl", "en"):
        with translation.override(language):
            said[language] = [
                formats.number(Decimal("-1234567.5")),
                formats.money_text(Money("1234567.50", "PLN")),
                formats.percent(Decimal("0.235")),
                formats.day(MIDNIGHT.date()),
                formats.moment(MIDNIGHT),
                formats.ago(MIDNIGHT, MIDNIGHT + timedelta(hours=3)),
            ]
    return said


def _report() -> str:
    from django.core.management import call_command

    from tests.factories.finance import told_the_books

    told_the_books()  # or the report would say for how long things have been on their way
    said = StringIO()
    call_command("audit", stdout=said)
    return said.getvalue()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0)
