"""Products, variants, barcodes and kits."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.catalog.states import PRODUCT_FLOW, ProductStatus
from erp.documents.models import Document
from erp.fiscal.models import TaxClass
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.quantity import quantity_field
from erp.foundation.refs import HasRef


class Language(models.TextChoices):
    """Languages that texts of products are kept in."""

    POLISH = "pl", _("Polish")
    ENGLISH = "en", _("English")


class Unit(models.Model):
    """What quantities of a product count, such as pieces or metres."""

    scope = Scope(view="catalog.view", company=None)

    code = models.CharField(_("code"), max_length=10, unique=True)
    name_pl = models.CharField(_("name in Polish"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=40)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ("code",)

    def __str__(self) -> str:
        return self.code

    def name(self, language: str) -> str:
        """The name in a language of the pages."""
        return self.name_pl if language == "pl" else self.name_en


@tracked(bulk=True)
class Product(HasRef, models.Model):
    """What a shop shows as one thing, in one or more variants; ``code`` tells an import which rows belong together."""

    scope = Scope(view="catalog.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="products", verbose_name=_("company"))
    code = models.CharField(_("code"), max_length=64, blank=True)
    status = PRODUCT_FLOW.column(default=ProductStatus.DRAFT)
    tax_class = models.ForeignKey(TaxClass, models.PROTECT, related_name="+", verbose_name=_("tax class"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    brand = models.CharField(_("brand"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("added"))
    updated_at = models.DateTimeField(_("changed"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        ordering = ("-pk",)
        constraints = (
            PRODUCT_FLOW.check("product_status_known"),
            models.UniqueConstraint(fields=("company", "code"), name="product_code_once", condition=~Q(code="")),
            # The target of (product, company) foreign keys, which keep a variant inside its product's company.
            models.UniqueConstraint(fields=("id", "company"), name="product_with_company"),
        )

    def __str__(self) -> str:
        return self.code or f"#{self.pk}"

    def title(self, language: str) -> str:
        """The title in a language, or in the other one where it is missing; reads ``texts`` (prefetch them)."""
        titles = {text.language: text.title for text in self.texts.all()}
        return titles.get(language) or next((title for title in titles.values() if title), "")


@tracked(bulk=True)
class ProductText(models.Model):
    """Title and description of a product in a language."""

    scope = Scope(view="catalog.view", company="product__company", record="product")

    product = models.ForeignKey(Product, models.CASCADE, related_name="texts", db_index=False)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=255)
    description = models.TextField(_("description"), blank=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a product")
        verbose_name_plural = _("texts of products")
        constraints = (
            models.UniqueConstraint(fields=("product", "language"), name="product_text_once"),
            models.CheckConstraint(name="product_text_language", condition=Q(language__in=Language.values)),
            models.CheckConstraint(name="product_text_has_title", condition=~Q(title="")),
        )

    def __str__(self) -> str:
        return self.title


@tracked()
class ProductOption(models.Model):
    """What the variants of a product differ in, such as size; at most three."""

    scope = Scope(view="catalog.view", company="product__company", record="product")

    product = models.ForeignKey(Product, models.CASCADE, related_name="options", db_index=False)
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=50)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("option of a product")
        verbose_name_plural = _("options of products")
        ordering = ("product", "position")
        constraints = (
            models.UniqueConstraint(fields=("product", "position"), name="product_option_place"),
            models.UniqueConstraint(fields=("product", "name"), name="product_option_name"),
            models.CheckConstraint(name="product_option_at_most_three", condition=Q(position__gte=1, position__lte=3)),
        )

    def __str__(self) -> str:
        return self.name


@tracked(bulk=True)
class Variant(HasRef, models.Model):
    """
    What is stocked, sold and counted. The SKU is unique in the company, capitals and small letters being different.

    A kit is sold as one and stocked as its components; it is never stocked itself.
    """

    scope = Scope(view="catalog.view", record="product")

    company = models.ForeignKey(Company, models.PROTECT, related_name="variants", db_index=False)
    product = models.ForeignKey(Product, models.PROTECT, related_name="variants", db_index=False)
    sku = models.CharField(_("SKU"), max_length=64)
    option1 = models.CharField(_("first option"), max_length=100, blank=True)
    option2 = models.CharField(_("second option"), max_length=100, blank=True)
    option3 = models.CharField(_("third option"), max_length=100, blank=True)
    weight_g = models.PositiveIntegerField(_("weight in grams"), null=True, blank=True)
    length_mm = models.PositiveIntegerField(_("length in mm"), null=True, blank=True)
    width_mm = models.PositiveIntegerField(_("width in mm"), null=True, blank=True)
    height_mm = models.PositiveIntegerField(_("height in mm"), null=True, blank=True)
    is_kit = models.BooleanField(_("kit"), default=False)
    active = models.BooleanField(_("sold"), default=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("variant")
        verbose_name_plural = _("variants")
        ordering = ("product", "pk")
        constraints = (
            models.UniqueConstraint(fields=("company", "sku"), name="variant_sku_once"),
            models.UniqueConstraint(
                fields=("product", "option1", "option2", "option3"), name="variant_differs_by_options"
            ),
            models.CheckConstraint(name="variant_sku_trimmed", condition=Q(sku__regex=r"^\S(.*\S)?$")),
            # Targets of foreign keys with two columns: a barcode stays in its company, a level never holds a kit.
            models.UniqueConstraint(fields=("id", "company"), name="variant_with_company"),
            models.UniqueConstraint(fields=("id", "is_kit"), name="variant_with_kind"),
        )

    def __str__(self) -> str:
        return self.sku

    @property
    def options(self) -> tuple[str, ...]:
        """The option values that this variant has."""
        return tuple(value for value in (self.option1, self.option2, self.option3) if value)

    def title(self, language: str) -> str:
        """Title of the product with the option values, as on a document; reads the product and its texts."""
        return " / ".join([self.product.title(language) or self.sku, *self.options])


class BarcodeKind(models.TextChoices):
    """GTINs (EAN, UPC) have a check digit; anything else is a code of the house or of a maker."""

    GTIN = "gtin", _("GTIN (EAN, UPC)")
    OTHER = "other", _("Other code")


@tracked(bulk=True)
class Barcode(models.Model):
    """A code on a package that a scanner reads; leading zeros count. The database checks the check digit of a GTIN."""

    scope = Scope(view="catalog.view", record="variant__product")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    variant = models.ForeignKey(Variant, models.CASCADE, related_name="barcodes")
    code = models.CharField(_("code"), max_length=64)
    kind = models.CharField(_("kind"), max_length=10, choices=BarcodeKind)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("barcode")
        verbose_name_plural = _("barcodes")
        ordering = ("variant", "pk")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="barcode_once"),
            models.CheckConstraint(name="barcode_kind_known", condition=Q(kind__in=BarcodeKind.values)),
            models.CheckConstraint(name="barcode_code_trimmed", condition=Q(code__regex=r"^\S(.*\S)?$")),
        )

    def __str__(self) -> str:
        return self.code


@tracked()
class KitComponent(models.Model):
    """So many of a component are in one kit. That a component is never a kit itself is kept by foreign keys."""

    scope = Scope(view="catalog.view", record="kit__product")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False)
    kit = models.ForeignKey(Variant, models.CASCADE, related_name="components", db_index=False)
    component = models.ForeignKey(Variant, models.PROTECT, related_name="used_in")
    quantity: "models.DecimalField[Decimal, Decimal]" = quantity_field()

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("component of a kit")
        verbose_name_plural = _("components of kits")
        ordering = ("kit", "pk")
        constraints = (
            models.UniqueConstraint(fields=("kit", "component"), name="kit_component_once"),
            models.CheckConstraint(name="kit_component_quantity_positive", condition=Q(quantity__gt=0)),
            models.CheckConstraint(name="kit_component_is_other", condition=~Q(kit=F("component"))),
        )

    def __str__(self) -> str:
        return f"{self.quantity} x {self.component_id}"


@tracked()
class Picture(models.Model):
    """A picture of a product, of one of its variants where that is named; the first position is the main one."""

    scope = Scope(view="catalog.view", company="product__company", record="product")

    product = models.ForeignKey(Product, models.CASCADE, related_name="pictures", db_index=False)
    variant = models.ForeignKey(Variant, models.SET_NULL, null=True, blank=True, related_name="pictures")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    thumbnail = models.ForeignKey(Document, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ("product", "position", "pk")
        constraints = (models.UniqueConstraint(fields=("product", "document"), name="picture_once"),)

    def __str__(self) -> str:
        return f"{self.product_id} {self.position}"
