"""Products, variants and barcodes are changed."""

from datetime import UTC, datetime

import pytest

from erp.catalog import queries
from erp.catalog import services as catalog
from erp.catalog.models import Barcode, Product, Variant
from erp.catalog.services import ProductChanges, VariantChanges, VariantDraft
from erp.catalog.states import ProductStatus
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from erp.foundation.states import IllegalMove
from tests.factories.catalog import ProductFactory, a_variant
from tests.factories.organisation import CompanyFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


def _facts() -> list[str]:
    return list(Event.objects.order_by("id").values_list("name", flat=True))


def test_update_writes_only_what_is_given(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa, code="MUG")
    catalog.update_product(
        product=product, changes=ProductChanges(title_en="Big mug", brand="Dąb"), actor=SYSTEM, at=AT
    )
    product = Product.objects.get(pk=product.pk)
    assert (product.title("pl"), product.title("en"), product.brand, product.code) == ("Kubek", "Big mug", "Dąb", "MUG")
    assert product.updated_at == AT
    assert _facts() == ["catalog.ProductChanged"]


def test_an_update_without_a_difference_causes_nothing(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa)
    was = product.updated_at
    catalog.update_product(
        product=product,
        changes=ProductChanges(title_pl="Kubek", brand="Lipa", tax_class="standard"),
        actor=SYSTEM,
        at=AT,
    )
    assert Product.objects.get().updated_at == was
    assert _facts() == []


def test_the_last_title_stays(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa, texts={"pl": "Kubek"})
    with pytest.raises(catalog.InvalidProduct):
        catalog.update_product(product=product, changes=ProductChanges(title_pl=""), actor=SYSTEM, at=AT)
    assert Product.objects.get().title("pl") == "Kubek"


def test_an_empty_title_takes_a_language_away(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa)
    catalog.update_product(product=product, changes=ProductChanges(title_en=""), actor=SYSTEM, at=AT)
    assert list(product.texts.values_list("language", flat=True)) == ["pl"]


def test_archiving_twice_tells_once(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa)
    for _ in range(2):
        catalog.archive_product(product=product, actor=SYSTEM, at=AT)
    assert Product.objects.get().status == "archived"
    assert _facts() == ["catalog.ProductChanged"]


def test_an_archived_product_is_no_draft_again(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa, status=ProductStatus.ARCHIVED)
    with pytest.raises(IllegalMove):
        catalog.move_product(product=product, to=ProductStatus.DRAFT, actor=SYSTEM, at=AT)
    assert Product.objects.get().status == "archived"


def test_a_variant_is_changed(lipa: Company) -> None:
    variant = a_variant(lipa, "MUG", weight_g=300)
    catalog.update_variant(
        variant=variant, changes=VariantChanges(sku="MUG-1", weight_g=0, active=False), actor=SYSTEM, at=AT
    )
    row = Variant.objects.get()
    assert (row.sku, row.weight_g, row.active) == ("MUG-1", None, False)
    assert _facts() == ["catalog.VariantChanged"]


def test_a_variant_does_not_take_a_sku(lipa: Company) -> None:
    a_variant(lipa, "MUG")
    cup = a_variant(lipa, "CUP")
    with pytest.raises(catalog.SkuTaken):
        catalog.update_variant(variant=cup, changes=VariantChanges(sku="MUG"), actor=SYSTEM, at=AT)
    assert Variant.objects.get(pk=cup.pk).sku == "CUP"


def test_a_variant_is_added_once(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa)
    draft = VariantDraft(sku="MUG", barcodes=("96385074",))
    first = catalog.add_variant(product=product, draft=draft, actor=SYSTEM, at=AT)
    assert catalog.add_variant(product=product, draft=draft, actor=SYSTEM, at=AT).pk == first.pk
    assert queries.variants_by_barcode(lipa, ["96385074"]) == {"96385074": first}
    assert _facts() == ["catalog.ProductChanged"]


def test_a_second_variant_without_options_is_refused(lipa: Company) -> None:
    variant = a_variant(lipa, "MUG")
    with pytest.raises(catalog.InvalidProduct) as refused:
        catalog.add_variant(product=variant.product, draft=VariantDraft(sku="CUP"), actor=SYSTEM, at=AT)
    assert refused.value.params["field"] == "options"
    assert Variant.objects.count() == 1


def test_a_barcode_is_added_once_and_removed_once(lipa: Company) -> None:
    mug = a_variant(lipa, "MUG")
    for _ in range(2):
        catalog.add_barcode(variant=mug, barcode="4006381333931", actor=SYSTEM, at=AT)
    assert list(Barcode.objects.values_list("code", "kind")) == [("4006381333931", "gtin")]
    for _ in range(2):
        catalog.remove_barcode(variant=mug, barcode="4006381333931", actor=SYSTEM, at=AT)
    assert not Barcode.objects.exists()
    assert _facts() == ["catalog.VariantChanged"] * 2


def test_a_barcode_of_another_is_refused(lipa: Company) -> None:
    mug, cup = a_variant(lipa, "MUG"), a_variant(lipa, "CUP")
    catalog.add_barcode(variant=mug, barcode="4006381333931", actor=SYSTEM, at=AT)
    with pytest.raises(catalog.BarcodeTaken) as refused:
        catalog.add_barcode(variant=cup, barcode="4006381333931", actor=SYSTEM, at=AT)
    assert refused.value.params["sku"] == "MUG"
    assert Barcode.objects.get().variant_id == mug.pk


@pytest.mark.parametrize("code, kind", [("4006381333932", "gtin"), ("123", "gtin"), (" X", "other"), ("", "other")])
def test_a_barcode_that_cannot_be_is_refused(lipa: Company, code: str, kind: str) -> None:
    with pytest.raises(catalog.InvalidBarcode):
        catalog.add_barcode(variant=a_variant(lipa, "MUG"), barcode=code, kind=kind, actor=SYSTEM, at=AT)
    assert not Barcode.objects.exists()


def test_variants_are_found_by_sku_within_the_company(lipa: Company) -> None:
    mug = a_variant(lipa, "MUG")
    a_variant(CompanyFactory.create(), "CUP")
    assert queries.variants_by_sku(lipa, ["MUG", "mug", "CUP"]) == {"MUG": mug}
