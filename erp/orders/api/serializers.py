"""Orders as the API shows them, and the bodies of their verbs."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from erp.foundation.web.api.serializers import Input, Output
from erp.orders.drafts import PaymentTerms
from erp.orders.models import Order, OrderAddress, OrderCharge, OrderLine

MONEY: dict[str, Any] = {"max_digits": 18, "decimal_places": 4}
MOST_LINES = 500


class OrderOutput(Output[Order]):
    """An order in a list."""

    class Meta:
        model = Order
        fields = (
            *("id", "company", "branch", "sales_channel", "customer", "number", "source", "source_ref"),
            *("source_number", "status", "holds", "payment_status", "payment_terms", "short", "placed_at", "ready_at"),
            *("completed_at", "cancelled_at", "cancel_reason", "currency", "prices_include_tax", "lines_total"),
            *(
                "discount_total",
                "shipping_total",
                "duty_total",
                "tip_total",
                "fee_total",
                "rounding_total",
                "tax_total",
            ),
            *("total", "identity_difference", "buyer_currency", "buyer_total", "language", "email", "phone"),
            *("delivery_method", "pickup_point", "note"),
        )


class OrderLineOutput(Output[OrderLine]):
    """A line with what has become of it."""

    class Meta:
        model = OrderLine
        fields = (
            *("id", "position", "source_line_ref", "variant", "sku", "title", "quantity", "unit_price", "discount"),
            *("tax_rate", "tax", "total", "requires_shipping", "gift_card", "reserved", "picked", "shipped"),
            *("invoiced", "cancelled", "to_cancel", "returned", "refunded"),
        )


class OrderChargeOutput(Output[OrderCharge]):
    """A charge beside the goods."""

    class Meta:
        model = OrderCharge
        fields = ("kind", "title", "amount", "discount", "tax_rate", "tax")


class OrderAddressOutput(Output[OrderAddress]):
    """An address of an order."""

    class Meta:
        model = OrderAddress
        fields = ("kind", "name", "firm", "street", "street2", "city", "postcode", "region", "country", "phone")


class OrderDetailOutput(OrderOutput):
    """An order with its parts."""

    lines = OrderLineOutput(many=True)
    charges = OrderChargeOutput(many=True)
    addresses = OrderAddressOutput(many=True)

    class Meta:
        model = Order
        fields = (*OrderOutput.Meta.fields, "lines", "charges", "addresses")


class AddressInput(Input):
    """Where something is sent or billed to."""

    name = serializers.CharField(max_length=200, default="")
    firm = serializers.CharField(max_length=200, default="", allow_blank=True)
    street = serializers.CharField(max_length=200)
    street2 = serializers.CharField(max_length=200, default="", allow_blank=True)
    city = serializers.CharField(max_length=100)
    postcode = serializers.CharField(max_length=20)
    region = serializers.CharField(max_length=100, default="", allow_blank=True)
    country = serializers.RegexField(r"^[A-Z]{2}$", help_text="ISO 3166-1 alpha-2")
    phone = serializers.CharField(max_length=40, default="", allow_blank=True)


class BuyerInput(Input):
    """Who buys. A typed e-mail address recognises nobody; the caller's own number of the customer does."""

    id = serializers.CharField(max_length=120, required=False, help_text="The customer's number at the caller.")
    name = serializers.CharField(max_length=200)
    firm = serializers.CharField(max_length=200, default="", allow_blank=True)
    tax_id = serializers.CharField(max_length=20, default="", allow_blank=True)
    email = serializers.EmailField(required=False)
    phone = serializers.CharField(max_length=40, default="", allow_blank=True)
    language = serializers.ChoiceField(choices=("pl", "en"), default="en")


class WantedLineInput(Input):
    """So much of a SKU, at the price of the list unless one was agreed."""

    sku = serializers.CharField(max_length=64)
    quantity = serializers.DecimalField(max_digits=14, decimal_places=3, min_value=Decimal("0.001"))
    unit_price = serializers.DecimalField(**MONEY, min_value=Decimal(0), required=False)


class PlaceInput(Input):
    """An order to place. ``reference`` is the caller's own number: the same one gives the same order."""

    sales_channel = serializers.IntegerField()
    reference = serializers.CharField(max_length=120)
    price_list = serializers.CharField(max_length=30, help_text="The price list's code; it sets the currency.")
    buyer = BuyerInput()
    lines = serializers.ListField(child=WantedLineInput(), min_length=1, max_length=MOST_LINES)
    shipping_address = AddressInput(required=False)
    billing_address = AddressInput(required=False)
    delivery_method = serializers.CharField(max_length=200, default="", allow_blank=True)
    delivery_price = serializers.DecimalField(**MONEY, min_value=Decimal(0), required=False)
    pickup_point = serializers.CharField(max_length=60, default="", allow_blank=True)
    payment_terms = serializers.ChoiceField(
        choices=[terms.value for terms in PaymentTerms], default=PaymentTerms.PREPAID.value
    )
    accept_shortage = serializers.BooleanField(default=True)
    note = serializers.CharField(max_length=5000, default="", allow_blank=True)


class CancelInput(Input):
    """Why an order is cancelled."""

    reason = serializers.CharField(max_length=300)


class HoldInput(Input):
    """Why an order is held."""

    note = serializers.CharField(max_length=300)
