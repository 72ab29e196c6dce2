"""Endpoints about orders."""

from collections.abc import Mapping
from typing import Any

import django_filters
from rest_framework.serializers import BaseSerializer

from erp.crm.contacts import Contact, PostalAddress
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.errors import Invalid, NotFound
from erp.foundation.money import Money
from erp.foundation.organisation.models import SalesChannel
from erp.foundation.web.api.verbs import Call, verb
from erp.foundation.web.api.views import ReadViewSet
from erp.orders import queries
from erp.orders import services as orders
from erp.orders.api import serializers
from erp.orders.drafts import PaymentTerms
from erp.orders.models import Order
from erp.orders.states import OrderStatus, PaymentStatus
from erp.pricing.models import PriceList


class OrderFilter(django_filters.FilterSet):
    """What orders are narrowed by."""

    status = django_filters.MultipleChoiceFilter(choices=OrderStatus.choices)
    payment_status = django_filters.MultipleChoiceFilter(choices=PaymentStatus.choices)
    placed_after = django_filters.IsoDateTimeFilter(field_name="placed_at", lookup_expr="gte")
    placed_before = django_filters.IsoDateTimeFilter(field_name="placed_at", lookup_expr="lt")

    class Meta:
        model = Order
        fields = ("company", "branch", "sales_channel", "customer", "number", "source", "source_ref", "short")


class OrderViewSet(ReadViewSet[Order]):
    """Sales orders."""

    queryset = Order.objects.all()
    permission = "orders.view"
    ordering = ("-placed_at", "-pk")
    filterset_class = OrderFilter

    def get_serializer_class(self) -> type[BaseSerializer[Order]]:
        """A list shows orders without their parts."""
        return serializers.OrderOutput if self.action == "list" else serializers.OrderDetailOutput

    def get_queryset(self) -> Any:
        rows = super().get_queryset()
        return rows if self.action == "list" else queries.with_parts(rows)

    @verb(permission="orders.place", takes=serializers.PlaceInput, status=201)
    def create(self, call: Call) -> Order:
        """Place an order: its stock is reserved, its prices and taxes are worked out. Safe to repeat."""
        quote = orders.quote_order(_wanted(call.data, call.actor), at=call.at)
        return self._shown(orders.place_order(draft=quote.draft, actor=call.actor, at=call.at))

    @verb(permission="orders.cancel", takes=serializers.CancelInput)
    def cancel(self, call: Call) -> Order:
        """Cancel what has not left yet; what is picked is asked back first."""
        return self._shown(
            orders.cancel_order(order_id=call.row.pk, reason=call.data["reason"], actor=call.actor, at=call.at)
        )

    @verb(permission="orders.hold", takes=serializers.HoldInput)
    def hold(self, call: Call) -> Order:
        """Keep an order from shipping."""
        return self._shown(
            orders.hold_order(order_id=call.row.pk, note=call.data["note"], actor=call.actor, at=call.at)
        )

    @verb(permission="orders.hold")
    def release(self, call: Call) -> Order:
        """Lift all holds of an order."""
        return self._shown(orders.release_order(order_id=call.row.pk, actor=call.actor, at=call.at))

    @staticmethod
    def _shown(order: Order) -> Order:
        return queries.with_parts(Order.objects.all()).get(pk=order.pk)


def _wanted(data: Mapping[str, Any], actor: Actor) -> orders.Wanted:
    channel = SalesChannel.objects.select_related("company").filter(pk=data["sales_channel"]).first()
    if channel is None or not scoping.can(actor, "orders.place", channel):
        raise NotFound(field="sales_channel")
    price_list = PriceList.objects.filter(company=channel.company_id, code=data["price_list"]).first()
    if price_list is None:
        raise Invalid(field="price_list", reason=data["price_list"])
    # The caller's numbers mean something inside one company only.
    source = f"api:{channel.company_id}"
    currency, price = price_list.currency, data.get("delivery_price")
    return orders.Wanted(
        channel=channel,
        price_list=price_list,
        source=source,
        reference=data["reference"],
        contact=_contact(data["buyer"], source),
        lines=[_line(line, currency) for line in data["lines"]],
        delivery=None if price is None else Money(price, currency),
        delivery_method=data["delivery_method"],
        pickup_point=data["pickup_point"],
        shipping_address=_address(data.get("shipping_address")),
        billing_address=_address(data.get("billing_address")),
        payment_terms=PaymentTerms(data["payment_terms"]),
        note=data["note"],
        accept_shortage=data["accept_shortage"],
    )


def _contact(buyer: Mapping[str, Any], source: str) -> Contact:
    told = {name: buyer[name] for name in ("name", "firm", "tax_id", "phone", "language")}
    return Contact(source=source, remote_id=buyer.get("id"), email=buyer.get("email"), **told)


def _line(line: Mapping[str, Any], currency: str) -> orders.WantedLine:
    price = line.get("unit_price")
    agreed = None if price is None else Money(price, currency)
    return orders.WantedLine(sku=line["sku"], quantity=line["quantity"], unit_price=agreed)


def _address(data: Mapping[str, Any] | None) -> PostalAddress | None:
    return PostalAddress(**data) if data else None
