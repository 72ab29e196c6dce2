"""Endpoints about products and variants."""

from typing import Any

import django_filters

from erp.catalog import services as catalog
from erp.catalog.api import serializers
from erp.catalog.models import Product, Variant
from erp.catalog.services import ProductChanges, VariantChanges
from erp.catalog.states import ProductStatus
from erp.foundation.accounts.actors import access_of
from erp.foundation.errors import NotFound
from erp.foundation.organisation.models import Company
from erp.foundation.web.api.verbs import Call, verb
from erp.foundation.web.api.views import ReadViewSet


class ProductFilter(django_filters.FilterSet):
    """What products are narrowed by."""

    sku = django_filters.CharFilter(field_name="variants__sku")
    barcode = django_filters.CharFilter(field_name="variants__barcodes__code")
    changed_after = django_filters.IsoDateTimeFilter(field_name="updated_at", lookup_expr="gte")

    class Meta:
        model = Product
        fields = ("company", "status", "code", "brand")


class VariantFilter(django_filters.FilterSet):
    """What variants are narrowed by."""

    barcode = django_filters.CharFilter(field_name="barcodes__code")

    class Meta:
        model = Variant
        fields = ("company", "product", "sku", "is_kit", "active")


class ProductViewSet(ReadViewSet[Product]):
    """Products with their texts and variants."""

    queryset = Product.objects.select_related("tax_class", "unit").prefetch_related(
        "texts", "options", "variants__barcodes", "variants__components"
    )
    serializer_class = serializers.ProductOutput
    permission = "catalog.view"
    ordering = ("-pk",)
    filterset_class = ProductFilter

    @verb(permission="catalog.edit", takes=serializers.ProductInput, status=201)
    def create(self, call: Call) -> Product:
        """Make a product with its variants. Safe to repeat: the product that has these SKUs is given."""
        if not access_of(call.actor).can("catalog.edit", company=call.data["company"]):
            raise NotFound
        company = Company.objects.get(pk=call.data["company"])
        draft = serializers.product_draft(dict(call.data))
        return self._shown(catalog.create_product(draft=draft, company=company, actor=call.actor, at=call.at))

    @verb(permission="catalog.edit", takes=serializers.TextsInput)
    def change(self, call: Call) -> Product:
        """Change what concerns the product as a whole; what is not named stays as it is."""
        changes = ProductChanges(**call.data)
        return self._shown(catalog.update_product(product=call.row, changes=changes, actor=call.actor, at=call.at))

    @verb(permission="catalog.edit", takes=serializers.VariantInput)
    def add_variant(self, call: Call) -> Product:
        """Add a variant. Safe to repeat."""
        draft = serializers.variant_draft(dict(call.data))
        catalog.add_variant(product=call.row, draft=draft, actor=call.actor, at=call.at)
        return self._shown(call.row)

    @verb(permission="catalog.edit")
    def activate(self, call: Call) -> Product:
        """Put the product on sale."""
        return self._moved(call, ProductStatus.ACTIVE)

    @verb(permission="catalog.edit")
    def archive(self, call: Call) -> Product:
        """Take the product out of sale for good."""
        return self._moved(call, ProductStatus.ARCHIVED)

    def _moved(self, call: Call, to: ProductStatus) -> Product:
        return self._shown(catalog.move_product(product=call.row, to=to, actor=call.actor, at=call.at))

    def _shown(self, product: Product) -> Product:
        """The product as it is now, with all parts loaded."""
        return self.queryset.all().get(pk=product.pk)


class VariantViewSet(ReadViewSet[Variant]):
    """Variants: what is stocked and sold."""

    queryset = Variant.objects.prefetch_related("barcodes", "components")
    serializer_class = serializers.VariantOutput
    permission = "catalog.view"
    ordering = ("-pk",)
    filterset_class = VariantFilter

    @verb(permission="catalog.edit", takes=serializers.VariantChangesInput)
    def change(self, call: Call) -> Variant:
        """Change SKU, options, sizes, or whether it is sold; what is not named stays as it is."""
        said: dict[str, Any] = dict(call.data)
        if "options" in said:
            said["options"] = tuple(said["options"])
        changes = VariantChanges(**said)
        return self._shown(catalog.update_variant(variant=call.row, changes=changes, actor=call.actor, at=call.at))

    @verb(permission="catalog.edit", takes=serializers.BarcodeInput)
    def add_barcode(self, call: Call) -> Variant:
        """Add a barcode. Safe to repeat."""
        catalog.add_barcode(
            variant=call.row, barcode=call.data["code"], kind=call.data["kind"], actor=call.actor, at=call.at
        )
        return self._shown(call.row)

    @verb(permission="catalog.edit", takes=serializers.CodeInput)
    def remove_barcode(self, call: Call) -> Variant:
        """Remove a barcode. Safe to repeat."""
        catalog.remove_barcode(variant=call.row, barcode=call.data["code"], actor=call.actor, at=call.at)
        return self._shown(call.row)

    @verb(permission="catalog.edit", takes=serializers.KitInput)
    def define_kit(self, call: Call) -> Variant:
        """Say what is in one kit."""
        components = {one["sku"]: one["quantity"] for one in call.data["components"]}
        return self._shown(catalog.define_kit(kit=call.row, components=components, actor=call.actor, at=call.at))

    def _shown(self, variant: Variant) -> Variant:
        """The variant as it is now, with all parts loaded."""
        return self.queryset.all().get(pk=variant.pk)
