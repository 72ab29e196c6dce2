"""Products are made."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from erp.catalog import queries
from erp.catalog.drafts import ProductDraft, VariantDraft
from erp.catalog.events import ProductCreated
from erp.catalog.gtin import gtin_fault
from erp.catalog.models import Barcode, BarcodeKind, Product, ProductOption, ProductText, Unit, Variant
from erp.catalog.services.errors import InvalidProduct
from erp.catalog.services.kits import component_ids, write_components
from erp.catalog.services.refusals import refusal
from erp.catalog.states import ProductStatus
from erp.fiscal.models import TaxClass
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company


@use_case
def create_product(*, draft: ProductDraft, company: Company, actor: Actor, at: datetime) -> Product:
    """
    Make a product with its variants, texts, barcodes and kits.

    Safe to repeat: the product that has exactly the SKUs and titles of the draft already is returned unchanged.

    :raises InvalidProduct: when the draft lacks a title or a variant, or contradicts itself.
    :raises SkuTaken, ProductCodeTaken, BarcodeTaken: when another product has a SKU, the code or a barcode.
    :raises UnknownSku, KitInKit: when a kit names a component that is not there or is a kit.
    """
    _check(draft)
    if product := _same_product(draft, company):
        return product
    try:
        with transaction.atomic():
            product = _insert(draft, company, at)
    except IntegrityError as error:
        if same := _same_product(draft, company):  # made by somebody else in this moment
            return same
        raise refusal(
            error,
            company=company,
            skus=[variant.sku for variant in draft.variants],
            barcodes=[code for variant in draft.variants for code in variant.barcodes],
            code=draft.code,
        ) from error
    publish(ProductCreated(product_id=product.pk), actor=actor, subjects=[product.ref])
    return product


def new_variant(product: Product, draft: VariantDraft) -> Variant:
    """An unsaved variant of a product, as drafted."""
    options = (*draft.options, "", "", "")
    return Variant(
        company_id=product.company_id,
        product=product,
        sku=draft.sku,
        option1=options[0],
        option2=options[1],
        option3=options[2],
        weight_g=draft.weight_g,
        length_mm=draft.length_mm,
        width_mm=draft.width_mm,
        height_mm=draft.height_mm,
        is_kit=bool(draft.components),
        active=draft.active,
    )


def write_variant_parts(variants: dict[str, Variant], drafts: tuple[VariantDraft, ...]) -> None:
    """Insert barcodes and components of variants that have just been inserted."""
    Barcode.objects.bulk_create(
        Barcode(
            company_id=variants[draft.sku].company_id,
            variant=variants[draft.sku],
            code=code,
            kind=BarcodeKind.OTHER if gtin_fault(code) else BarcodeKind.GTIN,
        )
        for draft in drafts
        for code in draft.barcodes
    )
    for draft in drafts:
        if draft.components:
            kit = variants[draft.sku]
            write_components(kit, component_ids(kit, draft.components))


def check_options(names: tuple[str, ...], variants: tuple[VariantDraft, ...]) -> None:
    """:raises InvalidProduct: unless each variant has a value for each option, and no two the same values."""
    if len(names) > 3:
        raise InvalidProduct(field="options", reason=_("it has more than three options."))
    if any(len(variant.options) != len(names) for variant in variants):
        raise InvalidProduct(field="options", reason=_("each variant needs a value for each option."))
    if len({variant.options for variant in variants}) != len(variants):
        raise InvalidProduct(field="options", reason=_("two variants have the same option values."))


def tax_class_by_code(code: str) -> TaxClass:
    """:raises InvalidProduct: when there is none."""
    found = TaxClass.objects.filter(code=code).first()
    if found is None:
        raise InvalidProduct(field="tax_class", reason=_("there is no such tax class."))
    return found


def unit_by_code(code: str) -> Unit:
    """:raises InvalidProduct: when there is none."""
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise InvalidProduct(field="unit", reason=_("there is no such unit."))
    return found


def _check(draft: ProductDraft) -> None:
    if not draft.texts():
        raise InvalidProduct(field="title", reason=_("it needs a title in Polish or English."))
    if not draft.variants or any(not variant.sku.strip() for variant in draft.variants):
        raise InvalidProduct(field="sku", reason=_("it needs at least one variant, each with a SKU."))
    if any(variant.sku != variant.sku.strip() for variant in draft.variants):
        raise InvalidProduct(field="sku", reason=_("a SKU has no blanks around it."))
    if len({variant.sku for variant in draft.variants}) != len(draft.variants):
        raise InvalidProduct(field="sku", reason=_("two variants have the same SKU."))
    if draft.status not in ProductStatus.values:
        raise InvalidProduct(field="status", reason=_("there is no such status."))
    check_options(draft.option_names, draft.variants)


def _same_product(draft: ProductDraft, company: Company) -> Product | None:
    skus = {variant.sku for variant in draft.variants}
    found = queries.variants_by_sku(company, skus)
    products = {variant.product for variant in found.values()}
    if len(products) != 1 or found.keys() != skus:
        return None
    product = products.pop()
    titles = {text.language: text.title for text in product.texts.all()}
    drafted = {language: title for language, (title, _description) in draft.texts().items()}
    return product if product.variants.count() == len(skus) and titles == drafted else None


def _insert(draft: ProductDraft, company: Company, at: datetime) -> Product:
    product = Product.objects.create(
        company=company,
        code=draft.code,
        status=ProductStatus(draft.status),
        tax_class=tax_class_by_code(draft.tax_class),
        unit=unit_by_code(draft.unit),
        brand=draft.brand,
        created_at=at,
        updated_at=at,
    )
    ProductText.objects.bulk_create(
        ProductText(product=product, language=language, title=title, description=description)
        for language, (title, description) in draft.texts().items()
    )
    ProductOption.objects.bulk_create(
        ProductOption(product=product, position=position, name=name)
        for position, name in enumerate(draft.option_names, start=1)
    )
    variants = Variant.objects.bulk_create(new_variant(product, variant) for variant in draft.variants)
    write_variant_parts({variant.sku: variant for variant in variants}, draft.variants)
    return product
