"""Catalogues from files: read, checked, taken over once, reported in plain sentences."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from rustpy_xlsxwriter import write_worksheet

from erp.catalog import services as catalog
from erp.catalog.importing import applying, report, staging
from erp.catalog.models import Barcode, ImportRow, ImportRun, Product, ProductText, Variant
from erp.catalog.services import importing
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.organisation.models import Company
from erp.foundation.states import IllegalMove
from tests.factories.catalog import ProductFactory, UnitFactory, VariantFactory, a_kit, a_variant
from tests.factories.fiscal import TaxClassFactory
from tests.factories.organisation import CompanyFactory


@pytest.fixture
def lipa(db: None, settings: Any, tmp_path: Path) -> Company:
    settings.MEDIA_ROOT = tmp_path
    TaxClassFactory.create()
    UnitFactory.create()
    return CompanyFactory.create(name="Lipa")


def _read(company: Company, content: bytes | str) -> ImportRun:
    encoded = content if isinstance(content, bytes) else content.encode()
    run = catalog.receive_catalogue(company=company, file_name="c.csv", content=encoded, actor=SYSTEM, at=clock.now())
    for _rows in catalog.read_catalogue(run=run, actor=SYSTEM):
        pass
    run.refresh_from_db()
    return run


def _take(company: Company, content: bytes | str) -> ImportRun:
    run = _read(company, content)
    for _rows in catalog.apply_catalogue(run=run, actor=SYSTEM):
        pass
    run.refresh_from_db()
    return run


def _counts(run: ImportRun) -> tuple[int, int, int, int, int]:
    return (run.rows, run.wrong, run.new, run.changed, run.same)


def _faults(run: ImportRun) -> list[tuple[int, str, str]]:
    return [(number, one["column"], one["code"]) for number, _sku, faults in staging.wrong_rows(run) for one in faults]


def _facts() -> list[str]:
    return sorted(Event.objects.filter(name__startswith="catalog.").values_list("name", flat=True))


MUGS = """SKU;Nazwa;Title;EAN;Marka;Waga;VAT
MUG-1;Kubek niebieski;Blue mug;4006381333931;Dąb;350;standard
MUG-2;Kubek żółty;;0000000000017;;;
"""


def test_rows_become_products(lipa: Company) -> None:
    run = _take(lipa, MUGS)
    assert (run.status, _counts(run)) == ("done", (2, 0, 2, 0, 0))
    blue = Variant.objects.get(sku="MUG-1")
    assert (blue.product.title("pl"), blue.product.title("en"), blue.product.brand) == (
        "Kubek niebieski",
        "Blue mug",
        "Dąb",
    )
    assert (blue.weight_g, blue.active, blue.product.status, blue.product.unit.code) == (350, True, "active", "pc")
    assert _facts() == ["catalog.ProductCreated"] * 2


def test_leading_zeros_of_barcodes_are_kept(lipa: Company) -> None:
    _take(lipa, MUGS)
    assert list(Barcode.objects.order_by("code").values_list("code", "kind", "variant__sku")) == [
        ("0000000000017", "gtin", "MUG-2"),
        ("4006381333931", "gtin", "MUG-1"),
    ]


def test_a_preview_changes_nothing(lipa: Company) -> None:
    run = _read(lipa, MUGS)
    assert (run.status, _counts(run), run.columns[:2], run.ignored) == (
        "checked",
        (2, 0, 2, 0, 0),
        ["sku", "title_pl"],
        [],
    )
    assert (Product.objects.count(), _facts()) == (0, [])


def test_a_second_run_of_the_same_file_writes_nothing(lipa: Company) -> None:
    _take(lipa, MUGS)
    before = list(Product.objects.order_by("pk").values_list("pk", "updated_at"))
    facts, history = _facts(), Product.history.rel.related_model.objects.count()  # type: ignore[attr-defined]
    assert _counts(_take(lipa, MUGS)) == (2, 0, 0, 0, 2)
    assert list(Product.objects.order_by("pk").values_list("pk", "updated_at")) == before
    assert (_facts(), Product.history.rel.related_model.objects.count()) == (facts, history)  # type: ignore[attr-defined]


def test_only_what_differs_is_written_and_told(lipa: Company) -> None:
    _take(lipa, MUGS)
    run = _take(lipa, "sku;nazwa;waga\nMUG-1;Kubek niebieski;360\nMUG-2;Kubek zielony;\n")
    assert _counts(run) == (2, 0, 0, 2, 0)
    assert list(Variant.objects.order_by("sku").values_list("sku", "weight_g")) == [("MUG-1", 360), ("MUG-2", None)]
    assert Variant.objects.get(sku="MUG-2").product.title("pl") == "Kubek zielony"
    assert _facts() == ["catalog.ProductChanged", *["catalog.ProductCreated"] * 2, "catalog.VariantChanged"]


def test_blank_cells_and_missing_columns_leave_things_as_they_are(lipa: Company) -> None:
    _take(lipa, MUGS)
    assert _counts(_take(lipa, "sku,marka,waga,opis\nMUG-1,,,\n")) == (1, 0, 0, 0, 1)
    assert Variant.objects.get(sku="MUG-1").weight_g == 350


def test_history_names_who_imported(lipa: Company) -> None:
    _take(lipa, MUGS)
    history = Variant.history.rel.related_model  # type: ignore[attr-defined]
    rows = history.objects.values_list("sku", "pgh_label", "pgh_context__actor")
    assert sorted(rows) == [("MUG-1", "insert", "system:backroom"), ("MUG-2", "insert", "system:backroom")]


def test_rows_of_one_code_become_variants_of_one_product(lipa: Company) -> None:
    content = (
        "sku,product code,title,option1 name,option1,ean\n"
        "T-S,TEE,T-shirt,Size,S,\nT-M,TEE,T-shirt,,M,\nHAT,,Hat,,,\nT-L,TEE,,,L,96385074\n"
    )
    assert _counts(_take(lipa, content)) == (4, 0, 4, 0, 0)
    tee = Product.objects.get(code="TEE")
    assert list(tee.variants.order_by("pk").values_list("sku", "option1")) == [("T-S", "S"), ("T-M", "M"), ("T-L", "L")]
    assert [option.name for option in tee.options.all()] == ["Size"]
    assert _counts(_take(lipa, content + "T-XL,TEE,,,XL,\n")) == (5, 0, 1, 0, 4)
    assert _facts() == ["catalog.ProductChanged", *["catalog.ProductCreated"] * 2]


def test_a_product_gets_its_code_and_new_variants_from_the_file(lipa: Company) -> None:
    product = ProductFactory.create(company=lipa, code="")
    VariantFactory.create(company=lipa, product=product, sku="T-S")
    run = _take(lipa, "sku,product code,option1 name,option1\nT-S,TEE,Size,S\nT-M,TEE,,M\n")
    assert _counts(run) == (2, 0, 1, 1, 0)
    product.refresh_from_db()
    assert (product.code, product.variants.count(), Product.objects.count()) == ("TEE", 2, 1)


def test_a_kit_stays_a_kit(lipa: Company) -> None:
    kit = a_kit(lipa, "SET", {a_variant(lipa, "MUG"): 2})
    _take(lipa, "sku,weight\nSET,900\n")
    kit.refresh_from_db()
    assert (kit.is_kit, kit.weight_g) == (True, 900)


# --- what is wrong


@pytest.mark.parametrize(
    "line, expected",
    [
        (";Kubek;;", ("sku", "sku-missing")),
        ("A;Kubek;;4006381333932", ("barcode", "gtin-wrong-check-digit")),
        ("A;Kubek;;6381333931", ("barcode", "gtin-wrong-length")),
        ("A;Kubek;;X-17", ("barcode", "gtin-not-digits")),
        ("A;;;", ("title_pl", "title-missing")),
        ("A;Kubek;1,5;", ("weight_g", "not-a-whole-number")),
        ("A;Kubek;-5;", ("weight_g", "not-a-whole-number")),
        ("A;Ku\x00bek;;", ("title_pl", "control-characters")),
        (f"{'A' * 65};Kubek;;", ("sku", "too-long")),
        ("TAKEN;Kubek;;96385074", ("barcode", "barcode-taken")),
    ],
)
def test_a_wrong_row_is_named_and_left_out(lipa: Company, line: str, expected: tuple[str, str]) -> None:
    catalog.add_barcode(variant=a_variant(lipa, "OWNER"), barcode="96385074", actor=SYSTEM, at=clock.now())
    run = _take(lipa, f"sku;nazwa;waga;ean\nGOOD;Dobry;;\n{line}\n")
    assert _faults(run) == [(3, *expected)]
    assert sorted(Variant.objects.values_list("sku", flat=True)) == ["GOOD", "OWNER"]


@pytest.mark.parametrize(
    "column, value, code",
    [
        ("vat", "77%", "unknown-tax-class"),
        ("unit", "bushel", "unknown-unit"),
        ("status", "sold", "unknown-status"),
        ("active", "perhaps", "not-yes-or-no"),
        ("option1", "red", "option-without-name"),
        ("option1_name", "Colour", "option-missing"),
        ("opis", "Bez tytułu", "title-missing"),
    ],
)
def test_a_value_that_means_nothing_is_named(lipa: Company, column: str, value: str, code: str) -> None:
    title = "" if column == "opis" else "Mug"
    run = _take(lipa, f"sku;title;{column}\nA;{title};{value}\n")
    assert [fault[2] for fault in _faults(run)] in ([code], ["description-without-title"])
    assert not Variant.objects.exists()


def test_rows_that_contradict_each_other_are_named(lipa: Company) -> None:
    run = _take(
        lipa,
        "sku,code,product code,title,option1 name,option1,ean\n"
        "A,,,Mug,,,4006381333931\nA,,,Mug,,,\nB,,,Cup,,,4006381333931\n"
        "T-S,,TEE,Tee,Size,S,\nT-M,,TEE,Shirt,,M,\nT-X,,TEE,,,S,\n",
    )
    assert _faults(run) == [
        (3, "sku", "sku-twice"),
        (4, "barcode", "barcode-twice"),
        (6, "title_en", "differs-within-product"),
        (7, "option1", "options-same-row"),
    ]
    assert run.ignored == ["code"]
    assert sorted(Variant.objects.values_list("sku", flat=True)) == ["A", "T-S"]


def test_a_sku_stays_with_its_product(lipa: Company) -> None:
    VariantFactory.create(company=lipa, sku="MUG", product=ProductFactory.create(company=lipa, code="MUGS"))
    run = _take(lipa, "sku,product code,title\nMUG,CUPS,Cup\n")
    assert _faults(run) == [(2, "product_code", "other-product")]
    assert Product.objects.get().code == "MUGS"


def test_options_of_another_variant_are_not_taken(lipa: Company) -> None:
    _take(lipa, "sku,product code,title,option1 name,option1\nT-S,TEE,Tee,Size,S\n")
    run = _take(lipa, "sku,product code,option1\nT-NEW,TEE,S\n")
    assert _faults(run) == [(2, "option1", "options-same-variant")]
    assert Variant.objects.get().sku == "T-S"


def test_what_changed_since_the_preview_is_seen(lipa: Company) -> None:
    run = _read(lipa, MUGS)
    catalog.add_barcode(variant=a_variant(lipa, "OWNER"), barcode="4006381333931", actor=SYSTEM, at=clock.now())
    for _rows in catalog.apply_catalogue(run=run, actor=SYSTEM):
        pass
    assert _faults(run) == [(2, "barcode", "barcode-taken")]
    assert sorted(Variant.objects.values_list("sku", flat=True)) == ["MUG-2", "OWNER"]


# --- files


@pytest.mark.parametrize(
    "content",
    [
        MUGS.encode("utf-8-sig"),
        MUGS.encode("cp1250"),
        MUGS.encode("utf-16"),
        MUGS.replace(";", ",").encode(),
        MUGS.replace(";", "\t").encode(),
        MUGS.replace("\n", "\r\n").encode(),
        MUGS.replace("\n", "\r").encode("utf-8-sig"),
        MUGS.replace("\n", "\n;;;;;;\n").encode(),
        MUGS.replace("Kubek żółty", '"Kubek żółty"').encode(),
    ],
)
def test_any_usual_encoding_delimiter_and_line_end_is_read(lipa: Company, content: bytes) -> None:
    assert _counts(_take(lipa, content)) == (2, 0, 2, 0, 0)
    assert sorted(ProductText.objects.values_list("title", flat=True)) == ["Blue mug", "Kubek niebieski", "Kubek żółty"]


def test_a_spreadsheet_is_read(lipa: Company, tmp_path: Path) -> None:
    rows = [
        {"SKU": "MUG-1", "Nazwa": "Kubek, duży", "EAN": "0000000000017", "Waga": 350},
        {"SKU": "77", "Nazwa": "=1+1", "EAN": "4006381333931", "Waga": 1.0},
    ]
    write_worksheet(rows, str(tmp_path / "c.xlsx"), sheet_name="Products")
    assert _counts(_take(lipa, (tmp_path / "c.xlsx").read_bytes())) == (2, 0, 2, 0, 0)
    assert sorted(Barcode.objects.values_list("code", "variant__sku", "variant__weight_g")) == [
        ("0000000000017", "MUG-1", 350),
        ("4006381333931", "77", 1),
    ]


@pytest.mark.parametrize(
    "content, code",
    [
        (b"\n\n", "empty"),
        (b"sku;title\n", "empty"),
        (b"name;price\nMug;1\n", "no-sku-column"),
        (b"sku;SKU\nA;B\n", "column-twice"),
        (b"PK\x03\x04 no workbook", "broken-workbook"),
        (b"sku;title\nA;\x81\x83\n", "encoding"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(lipa: Company, content: bytes, code: str) -> None:
    run = _read(lipa, content)
    assert run.fault is not None
    assert (run.status, run.fault["code"]) == ("unreadable", code)
    assert report.sentence(run.fault).endswith(".") or code == "no-sku-column"
    assert not ImportRow.objects.exists()
    with pytest.raises(IllegalMove):
        next(catalog.apply_catalogue(run=run, actor=SYSTEM))


def test_the_report_is_safe_to_open_and_in_the_readers_language(lipa: Company) -> None:
    run = _take(lipa, "sku;title;weight\n=cmd|calc;Mug;@SUM(1)\n")
    lines = list(csv.reader(io.StringIO(report.write_report(staging.wrong_rows(run), "en"))))
    assert lines[1] == [
        "2",
        "'=cmd|calc",
        "Weight in grams",
        "'@SUM(1)",
        "“@SUM(1)” is not a whole number from 0 to 9,999,999.",
    ]
    assert report.write_report([], "pl").startswith("\ufeff")


def test_every_fault_has_a_sentence_that_can_be_filled() -> None:
    params = dict.fromkeys(("line", "heading", "headings", "most", "longest", "first", "owner"), "1")
    for language in ("en", "pl"):
        with translation.override(language):
            for code in report._SENTENCES:
                assert "%(" not in report.sentence({"column": "sku", "code": code, "value": "x", **params})


# --- cut off, repeated, raced


def test_a_run_that_was_cut_off_goes_on_where_it_was(lipa: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "WRITTEN_AT_ONCE", 1)
    run = _read(lipa, MUGS)
    steps: Iterator[int] = catalog.apply_catalogue(run=run, actor=SYSTEM)
    next(steps)
    del steps
    assert list(Variant.objects.values_list("sku", flat=True)) == ["MUG-1"]
    again = ImportRun.objects.get(pk=run.pk)
    assert (again.status, again.applied_upto) == ("applying", 2)
    assert list(catalog.apply_catalogue(run=again, actor=SYSTEM)) == [1]
    assert Variant.objects.count() == 2
    assert _facts() == ["catalog.ProductCreated"] * 2


def test_a_sku_taken_in_the_last_moment_costs_one_more_try(
    own_db: str, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MEDIA_ROOT = tmp_path
    TaxClassFactory.create()
    UnitFactory.create()
    lipa = CompanyFactory.create()
    write, times = applying.write_chunk, []

    def write_after_another(run: ImportRun, **said: Any) -> Any:
        times.append(1)
        if len(times) == 1:
            a_variant_of_somebody_else(lipa)
        return write(run, **said)

    monkeypatch.setattr(applying, "write_chunk", write_after_another)
    _take(lipa, MUGS)
    assert len(times) == 2
    assert Variant.objects.filter(sku="MUG-1").count() == 1
    assert Variant.objects.get(sku="MUG-1").weight_g == 350


def a_variant_of_somebody_else(company: Company) -> None:
    from threading import Thread

    from django.db import connection

    def make() -> None:
        a_variant(company, "MUG-1")
        connection.close()

    thread = Thread(target=make)
    thread.start()
    thread.join()


def test_a_discarded_file_is_never_taken_over(lipa: Company) -> None:
    run = _read(lipa, MUGS)
    catalog.discard_import(run=run, actor=SYSTEM, at=clock.now())
    with pytest.raises(IllegalMove):
        next(catalog.apply_catalogue(run=run, actor=SYSTEM))
    assert (Product.objects.count(), ImportRow.objects.count()) == (0, 0)


def test_the_command_previews_and_imports(lipa: Company, tmp_path: Path) -> None:
    file, errors = tmp_path / "c.csv", tmp_path / "errors.csv"
    file.write_text(MUGS + "BAD;Zły;;123;;;\n", encoding="utf-8")
    call_command("import_catalogue", str(file), company="Lipa", preview=True, errors=errors)
    assert Product.objects.count() == 0
    assert len(errors.read_text(encoding="utf-8-sig").splitlines()) == 2
    call_command("import_catalogue", str(file), company="Lipa")
    assert Variant.objects.count() == 2
    with pytest.raises(CommandError, match="no company"):
        call_command("import_catalogue", str(file), company="Nobody")
