"""What the endpoints of the catalogue take and give."""

from typing import Any

from rest_framework import serializers

from erp.catalog.models import Barcode, BarcodeKind, Product, ProductText, Variant
from erp.catalog.services import ProductDraft, VariantDraft
from erp.catalog.states import ProductStatus
from erp.foundation.web.api.serializers import Input, Output

SIZE = 9_999_999


class TextOutput(Output[ProductText]):
    """Title and description in a language."""

    class Meta:
        model = ProductText
        fields = ("language", "title", "description")


class BarcodeOutput(Output[Barcode]):
    """A code on a package."""

    class Meta:
        model = Barcode
        fields = ("code", "kind")


class ComponentOutput(serializers.Serializer[Any]):
    """So many of a component in one kit."""

    variant = serializers.IntegerField(source="component_id")
    quantity = serializers.DecimalField(max_digits=14, decimal_places=3)


class VariantOutput(Output[Variant]):
    """A variant."""

    barcodes = BarcodeOutput(many=True, read_only=True)
    components = ComponentOutput(many=True, read_only=True)

    class Meta:
        model = Variant
        fields = (
            *("id", "company", "product", "sku", "option1", "option2", "option3", "weight_g", "length_mm"),
            *("width_mm", "height_mm", "is_kit", "active", "barcodes", "components"),
        )


class ProductOutput(Output[Product]):
    """A product with its texts and variants."""

    tax_class = serializers.CharField(source="tax_class.code")
    unit = serializers.CharField(source="unit.code")
    texts = TextOutput(many=True, read_only=True)
    options = serializers.SlugRelatedField[Any](many=True, read_only=True, slug_field="name")
    variants = VariantOutput(many=True, read_only=True)

    class Meta:
        model = Product
        fields = (
            *("id", "company", "code", "status", "brand", "tax_class", "unit", "created_at", "updated_at"),
            *("texts", "options", "variants"),
        )


class ComponentInput(Input):
    """So many of a SKU in one kit."""

    sku = serializers.CharField(max_length=64)
    quantity = serializers.DecimalField(max_digits=14, decimal_places=3)


class VariantInput(Input):
    """A variant to be made."""

    sku = serializers.CharField(max_length=64)
    barcodes = serializers.ListField(child=serializers.CharField(max_length=64), default=list)
    options = serializers.ListField(child=serializers.CharField(max_length=100), default=list, max_length=3)
    weight_g = serializers.IntegerField(min_value=0, max_value=SIZE, allow_null=True, default=None)
    length_mm = serializers.IntegerField(min_value=0, max_value=SIZE, allow_null=True, default=None)
    width_mm = serializers.IntegerField(min_value=0, max_value=SIZE, allow_null=True, default=None)
    height_mm = serializers.IntegerField(min_value=0, max_value=SIZE, allow_null=True, default=None)
    components = ComponentInput(many=True, default=list)
    active = serializers.BooleanField(default=True)


class TextsInput(Input):
    """What concerns a product as a whole; what is not named stays as it is."""

    title_pl = serializers.CharField(max_length=255, allow_blank=True, required=False)
    title_en = serializers.CharField(max_length=255, allow_blank=True, required=False)
    description_pl = serializers.CharField(allow_blank=True, required=False)
    description_en = serializers.CharField(allow_blank=True, required=False)
    code = serializers.CharField(max_length=64, allow_blank=True, required=False)
    brand = serializers.CharField(max_length=100, allow_blank=True, required=False)
    tax_class = serializers.CharField(max_length=20, required=False)
    unit = serializers.CharField(max_length=10, required=False)


class ProductInput(TextsInput):
    """A product to be made."""

    company = serializers.IntegerField()
    status = serializers.ChoiceField(choices=ProductStatus.choices, default=ProductStatus.ACTIVE)
    option_names = serializers.ListField(child=serializers.CharField(max_length=50), default=list, max_length=3)
    variants = VariantInput(many=True, allow_empty=False)


class VariantChangesInput(Input):
    """What to change about a variant; what is not named stays, 0 takes a size or weight away."""

    sku = serializers.CharField(max_length=64, required=False)
    options = serializers.ListField(child=serializers.CharField(max_length=100), required=False, max_length=3)
    weight_g = serializers.IntegerField(min_value=0, max_value=SIZE, required=False)
    length_mm = serializers.IntegerField(min_value=0, max_value=SIZE, required=False)
    width_mm = serializers.IntegerField(min_value=0, max_value=SIZE, required=False)
    height_mm = serializers.IntegerField(min_value=0, max_value=SIZE, required=False)
    active = serializers.BooleanField(required=False)


class BarcodeInput(Input):
    """A code to add."""

    code = serializers.CharField(max_length=64)
    kind = serializers.ChoiceField(choices=BarcodeKind.choices, default=BarcodeKind.GTIN)


class CodeInput(Input):
    """A code to remove."""

    code = serializers.CharField(max_length=64)


class KitInput(Input):
    """What is in one kit, in place of what was said before; nothing makes it an ordinary variant."""

    components = ComponentInput(many=True)


def variant_draft(data: dict[str, Any]) -> VariantDraft:
    """A draft of what came in."""
    components = {one["sku"]: one["quantity"] for one in data["components"]}
    lists = {name: tuple(data[name]) for name in ("barcodes", "options")}
    return VariantDraft(**(data | lists | {"components": components}))


def product_draft(data: dict[str, Any]) -> ProductDraft:
    """A draft of what came in, without the company."""
    plain = {name: value for name, value in data.items() if name not in {"company", "variants", "option_names"}}
    return ProductDraft(
        variants=tuple(variant_draft(one) for one in data["variants"]),
        option_names=tuple(data["option_names"]),
        **plain,
    )
