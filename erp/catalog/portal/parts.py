"""What is done with the parts of a product: status, variants, barcodes, kits, pictures."""

from decimal import Decimal
from typing import Any, ClassVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.catalog import services as catalog
from erp.catalog.models import Barcode, Picture, Product, Variant
from erp.catalog.portal.forms import BarcodeForm, KitForm, KitLine, PictureForm, VariantForm
from erp.catalog.portal.products import visible_product
from erp.catalog.services import VariantChanges, VariantDraft
from erp.catalog.states import ProductStatus
from erp.foundation.errors import NotFound
from erp.foundation.web.forms import lines
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.records import ActionView

EDIT = "catalog.edit"


class _OnProduct(ActionView):
    abstract = True
    permission = EDIT
    model = Product
    done: ClassVar[str | Promise] = _("Saved.")
    record: Product

    def find(self, pk: Any) -> Product | None:
        return visible_product(self.actor, pk)

    def done_url(self) -> str:
        return reverse("catalog:product", args=[self.record.pk])


class _OnVariant(ActionView):
    abstract = True
    permission = EDIT
    model = Variant
    done: ClassVar[str | Promise] = _("Saved.")
    record: Variant

    def find(self, pk: Any) -> Variant | None:
        return Variant.objects.visible_to(self.actor).filter(pk=pk).select_related("product").first()

    def done_url(self) -> str:
        return reverse("catalog:product", args=[self.record.product_id])


class MoveProduct(_OnProduct):
    """Put on sale, back to draft, archive."""

    _TITLES: dict[str, str | Promise] = {
        ProductStatus.ACTIVE: _("Put this product on sale?"),
        ProductStatus.DRAFT: _("Take this product back to draft?"),
        ProductStatus.ARCHIVED: _("Archive this product?"),
    }
    title = _("Change the status?")
    model = Product

    def load(self) -> None:
        super().load()
        if self.kwargs["to"] not in ProductStatus.values:
            raise NotFound
        self.to = ProductStatus(self.kwargs["to"])

    def question(self) -> str | Promise:
        return self._TITLES[self.to]

    def consequences(self) -> list[tuple[Any, str | Promise]]:
        count = self.record.variants.filter(active=True).count()
        return [(count, _("variants are no longer sold"))] if self.to == ProductStatus.ARCHIVED else []

    def act(self, form: None) -> None:
        catalog.move_product(product=self.record, to=self.to, actor=self.actor, at=self.now())


class AddVariant(_OnProduct):
    """One more variant."""

    title, label = _("Add a variant"), _("Add")
    form_class = VariantForm

    def form_arguments(self) -> dict[str, Any]:
        return {"product": self.record}

    def act(self, form: VariantForm) -> None:
        draft = VariantDraft(
            sku=form.cleaned_data["sku"],
            options=form.options(),
            active=form.cleaned_data["active"],
            **form.sizes(nothing=None),
        )
        catalog.add_variant(product=self.record, draft=draft, actor=self.actor, at=self.now())


class EditVariant(_OnVariant):
    """SKU, options, weight and size of a variant."""

    title, label = _("Edit variant"), _("Save")
    form_class = VariantForm

    def form_arguments(self) -> dict[str, Any]:
        return {"product": self.record.product}

    def initial(self) -> dict[str, Any]:
        names = ("sku", "option1", "option2", "option3", "active", "weight_g", "length_mm", "width_mm", "height_mm")
        return {name: getattr(self.record, name) for name in names}

    def act(self, form: VariantForm) -> None:
        data = form.cleaned_data
        changes = VariantChanges(
            sku=data["sku"], options=form.options(), active=data["active"], **form.sizes(nothing=0)
        )
        catalog.update_variant(variant=self.record, changes=changes, actor=self.actor, at=self.now())


class AddBarcode(_OnVariant):
    """One more barcode."""

    title, label = _("Add a barcode"), _("Add")
    form_class = BarcodeForm

    def question(self) -> str:
        return self.record.sku

    def act(self, form: BarcodeForm) -> None:
        data = form.cleaned_data
        catalog.add_barcode(
            variant=self.record, barcode=data["barcode"], kind=data["kind"], actor=self.actor, at=self.now()
        )


class RemoveBarcode(ActionView):
    """Take a barcode away."""

    permission = EDIT
    model = Barcode
    title, label, danger, done = _("Remove this barcode?"), _("Remove"), True, _("The barcode is removed.")
    record: Barcode

    def find(self, pk: Any) -> Barcode | None:
        return Barcode.objects.visible_to(self.actor).filter(pk=pk).select_related("variant").first()

    def question(self) -> str:
        return f"{self.record.code} ({self.record.variant.sku})"

    def act(self, form: None) -> None:
        catalog.remove_barcode(variant=self.record.variant, barcode=self.record.code, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("catalog:product", args=[self.record.variant.product_id])


class AddPicture(_OnProduct):
    """One more picture."""

    title, label = _("Add a picture"), _("Add")
    form_class = PictureForm

    def act(self, form: PictureForm) -> None:
        file = form.cleaned_data["picture"]
        catalog.add_picture(product=self.record, name=file.name, content=file.read(), actor=self.actor, at=self.now())


class RemovePicture(ActionView):
    """Take a picture off a product."""

    permission = EDIT
    model = Picture
    title, label, danger, done = _("Remove this picture?"), _("Remove"), True, _("The picture is removed.")
    record: Picture

    def find(self, pk: Any) -> Picture | None:
        return Picture.objects.visible_to(self.actor).filter(pk=pk).select_related("product").first()

    def act(self, form: None) -> None:
        catalog.remove_picture(picture=self.record, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("catalog:product", args=[self.record.product_id])


class EditKit(FormPage):
    """What is in one kit."""

    permission = EDIT
    model = Variant
    title, done = _("Components of the kit"), _("The kit is saved.")
    form_class, lines_class = KitForm, lines.lines_of(KitLine)
    parent = (_("Products"), "catalog:products")

    def load(self) -> None:
        found = Variant.objects.visible_to(self.actor).filter(pk=self.kwargs["pk"]).select_related("product").first()
        if found is None or not self.can(self.permission, found):
            raise NotFound
        self.variant = found

    def page_title(self) -> str:
        return f"{self.title}: {self.variant.sku}"

    def lines_initial(self) -> list[dict[str, Any]]:
        components = self.variant.components.select_related("component").order_by("pk")
        return [
            {"component": (str(row.component_id), row.component.sku), "quantity": row.quantity} for row in components
        ]

    def save(self, form: KitForm, lines: list[dict[str, Any]]) -> str:
        chosen = Variant.objects.visible_to(self.actor).in_bulk([int(line["component"]) for line in lines])
        components: dict[str, Decimal] = {}
        for line in lines:
            sku = chosen[int(line["component"])].sku
            components[sku] = components.get(sku, Decimal(0)) + line["quantity"]
        catalog.define_kit(kit=self.variant, components=components, actor=self.actor, at=self.now())
        return reverse("catalog:product", args=[self.variant.product_id])

    def parent_context(self) -> dict[str, Any]:
        return {"parent": (self.variant.sku, reverse("catalog:product", args=[self.variant.product_id]))}
