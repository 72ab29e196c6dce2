"""Products are made."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from erp.catalog import queries
from erp.catalog import services as catalog
from erp.catalog.models import Barcode, BarcodeKind, Product, Variant
from erp.catalog.services import ProductDraft, VariantDraft
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from tests.factories.catalog import UnitFactory, a_kit, a_variant
from tests.factories.fiscal import TaxClassFactory
from tests.factories.organisation import CompanyFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MUG = ProductDraft(
    title_pl="Kubek",
    title_en="Mug",
    description_pl="Duży kubek.",
    brand="Lipa",
    option_names=("Kolor",),
    variants=(
        VariantDraft(sku="MUG-R", options=("czerwony",), barcodes=("4006381333931", "H-17"), weight_g=350),
        VariantDraft(sku="MUG-B", options=("niebieski",)),
    ),
)


@pytest.fixture
def lipa(db: None) -> Company:
    TaxClassFactory.create()
    UnitFactory.create()
    return CompanyFactory.create(name="Lipa")


def _create(company: Company, draft: ProductDraft = MUG) -> Product:
    return catalog.create_product(draft=draft, company=company, actor=SYSTEM, at=AT)


def test_a_product_has_what_the_draft_says(lipa: Company) -> None:
    product = _create(lipa)
    red = Variant.objects.get(company=lipa, sku="MUG-R")
    assert (product.title("pl"), product.title("en"), product.status, product.brand) == (
        "Kubek",
        "Mug",
        "active",
        "Lipa",
    )
    assert (red.product_id, red.option1, red.weight_g, red.is_kit) == (product.pk, "czerwony", 350, False)
    assert red.title("en") == "Mug / czerwony"
    assert list(product.options.values_list("position", "name")) == [(1, "Kolor")]
    assert list(Barcode.objects.filter(variant=red).values_list("code", "kind")) == [
        ("4006381333931", BarcodeKind.GTIN),
        ("H-17", BarcodeKind.OTHER),
    ]


def test_the_fact_is_told_once(lipa: Company) -> None:
    product = _create(lipa)
    assert _create(lipa).pk == product.pk
    assert list(Event.objects.values_list("name", "data")) == [("catalog.ProductCreated", {"product_id": product.pk})]
    assert Variant.objects.count() == 2


def test_a_missing_language_falls_back_to_the_other(lipa: Company) -> None:
    product = _create(lipa, replace(MUG, title_en=""))
    assert product.title("en") == "Kubek"


def test_a_taken_sku_is_refused_and_nothing_is_kept(lipa: Company) -> None:
    a_variant(lipa, "MUG-B")
    with pytest.raises(catalog.SkuTaken) as refused:
        _create(lipa)
    assert refused.value.params == {"sku": "MUG-B"}
    assert Product.objects.count() == 1


def test_a_taken_barcode_names_its_owner(lipa: Company) -> None:
    owner = a_variant(lipa, "OTHER")
    Barcode.objects.create(company=lipa, variant=owner, code="H-17", kind=BarcodeKind.OTHER)
    with pytest.raises(catalog.BarcodeTaken) as refused:
        _create(lipa)
    assert refused.value.params == {"barcode": "H-17", "sku": "OTHER"}
    assert Product.objects.count() == 1


def test_a_taken_code_is_refused(lipa: Company) -> None:
    _create(lipa, replace(MUG, code="MUG"))
    with pytest.raises(catalog.ProductCodeTaken):
        _create(lipa, replace(MUG, code="MUG", option_names=(), variants=(VariantDraft(sku="CUP"),)))
    assert Product.objects.count() == 1


@pytest.mark.parametrize(
    "draft, field",
    [
        (replace(MUG, title_pl="", title_en=""), "title"),
        (replace(MUG, variants=()), "sku"),
        (replace(MUG, option_names=(), variants=(VariantDraft(sku=" "),)), "sku"),
        (replace(MUG, option_names=(), variants=(VariantDraft(sku="A "),)), "sku"),
        (replace(MUG, variants=(MUG.variants[0], MUG.variants[0])), "sku"),
        (replace(MUG, option_names=("Kolor", "Rozmiar")), "options"),
        (replace(MUG, variants=(MUG.variants[0], VariantDraft(sku="X", options=("czerwony",)))), "options"),
        (replace(MUG, tax_class="nothing"), "tax_class"),
        (replace(MUG, unit="nothing"), "unit"),
        (replace(MUG, status="sold"), "status"),
    ],
)
def test_a_draft_that_contradicts_itself_is_refused(lipa: Company, draft: ProductDraft, field: str) -> None:
    with pytest.raises(catalog.InvalidProduct) as refused:
        _create(lipa, draft)
    assert refused.value.params["field"] == field
    assert Product.objects.count() == 0


def test_a_kit_is_made_of_components_by_sku(lipa: Company) -> None:
    mug, spoon = a_variant(lipa, "MUG"), a_variant(lipa, "SPOON")
    draft = VariantDraft(sku="SET", components={"MUG": Decimal(2), "SPOON": Decimal("0.5")})
    _create(lipa, replace(MUG, option_names=(), variants=(draft,)))
    kit = Variant.objects.get(sku="SET")
    assert kit.is_kit
    assert queries.components_of([kit.pk, mug.pk]) == {kit.pk: [(mug.pk, Decimal(2)), (spoon.pk, Decimal("0.5"))]}
    assert queries.kits_with([mug.pk, kit.pk]) == {mug.pk: [kit.pk]}


def test_a_kit_of_something_unknown_is_refused(lipa: Company) -> None:
    draft = VariantDraft(sku="SET", components={"NOTHING": Decimal(2)})
    with pytest.raises(catalog.UnknownSku):
        _create(lipa, replace(MUG, option_names=(), variants=(draft,)))
    assert Product.objects.count() == 0


def test_define_kit_replaces_and_undoes(lipa: Company) -> None:
    mug, spoon, kit = a_variant(lipa, "MUG"), a_variant(lipa, "SPOON"), a_variant(lipa, "SET")
    for components, expected in (
        ({"MUG": Decimal(2)}, {kit.pk: [(mug.pk, Decimal(2))]}),
        ({"SPOON": Decimal(1)}, {kit.pk: [(spoon.pk, Decimal(1))]}),
        ({}, {}),
    ):
        row = catalog.define_kit(kit=kit, components=components, actor=SYSTEM, at=AT)
        assert (queries.components_of([kit.pk]), row.is_kit) == (expected, bool(components))
    assert Event.objects.filter(name="catalog.VariantChanged").count() == 3


def test_define_kit_twice_tells_once(lipa: Company) -> None:
    a_variant(lipa, "MUG")
    kit = a_variant(lipa, "SET")
    for _ in range(2):
        catalog.define_kit(kit=kit, components={"MUG": Decimal(2)}, actor=SYSTEM, at=AT)
    assert Event.objects.count() == 1


def test_a_kit_in_a_kit_is_refused_politely(lipa: Company) -> None:
    mug, spoon = a_variant(lipa, "MUG"), a_variant(lipa, "SPOON")
    kit = a_kit(lipa, "SET", {mug: 2})
    for wrong, components in ((spoon, {"SET": Decimal(1)}), (mug, {"SPOON": Decimal(1)}), (kit, {"SET": Decimal(1)})):
        with pytest.raises(catalog.KitInKit):
            catalog.define_kit(kit=wrong, components=components, actor=SYSTEM, at=AT)
    assert queries.components_of([mug.pk, spoon.pk, kit.pk]) == {kit.pk: [(mug.pk, Decimal(2))]}
