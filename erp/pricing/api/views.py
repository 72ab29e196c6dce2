"""Endpoints about prices."""

from erp.catalog.models import Variant
from erp.foundation.accounts import scoping
from erp.foundation.money import Money
from erp.foundation.web.api.verbs import Call, verb
from erp.foundation.web.api.views import ReadViewSet
from erp.pricing import services as pricing
from erp.pricing.api import serializers
from erp.pricing.models import Price, PriceList


class PriceListViewSet(ReadViewSet[PriceList]):
    """Price lists."""

    queryset = PriceList.objects.all()
    serializer_class = serializers.PriceListOutput
    permission = "pricing.view"
    ordering = ("name", "pk")
    filterset_fields = ("company", "code", "currency")

    @verb(permission="pricing.edit", takes=serializers.PriceInput, gives=serializers.PriceOutput)
    def set_price(self, call: Call) -> Price:
        """Set a price of a variant on this list. Safe to repeat."""
        data = dict(call.data)
        variants = Variant.objects.filter(company=call.row.company_id)
        variant = scoping.get_visible(variants, call.actor, pk=data.pop("variant"))
        price = Money(data.pop("amount"), call.row.currency)
        return pricing.set_price(
            price_list=call.row, variant=variant, unit_price=price, **data, actor=call.actor, at=call.at
        )


class PriceViewSet(ReadViewSet[Price]):
    """Prices."""

    queryset = Price.objects.select_related("price_list")
    serializer_class = serializers.PriceOutput
    permission = "pricing.view"
    ordering = ("-pk",)
    filterset_fields = ("price_list", "variant")
