"""An empty catalogue and a shop full of products: looked at, taken over by a job, and again without any change."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.management import call_command

from config.env import ENV
from erp.catalog.models import Barcode, Product, Variant
from erp.finance import services as finance
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.jobs import services as job_services
from erp.foundation.jobs.models import Job
from erp.inventory import queries as inventory
from erp.inventory.models import StockMove
from erp.orders.models import Order
from erp.pricing.models import Price, PriceList
from erp.sync import pulling
from erp.sync.models import Binding, ChannelAccount
from tests.factories.accounts import a_member
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import a_warehouse
from tests.factories.organisation import CompanyFactory
from tests.flows.stage import BUYER, shop
from tests.running import Shop, run_relay, web_server
from tests.sync.test_connecting import Client, Office, calls, plain

__all__ = ["shop"]  # fixtures

SHIRT = {
    "title": "Koszulka",
    "vendor": "Lipa",
    "variants": [
        {
            "sku": f"TEE-{size}",
            "barcode": barcode,
            "price": price,
            "cost": "12.50",
            "options": {"Rozmiar": size, "Kolor": "biały"},
            "weight": {"value": 0.18, "unit": "KILOGRAMS"},
            "stock": {"Magazyn": stock},
        }
        for size, barcode, price, stock in (("S", "5901234123457", "49.00", 4), ("M", "INNY-KOD", "51.00", 0))
    ],
}
TWICE = [{"title": title, "sku": "DUP-1", "price": "5.00", "stock": 3} for title in ("Podwójny A", "Podwójny B")]
NAMELESS = {"title": "Bez SKU", "price": "9.90", "stock": 3}


@pytest.fixture
def office(own_db: str, shop: Shop) -> Iterator[Office]:
    """A company with an empty catalogue and a warehouse, its shop full: five products beside the stage's three."""
    call_command("load_reference_fiscal")
    call_command("load_reference_catalog")
    shop.post("products", [SHIRT, *TWICE, NAMELESS])
    company = CompanyFactory.create(language="en")
    finance.set_up_accounts(company=company, actor=SYSTEM, at=clock.now())
    warehouse = a_warehouse(company)
    client = Client(headers={"accept-language": "en"})
    client.force_login(a_member("owner", company), backend="django.contrib.auth.backends.ModelBackend")
    with web_server() as address:
        before = ENV.public_url
        object.__setattr__(ENV, "public_url", address)
        yield Office(company, warehouse, client, address, shop)
        object.__setattr__(ENV, "public_url", before)


def at_work(office: Office, account: ChannelAccount, **given: Any) -> Job:
    """Press a button of the page and let its job run."""
    answer = office.client.post(f"/channels/{account.pk}/products/", given)
    assert answer.status_code == 302, plain(answer.content)
    job = Job.objects.latest("pk")
    job_services.run_job(job_id=job.pk)
    job.refresh_from_db()
    return job


def take(office: Office, account: ChannelAccount, **given: Any) -> Job:
    return at_work(office, account, **{"action": "take", "language": "pl", "price_list": "new", "stock": "1"} | given)


def everything() -> list[int]:
    return [kind.objects.count() for kind in (Product, Variant, Barcode, Price, StockMove, Binding)]


def test_the_look_says_what_each_variant_would_be_and_writes_nothing(office: Office) -> None:
    VariantFactory.create(company=office.company, sku="LAMP-3")
    account = office.connect()
    job = at_work(office, account, action="look")
    assert job.status == "done"
    assert job.result["counts"] == {"new": 4, "matched": 1, "bound": 0, "ambiguous": 2, "without_sku": 1}
    page = office.text(f"/channels/{account.pk}/products/")
    assert "7 products, looked at" in page
    assert "New 4 become products of yours" in page
    assert "DUP-1 Podwójny A" in page
    assert (Variant.objects.count(), Binding.objects.count()) == (1, 0)


def test_products_are_taken_over_with_variants_barcodes_prices_and_opening_stock(office: Office) -> None:
    account = office.connect()
    office.map_places(account)
    office.client.post(f"/channels/{account.pk}/taxes/", {"taxable": "reduced_8", "untaxed": "exempt"})
    at_work(office, account, action="look")
    job = take(office, account)

    assert (job.status, job.done_count, job.total_count, job.failed_count) == ("done", 7, 7, 0)
    assert job.result["done"] == {"new": 5, "bound": 5, "prices": 5, "stock": 4}
    assert (job.result["ambiguous"], job.result["without_sku"]) == (2, 1)
    shirt = Product.objects.get(variants__sku="TEE-S")
    assert (shirt.title("pl"), shirt.brand, shirt.tax_class.code, shirt.status) == (
        "Koszulka",
        "Lipa",
        "reduced_8",
        "active",
    )
    assert [option.name for option in shirt.options.all()] == ["Rozmiar", "Kolor"]
    assert [(one.sku, one.options, one.weight_g) for one in shirt.variants.order_by("pk")] == [
        ("TEE-S", ("S", "biały"), 180),
        ("TEE-M", ("M", "biały"), 180),
    ]
    assert dict(Barcode.objects.values_list("code", "kind")) == {"5901234123457": "gtin", "INNY-KOD": "other"}
    listed = PriceList.objects.get()
    assert (listed.code, listed.currency, listed.includes_tax) == (account.sales_channel.code, "PLN", True)
    assert dict(Price.objects.values_list("variant__sku", "amount")) == {
        "TEE-S": Decimal(49),
        "TEE-M": Decimal(51),
        **dict.fromkeys(("MUG-1", "BOWL-2", "LAMP-3"), Decimal("24.60")),
    }
    moves = {move.variant.sku: move for move in StockMove.objects.select_related("variant")}
    assert {sku: int(move.quantity) for sku, move in moves.items()} == {
        "TEE-S": 4,
        "MUG-1": 20,
        "BOWL-2": 20,
        "LAMP-3": 20,
    }
    assert {move.purpose for move in moves.values()} == {"opening"}
    assert (moves["TEE-S"].value, moves["MUG-1"].value) == (Decimal(50), Decimal(0))
    assert calls(office.shop) == {"inventorySetQuantities": 0, "webhookSubscriptionCreate": 0}


