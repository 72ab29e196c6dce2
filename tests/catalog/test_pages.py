"""The pages of the catalogue, as people use them."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from erp.catalog import queries
from erp.catalog.models import Barcode, ImportRun, Picture, Product, Variant
from erp.documents.models import Document
from erp.foundation.jobs.models import Job
from erp.foundation.jobs.services import run_job
from erp.foundation.organisation.models import Company
from tests.factories.accounts import a_company, a_member
from tests.factories.catalog import UnitFactory, a_kit, a_variant
from tests.factories.fiscal import TaxClassFactory


@pytest.fixture
def lipa(db: None, settings: Any, tmp_path: Path) -> Company:
    settings.MEDIA_ROOT = tmp_path
    TaxClassFactory.create()
    UnitFactory.create()
    return a_company("Lipa")


@pytest.fixture
def buyer(lipa: Company) -> Client:
    return _signed_in(lipa, "buyer")


def _signed_in(company: Company, role: str) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"
    return answer.content.decode()


def _png() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "teal").save(out, "PNG")
    return SimpleUploadedFile("mug.png", out.getvalue(), "image/png")


def test_a_product_is_made_shown_and_changed(lipa: Company, buyer: Client) -> None:
    form = {"sku": "MUG-1", "barcode": "4006381333931", "title_pl": "Kubek", "tax_class": "standard", "unit": "pc"}
    answer = buyer.post("/products/new/", form | {"company": lipa.pk, "weight_g": "1 350"})
    product = Product.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/products/{product.pk}/")
    page = _page(buyer, f"/products/{product.pk}/")
    for text in ("Kubek", "MUG-1", "4006381333931", "1,350", "Product added"):
        assert text in page
    buyer.post(f"/products/{product.pk}/edit/", {"title_pl": "Duży kubek", "tax_class": "standard", "unit": "pc"})
    assert Product.objects.get().title("pl") == "Duży kubek"


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(lipa: Company, buyer: Client) -> None:
    a_variant(lipa, "MUG-1")
    form = {"company": lipa.pk, "sku": "MUG-1", "title_pl": "Kubek", "tax_class": "standard", "unit": "pc"}
    answer = buyer.post("/products/new/", form)
    assert answer.status_code == 409
    assert "belongs to another product already" in answer.content.decode()
    assert 'value="Kubek"' in answer.content.decode()
    assert Product.objects.count() == 1


def test_the_list_finds_by_title_sku_and_barcode(lipa: Company, buyer: Client) -> None:
    mug, cup = a_variant(lipa, "MUG-1"), a_variant(lipa, "CUP-1")
    cup.product.texts.update(title="Filiżanka")
    Barcode.objects.create(company=lipa, variant=mug, code="96385074", kind="gtin")
    for text, found, not_found in (
        ("filiż", "CUP-1", "MUG-1"),
        ("mug", "MUG-1", "CUP-1"),
        ("96385074", "MUG-1", "CUP-1"),
    ):
        page = _page(buyer, f"/products/?q={text}")
        assert found in page, text
        assert not_found not in page, text


def test_the_list_costs_the_same_for_few_and_many(
    lipa: Company, buyer: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(30):
        a_variant(lipa, f"S-{number}")
    with django_assert_max_num_queries(16):
        _page(buyer, "/products/")


def test_parts_of_a_product_are_added_and_removed(lipa: Company, buyer: Client) -> None:
    mug = a_variant(lipa, "MUG-1")
    buyer.post(f"/variants/{mug.pk}/barcodes/new/", {"barcode": "4006381333931", "kind": "gtin"})
    barcode = Barcode.objects.get()
    refused = buyer.post(f"/variants/{mug.pk}/barcodes/new/", {"barcode": "4006381333932", "kind": "gtin"})
    assert "check digit" in refused.content.decode()
    buyer.post(f"/variants/barcodes/{barcode.pk}/remove/")
    assert not Barcode.objects.exists()
    buyer.post(f"/variants/{mug.pk}/edit/", {"sku": "MUG-2", "active": "on", "weight_g": "300"})
    assert list(Variant.objects.values_list("sku", "weight_g")) == [("MUG-2", 300)]
    buyer.post(f"/products/{mug.product_id}/to/archived/")
    assert Product.objects.get().status == "archived"


def test_a_picture_is_kept_small_and_shown(lipa: Company, buyer: Client) -> None:
    product = a_variant(lipa, "MUG-1").product
    buyer.post(f"/products/{product.pk}/pictures/new/", {"picture": _png()})
    picture = Picture.objects.get()
    kinds = sorted(Document.objects.values_list("kind", "media_type"))
    assert kinds == [("picture", "image/webp"), ("thumbnail", "image/webp")]
    assert f"/documents/{picture.thumbnail_id}/" in _page(buyer, "/products/")
    answer: Any = buyer.get(f"/documents/{picture.thumbnail_id}/")
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (240, 180)
    wrong = SimpleUploadedFile("x.png", b"no picture")
    refused = buyer.post(f"/products/{product.pk}/pictures/new/", {"picture": wrong})
    assert "no JPEG" in refused.content.decode()
    assert Picture.objects.count() == 1


def test_a_kit_is_put_together(lipa: Company, buyer: Client) -> None:
    mug, spoon, box = a_variant(lipa, "MUG"), a_variant(lipa, "SPOON"), a_variant(lipa, "BOX")
    lines = {"lines-TOTAL_FORMS": "2", "lines-INITIAL_FORMS": "0"}
    lines |= {"lines-0-component": str(mug.pk), "lines-0-quantity": "2", "lines-1-component": str(spoon.pk)}
    answer = buyer.post(f"/variants/{box.pk}/kit/", lines | {"lines-1-quantity": "0,5"})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert {key: float(quantity) for key, quantity in queries.components_of([box.pk])[box.pk]} == {
        mug.pk: 2,
        spoon.pk: 0.5,
    }
    assert "In the kits" in _page(buyer, f"/products/{box.product_id}/")
    _page(buyer, f"/variants/{a_kit(lipa, 'SET', {mug: 1}).pk}/kit/")


def test_a_file_is_uploaded_looked_at_and_taken_over(lipa: Company, buyer: Client) -> None:
    content = "SKU;Nazwa;EAN\nMUG-1;Kubek;4006381333931\nBAD;Zły;123\n".encode()
    buyer.post("/products/imports/new/", {"company": lipa.pk, "file": SimpleUploadedFile("mugs.csv", content)})
    run = ImportRun.objects.get()
    url = f"/products/imports/{run.pk}/"
    assert "Waiting to be read" in _page(buyer, url)
    run_job(job_id=Job.objects.get().pk)
    page = _page(buyer, url)
    for text in ("Ready to be taken over", "Take over", "Error report", "it has 8, 12, 13 or 14 digits", "Kubek"):
        assert text in page
    assert not Product.objects.exists()
    report = buyer.get(f"{url}errors/")
    assert report["Content-Disposition"] == f'attachment; filename="errors-{run.pk}.csv"'
    assert len(report.content.decode("utf-8-sig").splitlines()) == 2

    buyer.post(f"{url}apply/")
    run_job(job_id=Job.objects.order_by("-pk")[0].pk)
    assert "Taken over" in _page(buyer, url)
    assert buyer.get(f"{url}job/")["HX-Refresh"] == "true"
    assert list(Variant.objects.values_list("sku", flat=True)) == ["MUG-1"]
    assert "mugs.csv" in _page(buyer, "/products/imports/")


def test_an_unreadable_file_says_why(lipa: Company, buyer: Client) -> None:
    file = SimpleUploadedFile("prices.csv", b"name;price\nMug;1\n")
    buyer.post("/products/imports/new/", {"company": lipa.pk, "file": file})
    run_job(job_id=Job.objects.get().pk)
    assert "There is no column with the SKU" in _page(buyer, f"/products/imports/{ImportRun.objects.get().pk}/")


def test_sales_sees_products_and_changes_nothing(lipa: Company) -> None:
    sales, mug = _signed_in(lipa, "sales"), a_variant(lipa, "MUG-1")
    page = _page(sales, f"/products/{mug.product_id}/")
    assert "MUG-1" in page
    assert "Add a variant" not in page
    assert sales.post(f"/products/{mug.product_id}/edit/", {"title_pl": "X"}).status_code == 404
    assert Product.objects.get().title("pl") == "Kubek"
