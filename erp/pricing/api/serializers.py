"""What the endpoints of prices take and give."""

from decimal import Decimal

from rest_framework import serializers

from erp.foundation.web.api.serializers import Input, Output
from erp.pricing.models import Price, PriceList


class PriceListOutput(Output[PriceList]):
    """A price list."""

    class Meta:
        model = PriceList
        fields = ("id", "company", "code", "name", "currency", "includes_tax", "valid_from", "valid_to")


class PriceOutput(Output[Price]):
    """A price of one unit, in the currency of its list."""

    currency = serializers.CharField(source="price_list.currency")

    class Meta:
        model = Price
        fields = ("id", "price_list", "variant", "min_quantity", "amount", "currency", "valid_from", "valid_to")


class PriceInput(Input):
    """A price to set; it takes the place of what held on its days."""

    variant = serializers.IntegerField()
    amount = serializers.DecimalField(max_digits=18, decimal_places=4, min_value=0)
    min_quantity = serializers.DecimalField(max_digits=14, decimal_places=3, default=Decimal(1))
    valid_from = serializers.DateField(allow_null=True, default=None)
    valid_to = serializers.DateField(allow_null=True, default=None)