def test_a_second_run_changes_nothing(office: Office) -> None:
    account = office.connect()
    office.map_places(account)
    take(office, account)
    before = everything()
    office.shop.post("stock", {"sku": "MUG-1", "set": 3})
    again = take(office, account)
    assert again.result["done"] == {"new": 0, "bound": 0, "prices": 0, "stock": 0}
    assert everything() == before
    kept = list(PriceList.objects.values_list("pk", flat=True))
    assert len(kept) == 1


def test_what_the_catalogue_refuses_is_named_and_keeps_nothing_else_out(office: Office) -> None:
    VariantFactory.create(company=office.company, sku="OTHER-1")
    office.shop.post("products", [{"title": "Długi", "sku": "X" * 70, "price": "1.00", "stock": 1}])
    account = office.connect()
    job = take(office, account, stock="")
    assert (job.status, job.failed_count, job.result["done"]["new"]) == ("done", 1, 5)
    assert job.result["faults"] == [
        [
            "X" * 70,
            "Długi",
            "It was not taken over: a SKU or barcode has more than 64 characters, or an option more than 100.",
        ]
    ]
    assert "Długi" in office.text(f"/channels/{account.pk}/products/")


def test_a_new_variant_joins_the_product_that_is_ours_already(office: Office) -> None:
    account = office.connect()
    take(office, account, stock="")
    add_variant(office.shop, "TEE-S", sku="TEE-L", options={"Rozmiar": "L", "Kolor": "biały"})
    job = take(office, account, stock="")
    assert job.result["done"] == {"new": 1, "bound": 1, "prices": 1, "stock": 0}
    shirt = Product.objects.get(variants__sku="TEE-S")
    assert list(shirt.variants.order_by("pk").values_list("sku", flat=True)) == ["TEE-S", "TEE-M", "TEE-L"]


def add_variant(shop: Shop, beside: str, *, sku: str, options: dict[str, str]) -> None:
    """The shop's people add a variant to the product that has another one."""
    found = shop.graphql(f'{{ productVariants(first: 1, query: "sku:{beside}") {{ nodes {{ product {{ id }} }} }} }}')
    made = shop.graphql(
        """mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
          productVariantsBulkCreate(productId: $product, variants: $variants) { userErrors { message } }
        }""",
        product=found["productVariants"]["nodes"][0]["product"]["id"],
        variants=[
            {
                "price": "52.00",
                "optionValues": [{"optionName": name, "name": value} for name, value in options.items()],
                "inventoryItem": {"sku": sku, "tracked": True},
            }
        ],
    )
    assert made["productVariantsBulkCreate"]["userErrors"] == []


def test_a_stopped_job_goes_on_behind_what_is_done(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [{"title": f"Towar {n}", "sku": f"T-{n}", "price": "2.00", "stock": 1} for n in range(40)]
    office.shop.post("products", many)
    account = office.connect()
    office.map_places(account)
    office.client.post(
        f"/channels/{account.pk}/products/", {"action": "take", "language": "pl", "price_list": "", "stock": "1"}
    )
    job = Job.objects.latest("pk")
    record = job_services._record

    def asked_to_stop(**said: Any) -> bool:
        job_services.cancel_job(job_id=job.pk, actor=SYSTEM, at=clock.now())
        return record(**said)

    monkeypatch.setattr(job_services, "_record", asked_to_stop)
    job_services.run_job(job_id=job.pk)
    job.refresh_from_db()
    assert (job.status, job.done_count, job.total_count) == ("cancelled", 20, 47)
    half = Variant.objects.count()
    assert "Go on" in office.text(f"/channels/{account.pk}/products/")

    monkeypatch.setattr(job_services, "_record", record)
    at_work(office, account, action="resume")
    job.refresh_from_db()
    assert (job.status, job.done_count, job.failed_count) == ("done", 47, 0)
    assert half < Variant.objects.count() == 45
    assert StockMove.objects.count() == 44
    assert job.result["done"]["new"] == 45


def test_a_shop_that_goes_away_stops_the_job_with_its_words(office: Office) -> None:
    account = office.connect()
    office.shop.kill()
    job = at_work(office, account, action="look")
    assert job.status == "failed"
    assert job.error.startswith("The shop says: The shop does not answer")


def test_what_is_sold_between_opening_stock_and_going_live_leaves_our_stock(office: Office) -> None:
    account = office.connect()
    office.check(account)
    office.map_places(account)
    take(office, account)
    office.shop.post("orders", {"lines": [{"sku": "MUG-1", "quantity": 5}], **BUYER})
    office.client.post(f"/channels/{account.pk}/plan/")
    account.refresh_from_db()
    assert account.status == "live"
    pulling.poll(account)
    run_relay()
    mug = Variant.objects.get(sku="MUG-1").pk
    assert Order.objects.count() == 1
    assert int(inventory.available([mug])[mug]) == office.shop.available("MUG-1") == 15
