"""What the endpoints of stock give."""

from typing import ClassVar

from rest_framework import serializers

from erp.foundation.web.api.serializers import Output
from erp.inventory.models import StockLevel


class StockLevelOutput(Output[StockLevel]):
    """What lies of a variant in a place; ``unit_cost`` is the company's average, for who reads costs."""

    sku = serializers.CharField(source="variant.sku", read_only=True)
    location_code = serializers.CharField(source="location.code", read_only=True)
    available = serializers.DecimalField(source="free", max_digits=14, decimal_places=3, read_only=True)
    unit_cost = serializers.DecimalField(max_digits=18, decimal_places=4, read_only=True, allow_null=True)

    class Meta:
        model = StockLevel
        field_rules: ClassVar[dict[str, str]] = {"unit_cost": "cost"}
        fields = (
            *("id", "company", "variant", "sku", "location", "location_code"),
            *("on_hand", "reserved", "available", "unit_cost"),
        )
