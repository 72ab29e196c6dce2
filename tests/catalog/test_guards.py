"""What the database refuses, whoever writes: each test fails when its constraint is dropped."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from erp.catalog.models import (
    Barcode,
    BarcodeKind,
    ImportRow,
    ImportRun,
    KitComponent,
    Picture,
    ProductOption,
    Variant,
)
from erp.foundation.organisation.models import Company
from tests.factories.catalog import WHEN, ProductFactory, VariantFactory, a_kit, a_variant
from tests.factories.documents import DocumentFactory
from tests.factories.organisation import CompanyFactory

_DOUBLE_COMPONENTS = """
INSERT INTO catalog_kitcomponent (company_id, kit_id, component_id, quantity)
SELECT company_id, kit_id, component_id, 1 FROM catalog_kitcomponent
"""


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


def _refused_by(constraint: str, error: pytest.ExceptionInfo[IntegrityError]) -> bool:
    cause: Any = error.value.__cause__
    return bool(cause.diag.constraint_name == constraint)


def test_a_sku_stands_once_in_a_company(lipa: Company) -> None:
    a_variant(lipa, "85123A")
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        a_variant(lipa, "85123A")
    assert _refused_by("variant_sku_once", error)


def test_skus_that_differ_by_case_are_two(lipa: Company) -> None:
    a_variant(lipa, "85123A")
    a_variant(lipa, "85123a")
    assert Variant.objects.filter(company=lipa).count() == 2


def test_two_companies_may_use_the_same_sku(lipa: Company) -> None:
    a_variant(lipa, "85123A")
    a_variant(CompanyFactory.create(), "85123A")
    assert Variant.objects.filter(sku="85123A").count() == 2


@pytest.mark.parametrize("sku", ["", " A", "A ", "\tA"])
def test_a_sku_has_no_blanks_around_it(lipa: Company, sku: str) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        a_variant(lipa, sku)
    assert _refused_by("variant_sku_trimmed", error)


def test_variants_of_a_product_differ_by_options(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa)
    VariantFactory.create(company=lipa, product=product, option1="red")
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        VariantFactory.create(company=lipa, product=product, option1="red")
    assert _refused_by("variant_differs_by_options", error)


def test_a_barcode_stands_once_in_a_company(lipa: Company) -> None:
    first, second = a_variant(lipa, "A"), a_variant(lipa, "B")
    Barcode.objects.create(company=lipa, variant=first, code="4006381333931", kind=BarcodeKind.GTIN)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Barcode.objects.create(company=lipa, variant=second, code="4006381333931", kind=BarcodeKind.GTIN)
    assert _refused_by("barcode_once", error)


@pytest.mark.parametrize("code", ["4006381333932", "400638133393", "40063813339O1", "123", "123456789012345"])
def test_the_database_checks_gtins_by_itself(lipa: Company, code: str) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Barcode.objects.create(company=lipa, variant=a_variant(lipa, "A"), code=code, kind=BarcodeKind.GTIN)
    assert _refused_by("barcode_gtin_check_digit", error)


@pytest.mark.parametrize("code", ["4006381333931", "96385074", "036000291452", "10614141000415", "00000000000000"])
def test_right_gtins_of_every_length_are_taken(lipa: Company, code: str) -> None:
    Barcode.objects.create(company=lipa, variant=a_variant(lipa, "A"), code=code, kind=BarcodeKind.GTIN)
    assert Barcode.objects.get(company=lipa).code == code


def test_a_barcode_stays_in_the_company_of_its_variant(lipa: Company) -> None:
    other = CompanyFactory.create()
    Barcode.objects.create(company=other, variant=a_variant(lipa, "A"), code="X1", kind=BarcodeKind.OTHER)
    with pytest.raises(IntegrityError) as error, connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert _refused_by("barcode_in_company_of_variant", error)


def test_a_variant_stays_in_the_company_of_its_product(lipa: Company) -> None:
    VariantFactory.create(company=CompanyFactory.create(), product=ProductFactory.create(company=lipa))
    with pytest.raises(IntegrityError) as error, connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert _refused_by("variant_in_company_of_product", error)


def test_a_kit_is_no_component(lipa: Company) -> None:
    kit = a_kit(lipa, "SET", {a_variant(lipa, "A"): 2})
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        a_kit(lipa, "SET-OF-SETS", {kit: 1})
    assert _refused_by("kit_component_is_no_kit", error)


def test_a_component_does_not_become_a_kit(lipa: Company) -> None:
    component = a_variant(lipa, "A")
    a_kit(lipa, "SET", {component: 2})
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Variant.objects.filter(pk=component.pk).update(is_kit=True)
    assert _refused_by("kit_component_is_no_kit", error)


def test_only_a_kit_has_components(lipa: Company) -> None:
    plain, component = a_variant(lipa, "A"), a_variant(lipa, "B")
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        KitComponent.objects.create(company=lipa, kit=plain, component=component, quantity=Decimal(1))
    assert _refused_by("kit_component_of_a_kit", error)


@pytest.mark.parametrize("quantity", [Decimal(0), Decimal(-1)])
def test_a_kit_holds_more_than_nothing_of_a_component(lipa: Company, quantity: Decimal) -> None:
    kit = a_kit(lipa, "SET", {})
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        KitComponent.objects.create(company=lipa, kit=kit, component=a_variant(lipa, "A"), quantity=quantity)
    assert _refused_by("kit_component_quantity_positive", error)


def test_a_kit_stays_in_the_company_of_its_components(lipa: Company) -> None:
    kit, foreign = a_kit(lipa, "SET", {}), a_variant(CompanyFactory.create(), "A")
    KitComponent.objects.create(company=lipa, kit=kit, component=foreign, quantity=Decimal(1))
    with pytest.raises(IntegrityError) as error, connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert _refused_by("kit_component_in_company_of_component", error)


@pytest.mark.parametrize(
    "statement, constraint",
    [
        ("UPDATE catalog_product SET code = 'SAME'", "product_code_once"),
        ("UPDATE catalog_product SET status = 'sold'", "product_status_known"),
        ("UPDATE catalog_producttext SET language = 'pl'", "product_text_once"),
        ("UPDATE catalog_producttext SET language = 'de'", "product_text_language"),
        ("UPDATE catalog_producttext SET title = ''", "product_text_has_title"),
        ("UPDATE catalog_productoption SET position = 1", "product_option_place"),
        ("UPDATE catalog_productoption SET name = 'Size'", "product_option_name"),
        ("UPDATE catalog_productoption SET position = position + 2", "product_option_at_most_three"),
        ("UPDATE catalog_barcode SET kind = 'isbn'", "barcode_kind_known"),
        ("UPDATE catalog_barcode SET code = ' X'", "barcode_code_trimmed"),
        ("UPDATE catalog_kitcomponent SET component_id = kit_id", "kit_component_is_other"),
        (_DOUBLE_COMPONENTS, "kit_component_once"),
        ("UPDATE catalog_importrun SET status = 'eaten'", "import_status_known"),
        ("UPDATE catalog_importrow SET number = 2", "import_row_once"),
    ],
)  # fmt: skip
def test_the_database_refuses(lipa: Company, statement: str, constraint: str) -> None:
    mug, spoon = a_variant(lipa, "MUG"), a_variant(lipa, "SPOON")
    a_kit(lipa, "SET", {mug: 1, spoon: 1})
    for position, name in enumerate(("Size", "Colour"), start=1):
        ProductOption.objects.create(product=mug.product, position=position, name=name)
    Barcode.objects.create(company=lipa, variant=mug, code="X1", kind=BarcodeKind.OTHER)
    run = ImportRun.objects.create(company=lipa, created_at=WHEN, created_by_kind="system", created_by_key="x")
    ImportRow.objects.bulk_create(ImportRow(run=run, number=number, group_no=number) for number in (2, 3))
    with pytest.raises(IntegrityError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert _refused_by(constraint, error)


def test_a_picture_stands_once_on_a_product(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa)
    document = DocumentFactory.create(company=lipa)
    Picture.objects.create(product=product, document=document, thumbnail=document, position=1)
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        Picture.objects.create(product=product, document=document, thumbnail=document, position=2)
    assert _refused_by("picture_once", error)
