"""Products and variants for tests."""

from datetime import UTC, datetime
from decimal import Decimal

import factory

from erp.catalog.models import Barcode, BarcodeKind, KitComponent, Product, ProductText, Unit, Variant
from erp.catalog.states import ProductStatus
from tests.factories.fiscal import TaxClassFactory
from tests.factories.organisation import CompanyFactory

WHEN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


class UnitFactory(factory.django.DjangoModelFactory[Unit]):
    """Pieces; asking twice gives the same unit."""

    class Meta:
        model = Unit
        django_get_or_create = ("code",)

    code = "pc"
    name_pl = "szt."
    name_en = "pcs"


class ProductFactory(factory.django.DjangoModelFactory[Product]):
    """An active product of a company of its own, with titles, without variants."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    company = factory.SubFactory(CompanyFactory)
    code = factory.Sequence(lambda n: f"P-{n}")
    status = ProductStatus.ACTIVE
    tax_class = factory.SubFactory(TaxClassFactory)
    unit = factory.SubFactory(UnitFactory)
    brand = "Lipa"
    created_at = WHEN
    updated_at = WHEN

    @factory.post_generation
    def texts(self: Product, create: bool, extracted: dict[str, str] | None, **_: object) -> None:
        """Titles by language: Polish and English ones unless others are given."""
        titles = {"pl": "Kubek", "en": "Mug"} if extracted is None else extracted
        if create:
            ProductText.objects.bulk_create(
                ProductText(product=self, language=language, title=title) for language, title in titles.items()
            )


class VariantFactory(factory.django.DjangoModelFactory[Variant]):
    """A variant of a product of its own; give ``company`` to place both, or ``product``."""

    class Meta:
        model = Variant

    company = factory.SubFactory(CompanyFactory)
    product = factory.SubFactory(ProductFactory, company=factory.SelfAttribute("..company"))
    sku = factory.Sequence(lambda n: f"SKU-{n}")


class BarcodeFactory(factory.django.DjangoModelFactory[Barcode]):
    """A code of the house on a variant."""

    class Meta:
        model = Barcode

    variant = factory.SubFactory(VariantFactory)
    company = factory.SelfAttribute("variant.company")
    code = factory.Sequence(lambda n: f"H{n:06}")
    kind = BarcodeKind.OTHER


def a_variant(company: object, sku: str, **fields: object) -> Variant:
    """A variant of a product of its own in a company."""
    return VariantFactory.create(company=company, sku=sku, **fields)


def a_kit(company: object, sku: str, components: dict[Variant, int]) -> Variant:
    """A kit of so many of each component."""
    kit = VariantFactory.create(company=company, sku=sku, is_kit=True)
    KitComponent.objects.bulk_create(
        KitComponent(company_id=kit.company_id, kit=kit, component=component, quantity=Decimal(quantity))
        for component, quantity in components.items()
    )
    return kit
