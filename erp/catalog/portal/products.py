"""Products: the list, a product's page, making and changing one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.catalog import services as catalog
from erp.catalog.models import Picture, Product, Variant
from erp.catalog.portal import rows
from erp.catalog.portal.forms import NewProductForm, ProductForm
from erp.catalog.services import ProductChanges, ProductDraft, VariantDraft
from erp.catalog.states import PRODUCT_FLOW, ProductStatus
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, DateRange, Empty, Flag, Link, ListPage, View
from erp.foundation.web.records import Action, Card, Fact, RecordPage, Status, pairs

_TEXTS = ("title_pl", "title_en", "description_pl", "description_en", "brand", "code", "tax_class", "unit")


def _kits(products: "QuerySet[Any]", yes: bool) -> "QuerySet[Any]":
    found = Exists(Variant.objects.filter(product=OuterRef("pk"), is_kit=True))
    return products.filter(found) if yes else products.exclude(found)


def _pictured(products: "QuerySet[Any]", yes: bool) -> "QuerySet[Any]":
    found = Exists(Picture.objects.filter(product=OuterRef("pk")))
    return products.filter(found) if yes else products.exclude(found)


class ProductList(ListPage):
    """All products that the actor may see."""

    permission = "catalog.view"
    name = "catalog.products"
    title = _("Products")
    sort = "-number"
    columns = (
        Column(
            "picture",
            _("Picture"),
            value=lambda p: p.thumbnail,
            render=lambda p: rows.small_picture(p.thumbnail, rows.title_of(p)),
            export=lambda p: "",
        ),
        Column(
            "title",
            _("Product"),
            value=rows.title_of,
            main=True,
            url=lambda p: reverse("catalog:product", args=[p.pk]),
        ),
        Column("sku", _("SKU"), "code", value=lambda p: f"{p.first_sku} …" if p.more else p.first_sku),
        Column("code", _("Code"), "code", shown=False),
        Column("brand", _("Brand")),
        Column(
            "status",
            _("Status"),
            "pill",
            value=lambda p: p.get_status_display(),
            tone=lambda p: rows.TONES[p.status],
        ),
        Column("tax", _("Tax class"), value=lambda p: p.tax_class.name(rows.language())),
        Column("unit", _("Unit"), value=lambda p: p.unit.name(rows.language()), shown=False),
        Column("company", _("Company"), value="company.name", shown=False),
        Column("updated", _("Changed"), "moment", value="updated_at", sort="updated_at"),
        Column("number", _("Number"), "number", value="pk", sort="pk", shown=False),
    )
    filters = (
        Choice("status", _("Status"), ProductStatus.choices),
        Flag("kit", _("Kits"), _kits),
        Flag("pictured", _("With a picture"), _pictured),
        DateRange("updated", _("Changed"), path="updated_at"),
    )
    views = (View(_("On sale"), "status=active"), View(_("Drafts"), "status=draft"))
    links = (
        Link(_("New product"), "catalog:new", "catalog.edit"),
        Link(_("Import"), "catalog:upload", "catalog.import", icon="package-import", primary=False),
    )
    search_hint = _("Title, SKU, barcode")
    empty = Empty(_("No products yet"), _("Import a catalogue, connect a shop, or add the first product."), "box")

    def rows(self) -> "QuerySet[Any]":
        return rows.listed(Product.objects.visible_to(self.actor))

    def search(self, rows_: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        return rows.matching(rows_, text.strip())

    def row_url(self, row: Any) -> str:
        return reverse("catalog:product", args=[row.pk])

    def row_label(self, row: Any) -> str:
        return rows.title_of(row)


def visible_product(actor: Actor, pk: Any) -> Product | None:
    """A product that the actor may see, with what its page reads."""
    found = Product.objects.visible_to(actor).filter(pk=pk)
    return found.select_related("tax_class", "unit", "company").prefetch_related("texts", "options").first()


class ProductPage(RecordPage):
    """One product."""

    permission = "catalog.view"
    parent = (_("Products"), "catalog:products")
    model = Product
    live_topic = "catalog.product:{key}"
    record: Product

    def find(self, pk: Any) -> Product | None:
        return visible_product(self.actor, pk)

    def title(self) -> str:
        return self.record.title(rows.language()) or str(self.record)

    def status(self) -> Status:
        status = ProductStatus(self.record.status)
        return Status(status.label, rows.TONES[status])

    def facts(self) -> Sequence[Any]:
        return (self.record.brand or None, self.record.code or None, self.record.company.name)

    def actions(self) -> Sequence[Action]:
        def at(name: str, *more: Any) -> str:
            return reverse(name, args=[self.record.pk, *more])

        def may(to: ProductStatus) -> bool:
            return PRODUCT_FLOW.can_move(self.record, to=to)

        edit, active, draft = "catalog.edit", ProductStatus.ACTIVE, ProductStatus.DRAFT
        return (
            Action(_("Edit"), at("catalog:edit"), edit, icon="edit", link=True),
            Action(_("Add a variant"), at("catalog:add-variant"), edit, icon="plus"),
            Action(_("Add a picture"), at("catalog:add-picture"), edit, icon="photo"),
            Action(_("Put on sale"), at("catalog:move", "active"), edit, legal=may(active), icon="check"),
            Action(_("Back to draft"), at("catalog:move", "draft"), edit, legal=may(draft), icon="pencil"),
            Action(
                _("Archive"),
                at("catalog:move", "archived"),
                edit,
                legal=may(ProductStatus.ARCHIVED),
                icon="archive",
                danger=True,
            ),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        product, options = self.record, [option.name for option in self.record.options.all()]
        variants, components = rows.variant_rows(product, options), rows.component_rows(product)
        texts = {text.language: text for text in product.texts.all()}
        pictures = list(product.pictures.order_by("position", "pk"))
        cards = [
            Card(
                _("Variants"),
                "catalog/staff/variants.html",
                {"variants": variants, "options": options, "may_edit": self.can("catalog.edit", product)},
                flush=True,
                count=len(variants),
            ),
            Card(_("Texts"), "catalog/staff/texts.html", {"polish": texts.get("pl"), "english": texts.get("en")}),
            Card(
                _("Pictures"),
                "catalog/staff/pictures.html",
                {"pictures": pictures, "title": self.title(), "may_edit": self.can("catalog.edit", product)},
                column="side",
                count=len(pictures),
            ),
            pairs(
                _("Details"),
                [
                    Fact(_("Brand"), product.brand or None),
                    Fact(_("Code"), product.code or None),
                    Fact(_("Tax class"), product.tax_class.name(rows.language())),
                    Fact(_("Unit"), product.unit.name(rows.language())),
                ],
            ),
        ]
        if components:
            card = Card(_("In the kits"), "catalog/staff/components.html", {"components": components}, flush=True)
            cards.insert(1, card)
        return cards


class NewProduct(FormPage):
    """A product with its first variant."""

    permission = "catalog.edit"
    title, label, done = _("New product"), _("Save product"), _("The product is saved.")
    form_class = NewProductForm
    parent = (_("Products"), "catalog:products")

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def save(self, form: NewProductForm, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        barcodes = (data["barcode"],) if data["barcode"] else ()
        variant = VariantDraft(sku=data["sku"], barcodes=barcodes, **form.sizes(nothing=None))
        product = catalog.create_product(
            draft=ProductDraft(variants=(variant,), **{name: data[name] for name in _TEXTS}),
            company=data["company"],
            actor=self.actor,
            at=self.now(),
        )
        return reverse("catalog:product", args=[product.pk])


class EditProduct(FormPage):
    """What concerns the product as a whole."""

    permission = "catalog.edit"
    title = _("Edit product")
    form_class = ProductForm
    parent = (_("Products"), "catalog:products")
    model = Product

    def load(self) -> None:
        product = visible_product(self.actor, self.kwargs["pk"])
        if product is None or not self.can(self.permission, product):
            raise NotFound
        self.product = product

    def initial(self) -> dict[str, Any]:
        product = self.product
        values = {"brand": product.brand, "code": product.code}
        values |= {"tax_class": product.tax_class.code, "unit": product.unit.code}
        for text in product.texts.all():
            values |= {f"title_{text.language}": text.title, f"description_{text.language}": text.description}
        return values

    def save(self, form: ProductForm, lines: list[dict[str, Any]]) -> str:
        changes = ProductChanges(**{name: form.cleaned_data[name] for name in _TEXTS})
        catalog.update_product(product=self.product, changes=changes, actor=self.actor, at=self.now())
        return reverse("catalog:product", args=[self.product.pk])

    def parent_context(self) -> dict[str, Any]:
        label = self.product.title(rows.language())
        return {"parent": (label, reverse("catalog:product", args=[self.product.pk]))}
