"""The list of orders."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from erp.crm.models import Customer
from erp.foundation.accounts import scoping
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.provider import scope_filter
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError
from erp.foundation.organisation.models import Branch, SalesChannel
from erp.foundation.web import access
from erp.foundation.web.lists import (
    BulkAction,
    Choice,
    Column,
    DateRange,
    Empty,
    Flag,
    Hidden,
    Link,
    ListPage,
    NumberRange,
    Outcome,
    Preview,
    View,
)
from erp.foundation.web.lists.filters import Filter
from erp.orders import services as orders
from erp.orders.models import Order
from erp.orders.portal.shown import PAYMENT_TONES, TONES
from erp.orders.states import OPEN, OrderStatus, PaymentStatus

SHORTEST_NAME, MOST_CUSTOMERS = 3, 500


def _preview(fits: Callable[[Order], bool], reason: Any) -> Callable[[Sequence[Any], Actor], Preview]:
    def preview(rows: Sequence[Any], actor: Actor) -> Preview:
        skipped = [(order.number, str(reason)) for order in rows if not fits(order)]
        return Preview(len(rows) - len(skipped), (), skipped)

    return preview


def _run(act: Callable[[int, Actor, datetime], object], permission: str) -> Callable[..., Outcome]:
    def run(keys: Sequence[Any], actor: Actor, at: datetime) -> Outcome:
        rows = scoping.visible(Order.objects.filter(pk__in=keys), actor, permission=permission)
        done, failed = 0, []
        for order in rows.order_by("pk"):
            try:
                act(order.pk, actor, at)
                done += 1
            except BusinessError as error:
                failed.append((order.number, str(error)))
        return Outcome(done, failed)

    return run


HOLD = BulkAction(
    "hold",
    _("Hold"),
    "orders.hold",
    _preview(lambda order: order.status in OPEN and order.status != OrderStatus.HELD, _("it can't be held any more")),
    _run(
        lambda key, actor, at: orders.hold_order(order_id=key, note=gettext("Held in the list"), actor=actor, at=at),
        "orders.hold",
    ),
    icon="player-pause",
)
RELEASE = BulkAction(
    "release",
    _("Release"),
    "orders.hold",
    _preview(lambda order: order.status == OrderStatus.HELD, _("it is not held")),
    _run(lambda key, actor, at: orders.release_order(order_id=key, actor=actor, at=at), "orders.hold"),
    icon="player-play",
)


def _of_customer(rows: "QuerySet[Any]", key: str) -> "QuerySet[Any]":
    return rows.filter(customer=key) if key.isdecimal() else rows.none()


def _customer_name(key: str) -> str:
    return f"#{key}"


class OrderList(ListPage):
    """Orders, newest first."""

    permission = "orders.view"
    name = "orders.orders"
    title = _("Orders")
    sort = "-placed"
    columns = (
        Column("number", _("Order"), "code", sort="pk", main=True, url=lambda o: reverse("orders:order", args=[o.pk])),
        Column("source_number", _("At the shop"), "code", shown=False),
        Column("placed", _("Placed"), "moment", value="placed_at", sort="placed_at"),
        Column("customer", _("Customer"), value="customer.name", reads="personal"),
        Column("channel", _("Channel"), value="sales_channel.name"),
        Column(
            "status",
            _("Status"),
            "pill",
            value=lambda o: o.get_status_display(),
            tone=lambda o: TONES[OrderStatus(o.status)],
        ),
        Column(
            "payment",
            _("Payment"),
            "pill",
            value=lambda o: o.get_payment_status_display(),
            tone=lambda o: PAYMENT_TONES[PaymentStatus(o.payment_status)],
        ),
        Column(
            "short",
            _("Shortage"),
            "pill",
            value=lambda o: gettext("Shortage") if o.short else None,
            tone=lambda o: "warn",
        ),
        Column("delivery", _("Delivery"), value="delivery_method", shown=False),
        Column("branch", _("Branch"), value="branch.name", shown=False),
        Column("total", _("Total"), "money", value="money"),
    )
    filters: ClassVar[Sequence[Filter]] = (
        Choice("status", _("Status"), OrderStatus.choices),
        Choice("payment", _("Payment"), PaymentStatus.choices, path="payment_status"),
        Flag("short", _("Shortage"), lambda rows, yes: rows.filter(short=yes)),
        Flag("ready", _("May ship"), lambda rows, yes: rows.filter(ready_at__isnull=not yes)),
        DateRange("placed", _("Placed"), path="placed_at"),
        NumberRange("total", _("Total")),
        Hidden("customer", _("Customer"), _of_customer, _customer_name),
    )
    views = (
        View(_("To ship"), "status=confirmed&status=part_shipped&ready=yes"),
        View(_("Held"), "status=held"),
        View(_("Shortage"), "short=yes"),
        View(_("Waiting for payment"), "status=new"),
    )
    search_hint = _("Number, e-mail or name")
    links = (Link(_("New order"), "orders:new", "orders.place"),)
    empty = Empty(
        _("No orders yet"),
        _("Orders appear here as soon as a shop is connected, or when you take one by phone."),
        "shopping-cart",
    )
    bulk_actions = (HOLD, RELEASE)

    def load(self) -> None:
        """The channels to choose from are those of companies whose orders one may see."""
        channels = scoping.visible(SalesChannel.objects.order_by("name"), self.actor, permission="orders.view")
        choice = Choice("channel", _("Channel"), list(channels.values_list("pk", "name")), path="sales_channel")
        self.filters = (*type(self).filters[:2], choice, *type(self).filters[2:])  # type: ignore[misc]  # this request's own
        super().load()

    def rows(self) -> "QuerySet[Any]":
        rows = Order.objects.visible_to(self.actor).select_related("customer", "sales_channel", "branch")
        chosen = scope_filter(access.scope_of(self.request))
        if chosen is None:
            return rows
        model, key = chosen
        return rows.filter(branch=key) if model is Branch else rows.filter(company=key)

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        """
        By number, here or at the shop, by e-mail or by a part of the customer's name.

        Customers are found first, so that each part of the question has an index on orders.
        """
        text = text.strip()
        fits = Q(number__in=[text, text.upper(), f"S-{text}"]) | Q(source_number__in=[text, f"#{text}"])
        if "@" in text and access.provider().reads(self.actor, "personal"):
            fits |= Q(email__in=[text, text.lower()])
        elif len(text) >= SHORTEST_NAME and not text.isdecimal() and access.provider().reads(self.actor, "personal"):
            found = Customer.objects.filter(company__in=access_of(self.actor).companies, name__icontains=text)
            fits |= Q(customer__in=list(found.order_by("-pk").values_list("pk", flat=True)[:MOST_CUSTOMERS]))
        return rows.filter(fits)

    def row_url(self, row: Any) -> str:
        return reverse("orders:order", args=[row.pk])

    def row_label(self, row: Any) -> str:
        return str(row.number)
