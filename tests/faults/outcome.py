"""What became of an order, everywhere: in plain values without keys and moments, to be compared."""

import re
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from erp.carriers.models import Label
from erp.finance.models import Entry, EntryLine, Invoice, InvoiceLine
from erp.finance.services import run_audit
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.mail.models import Message
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.foundation.workqueue.models import WorkItem
from erp.inventory import queries as inventory
from erp.inventory.models import Reservation, Shortage, StockMove
from erp.orders.models import Order, OrderAddress, OrderCharge, OrderLine
from erp.payments.models import Tender
from erp.shipping.models import Shipment, ShipmentLine

Outcome = dict[str, list[tuple[Any, ...]]]
ORDER = "status payment_status holds short total currency identity_difference email phone note parcels_sent language"
LINE = "sku quantity unit_price tax total reserved picked shipped invoiced cancelled to_cancel returned refunded"
ADDRESS = "kind name street city postcode country"
INVOICE = "kind net tax gross paid currency buyer__name buyer__street buyer__email"
ENTRY = "entry__journal entry__purpose account__code debit credit currency"
# What is different for each order or parcel in words that are the same otherwise.
OWN = re.compile(r"https?://\S+|#\d+|[A-Z]*\d{9,}[A-Z]*|F[VA]?/[\w/]+|\b[A-Z]+[-/][\d/-]+")


def outcome_of(order: Order) -> Outcome:
    """Everything that an order has caused."""
    shipments = [row.ref for row in Shipment.objects.filter(order=order)]
    invoices = [row.ref for row in Invoice.objects.filter(order=order)]
    tenders = Tender.objects.filter(_any_of([order.ref], "owner"))
    origins = [order.ref, *shipments, *invoices, *(row.ref for row in tenders)]
    held = _any_of([order.ref], "owner")
    return {
        "order": _rows(Order.objects.filter(pk=order.pk), ORDER),
        "lines": _rows(OrderLine.objects.filter(order=order), LINE),
        "charges": _rows(OrderCharge.objects.filter(order=order), "kind title amount tax"),
        "addresses": _rows(OrderAddress.objects.filter(order=order), ADDRESS),
        "tenders": _rows(tenders, "method amount currency state"),
        "reservations": _rows(Reservation.objects.filter(held), "variant__sku location__code quantity"),
        "shortages": _rows(Shortage.objects.filter(held), "variant__sku quantity"),
        "shipments": _rows(Shipment.objects.filter(order=order), "status location__code method__code automatic"),
        "parcels": _rows(ShipmentLine.objects.filter(shipment__order=order), "variant__sku quantity picked"),
        "labels": _rows(Label.objects.filter(_any_of(shipments, "owner")), "status attempt request__receiver__street"),
        "moves": _rows(StockMove.objects.filter(_any_of(shipments, "origin")), "variant__sku quantity value purpose"),
        "invoices": _rows(Invoice.objects.filter(order=order), INVOICE),
        "invoice lines": _rows(InvoiceLine.objects.filter(invoice__order=order), "kind sku title gross tax_rate"),
        "entries": _rows(Entry.objects.filter(_any_of(origins, "origin")), "journal purpose"),
        "postings": _rows(EntryLine.objects.filter(_any_of(origins, "entry__origin")), ENTRY),
        "mails": _mails([order.ref, *shipments, *invoices]),
        "exceptions": _rows(WorkItem.objects.filter(_any_of([order.ref], "about"), state="open"), "kind"),
    }


def amiss(company: Company) -> list[object]:
    """What the audits of goods and books find, and what has not come to its end."""
    run = run_audit(company=company, actor=SYSTEM, at=clock.now())
    books = [(finding.name, finding.rows, finding.waiting) for finding in run.findings.all()]
    still_open = Delivery.objects.exclude(state=DeliveryState.DONE).values_list("handler", "state", "error")
    return [
        *inventory.audit(company),
        *(found for found in books if found[1] or found[2]),
        *still_open,
    ]


def _mails(about: list[Ref]) -> list[tuple[Any, ...]]:
    rows = Message.objects.filter(_any_of(about, "about")).order_by("code", "pk")
    return [
        (row.code, row.to, row.language, row.status, OWN.sub("…", row.subject), OWN.sub("…", row.text)) for row in rows
    ]


def _any_of(refs: list[Ref], name: str) -> Q:
    """Rows whose kind and key are those of one of these."""
    return reduce(or_, (Q(**{f"{name}_kind": kind, f"{name}_key": key}) for kind, key in refs), Q(pk__in=[]))


def _rows(rows: "QuerySet[Any]", names: str) -> list[tuple[Any, ...]]:
    return sorted(rows.values_list(*names.split()), key=repr)
