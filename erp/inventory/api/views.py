"""Endpoints about stock."""

import django_filters
from django.db.models import Case, DecimalField, F, OuterRef, Subquery, When

from erp.foundation.web.api.views import ReadViewSet
from erp.inventory.api import serializers
from erp.inventory.models import StockLevel, VariantCost

_COSTS = VariantCost.objects.filter(variant=OuterRef("variant"), company=OuterRef("company")).annotate(
    average=Case(
        When(quantity__gt=0, then=F("value") / F("quantity")),
        default=F("last_unit_cost"),
        output_field=DecimalField(max_digits=18, decimal_places=4),
    )
)


class StockLevelFilter(django_filters.FilterSet):
    """What levels are narrowed by."""

    sku = django_filters.CharFilter(field_name="variant__sku")
    location_code = django_filters.CharFilter(field_name="location__code")
    on_hand_above = django_filters.NumberFilter(field_name="on_hand", lookup_expr="gt")

    class Meta:
        model = StockLevel
        fields = ("company", "variant", "location")


class StockLevelViewSet(ReadViewSet[StockLevel]):
    """What lies where: on hand, reserved and available of each variant in each place, kits left out."""

    queryset = StockLevel.objects.select_related("variant", "location").annotate(
        unit_cost=Subquery(_COSTS.values("average")[:1])
    )
    serializer_class = serializers.StockLevelOutput
    permission = "inventory.view"
    ordering = ("pk",)
    filterset_class = StockLevelFilter
