"""Forms of the catalogue."""

from typing import Any, TypedDict

from django import forms
from django.utils.translation import gettext_lazy as _

from erp.catalog.models import BarcodeKind, Product, Unit
from erp.catalog.portal.rows import language
from erp.fiscal.models import TaxClass
from erp.foundation.accounts.portal.companies import CompanyField, CompanyFormMixin
from erp.foundation.web.forms import fields, lines, lookups
from erp.foundation.web.forms.base import Form

PIECE = "pc"  # the unit of most things


class Sizes(TypedDict):
    """Weight and sides of a variant."""

    weight_g: int | None
    length_mm: int | None
    width_mm: int | None
    height_mm: int | None


class _Texts(Form):
    wide = ("description_pl", "description_en")

    title_pl = forms.CharField(label=_("Title in Polish"), max_length=255, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=255, required=False)
    description_pl = forms.CharField(
        label=_("Description in Polish"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    description_en = forms.CharField(
        label=_("Description in English"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    brand = forms.CharField(label=_("Brand"), max_length=100, required=False)
    code = forms.CharField(
        label=_("Product code"), max_length=64, required=False, help_text=_("By it an import knows the product.")
    )
    tax_class = forms.ChoiceField(label=_("Tax class"))
    unit = forms.ChoiceField(label=_("Unit"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tax, unit = self.fields["tax_class"], self.fields["unit"]
        assert isinstance(tax, forms.ChoiceField)
        assert isinstance(unit, forms.ChoiceField)
        tax.choices = [(one.code, one.name(language())) for one in TaxClass.objects.all()]
        unit.choices = [(one.code, one.name(language())) for one in Unit.objects.all()]
        unit.initial = PIECE


class ProductForm(_Texts):
    """What concerns a product as a whole."""


class _Sizes(Form):
    weight_g = fields.NumberField(label=_("Weight"), unit="g", decimals=0, least=0, most=9_999_999, required=False)
    length_mm = fields.NumberField(label=_("Length"), unit="mm", decimals=0, least=0, most=9_999_999, required=False)
    width_mm = fields.NumberField(label=_("Width"), unit="mm", decimals=0, least=0, most=9_999_999, required=False)
    height_mm = fields.NumberField(label=_("Height"), unit="mm", decimals=0, least=0, most=9_999_999, required=False)

    def sizes(self, *, nothing: int | None) -> Sizes:
        """Weight and sides as whole numbers; an empty field is ``nothing`` (0 takes a value away)."""
        given = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return Sizes(
            weight_g=int(given["weight_g"]) if "weight_g" in given else nothing,
            length_mm=int(given["length_mm"]) if "length_mm" in given else nothing,
            width_mm=int(given["width_mm"]) if "width_mm" in given else nothing,
            height_mm=int(given["height_mm"]) if "height_mm" in given else nothing,
        )


class NewProductForm(CompanyFormMixin, _Texts, _Sizes):
    """A product with its first variant."""

    field_order = ("company", "sku", "barcode", "title_pl", "title_en")

    company = CompanyField("catalog.edit")
    sku = fields.CodeField(label=_("SKU"), max_length=64)
    barcode = fields.CodeField(label=_("Barcode"), max_length=64, required=False, help_text=_("Scan it or type it."))


class VariantForm(_Sizes):
    """A variant of a product; it asks for a value for each of the product's options."""

    field_order = ("sku", "option1", "option2", "option3", "active")

    sku = fields.CodeField(label=_("SKU"), max_length=64)
    active = forms.BooleanField(label=_("Sold"), required=False, initial=True)

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.option_names = [option.name for option in product.options.all()]
        for position, name in enumerate(self.option_names, start=1):
            self.fields[f"option{position}"] = forms.CharField(label=name, max_length=100)
        self.order_fields(self.field_order)

    def options(self) -> tuple[str, ...]:
        """The option values in the order of the product's options."""
        return tuple(self.cleaned_data[f"option{n}"] for n in range(1, len(self.option_names) + 1))


class BarcodeForm(Form):
    """A code to add."""

    barcode = fields.CodeField(label=_("Barcode"), max_length=64, help_text=_("Scan it or type it."))
    kind = forms.ChoiceField(label=_("Kind"), choices=BarcodeKind.choices, initial=BarcodeKind.GTIN)


class PictureForm(Form):
    """A picture to add."""

    picture = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG, WEBP or GIF."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif"}),
    )


class KitForm(Form):
    """A kit has only its components to say."""


class KitLine(lines.LineForm):
    """So many of a component."""

    component = lookups.LookupField("catalog.variant", label=_("Component"))
    quantity = fields.QuantityField(label=_("Quantity in one kit"))


class UploadForm(CompanyFormMixin, Form):
    """A catalogue file."""

    wide = ("file",)

    company = CompanyField("catalog.import")
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX. The first row holds the headings; a column “SKU” is needed."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )
