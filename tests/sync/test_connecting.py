"""A shop is connected over the pages, step by step, with a simulated shop at the other end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.core.management import call_command
from django.test import Client

from config.env import ENV
from erp.carriers.models import DeliveryMethod
from erp.finance import services as finance
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company, SalesChannel
from erp.inventory.models import Location
from erp.orders.models import Order
from erp.sync import pulling, reconciling
from erp.sync.models import Binding, ChannelAccount, DesiredState, InboundMessage, SyncRun
from tests.factories.accounts import a_member
from tests.factories.carriers import DeliveryMethodFactory
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import a_warehouse, stocked
from tests.factories.organisation import CompanyFactory
from tests.flows.stage import BUYER, SKUS, STOCK, shop
from tests.running import SECRET, TOKEN, Shop, run_relay, wait_until, web_server

__all__ = ["shop"]  # fixtures


@dataclass
class Office:
    """Who connects, and from where."""

    company: Company
    warehouse: Location
    client: Client
    address: str
    shop: Shop

    def text(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.status_code
        return plain(answer.content)

    def connect(self) -> ChannelAccount:
        """The first step."""
        given = {"name": "Sklep", "address": self.shop.url, "access_token": TOKEN, "webhook_secret": SECRET}
        answer = self.client.post("/channels/connect/", given | {"sales_channel": f"new-{self.company.pk}"})
        assert answer.status_code == 302, plain(answer.content)
        return ChannelAccount.objects.get()

    def check(self, account: ChannelAccount, address: str | None = None) -> tuple[int, str]:
        answer = self.client.post(f"/channels/{account.pk}/checks/", {"address": address or self.address})
        return answer.status_code, plain(answer.content)

    def map_places(self, account: ChannelAccount) -> None:
        place = next(place["gid"] for place in self.shop.post("shop")["locations"] if place["name"] == "Magazyn")
        answer = self.client.post(f"/channels/{account.pk}/places/", {f"place-{place}": self.warehouse.pk})
        assert answer.status_code == 302


def plain(content: bytes) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", content.decode())).split())


def calls(shop: Shop) -> dict[str, int]:
    """How often the shop was asked to change anything."""
    counters = shop.get("state")["counters"]
    return {name: counters.get(f"call {name}", 0) for name in ("inventorySetQuantities", "webhookSubscriptionCreate")}


@pytest.fixture
def office(own_db: str, shop: Shop) -> Iterator[Office]:
    """A company with one warehouse and two of the shop's three products; its web server."""
    company = CompanyFactory.create()
    finance.set_up_accounts(company=company, actor=SYSTEM, at=clock.now())
    warehouse = a_warehouse(company)
    for sku, quantity in (("MUG-1", 7), ("BOWL-2", STOCK)):
        stocked(VariantFactory.create(company=company, sku=sku), warehouse, quantity)
    client = Client(headers={"accept-language": "en"})
    client.force_login(a_member("owner", company), backend="django.contrib.auth.backends.ModelBackend")
    with web_server() as address:
        before = ENV.public_url
        object.__setattr__(ENV, "public_url", address)
        yield Office(company, warehouse, client, address, shop)
        object.__setattr__(ENV, "public_url", before)


def test_a_shop_is_connected_and_nothing_is_written_before_it_goes_live(office: Office) -> None:
    account = office.connect()
    assert (account.status, account.sales_channel.code, account.sales_channel.name) == ("connecting", "SHOP", "Sklep")

    checks = office.text(f"/channels/{account.pk}/checks/")
    assert "Take in orders. read_orders granted" in checks
    assert "Show our stock in the shop. write_inventory granted" in checks
    assert office.check(account)[0] == 302
    office.map_places(account)
    office.client.post(f"/channels/{account.pk}/taxes/", {"taxable": "standard", "untaxed": "exempt"})
    office.client.post(f"/channels/{account.pk}/deliveries/", {})

    plan = office.text(f"/channels/{account.pk}/plan/")
    assert "Stock numbers to write 1" in plan
    assert "Subscriptions to make 11" in plan
    assert "Variants in the shop 3 2 matched by SKU or barcode" in plan
    assert re.search(r"MUG-1 .* Magazyn 20 7", plan)
    assert "BOWL-2" not in plan
    assert f"ORDERS_CREATE {office.address}/hooks/shopify/{account.pk}/" in plan
    assert calls(office.shop) == {"inventorySetQuantities": 0, "webhookSubscriptionCreate": 0}
    assert not Binding.objects.exists()

    assert office.client.post(f"/channels/{account.pk}/plan/").status_code == 302
    run_relay()
    account.refresh_from_db()
    assert account.status == "live"
    assert {sku: office.shop.available(sku) for sku in SKUS} == {"MUG-1": 7, "BOWL-2": STOCK, "LAMP-3": STOCK}
    assert calls(office.shop)["webhookSubscriptionCreate"] == 11
    run = SyncRun.objects.get(kind="connect")
    assert (run.seen, run.found) == (3, 1)
    assert reconciling.reconcile(account).findings == []


def test_a_shop_does_not_go_live_before_address_and_places_are_known(office: Office) -> None:
    account = office.connect()
    answer = office.client.post(f"/channels/{account.pk}/plan/")
    assert answer.status_code == 409
    assert "This is missing before the shop can go live: Checks Places" in plain(answer.content)
    account.refresh_from_db()
    assert (account.status, DesiredState.objects.count()) == ("connecting", 0)
    assert calls(office.shop) == {"inventorySetQuantities": 0, "webhookSubscriptionCreate": 0}


def test_a_shop_that_refuses_a_subscription_is_not_live(office: Office) -> None:
    account = office.connect()
    office.check(account)
    office.map_places(account)
    office.shop.post("faults", {"kind": "error", "operation": "webhookSubscriptionCreate", "count": 99})
    answer = office.client.post(f"/channels/{account.pk}/plan/")
    assert answer.status_code == 503
    assert "The shop says: The shop is busy (500)." in plain(answer.content)
    account.refresh_from_db()
    assert (account.status, Binding.objects.count()) == ("connecting", 0)


def test_a_shop_without_a_right_is_told_which_and_does_not_go_live(office: Office) -> None:
    office.shop.kill()
    office.shop.options = (*office.shop.options, "--scopes", "read_products,write_inventory,read_locations")
    office.shop.start()
    account = office.connect()
    checks = office.text(f"/channels/{account.pk}/checks/")
    assert "See what stock the shop shows. read_inventory granted" in checks  # the right to write holds it
    assert "Take in orders. read_orders missing" in checks
    assert "See orders older than 60 days; Shopify grants it on request only. read_all_orders not granted" in checks
    office.check(account)
    office.map_places(account)
    answer = office.client.post(f"/channels/{account.pk}/plan/")
    assert answer.status_code == 409
    assert "Rights at the shop: read_orders, read_customers, read_merchant_managed" in plain(answer.content)
    account.refresh_from_db()
    assert account.status == "connecting"


def test_it_is_left_and_taken_up_again_at_the_first_step_that_is_not_done(office: Office) -> None:
    account = office.connect()

    def proposed() -> str:
        page = office.client.get(f"/channels/{account.pk}/").content.decode()
        found = re.search(r'href="(/channels/\d+/\w+/)"[^>]*>(?:<svg.*?</svg>)?\s*Go on connecting', page)
        assert found is not None
        return found[1].rstrip("/").rpartition("/")[2]

    assert proposed() == "checks"
    office.check(account)
    assert proposed() == "places"
    office.client.post(f"/channels/{account.pk}/deliveries/", {})  # any step may come first
    office.map_places(account)
    assert proposed() == "taxes"


def test_a_wrong_token_is_mended_where_it_is_told(office: Office) -> None:
    account = office.connect()
    path = f"/channels/{account.pk}/access/"
    given = {"name": "Sklep", "address": office.shop.url, "access_token": "wrong", "webhook_secret": ""}
    assert office.client.post(path, given).status_code == 302
    page = office.text(f"/channels/{account.pk}/checks/")
    assert "The shop says: The shop refuses the access token." in page
    assert office.client.post(path, given | {"access_token": TOKEN, "webhook_secret": "new"}).status_code == 302
    assert "Take in orders. read_orders granted" in office.text(f"/channels/{account.pk}/checks/")
    account.refresh_from_db()
    assert account.webhook_secret.reveal() == "new"
    assert account.previous_webhook_secret.reveal() == SECRET
    assert office.client.post(path, given | {"access_token": ""}).status_code == 302
    account.refresh_from_db()
    assert account.access_token.reveal() == TOKEN


def test_taxes_of_the_shop_stand_beside_ours_and_what_is_missing_is_shown(office: Office) -> None:
    call_command("load_reference_fiscal")
    office.shop.post("orders", {"lines": [{"sku": "MUG-1", "quantity": 1}], **BUYER})
    foreign = {"taxes": [{"title": "Moms", "rate": "0.25"}], **BUYER}
    office.shop.post("orders", {"lines": [{"sku": "MUG-1", "quantity": 1}], **foreign})
    account = office.connect()
    page = office.text(f"/channels/{account.pk}/taxes/")
    assert "VAT 23 % PL 1 standard rate" in page
    assert "Moms 25 % PL 1 missing" in page
    assert "1 rate of the shop is not among ours." in page
    answer = office.client.post(f"/channels/{account.pk}/taxes/", {"taxable": "reduced_8", "untaxed": "zero"})
    assert answer.status_code == 302
    account.refresh_from_db()
    assert account.settings["tax_classes"] == {"taxable": "reduced_8", "untaxed": "zero"}
    office.client.post(f"/channels/{account.pk}/taxes/", {"taxable": "nonsense", "untaxed": "zero"})
    account.refresh_from_db()
    assert account.settings["tax_classes"] == {"taxable": "reduced_8", "untaxed": "zero"}


def test_names_of_deliveries_mean_one_method_each(office: Office) -> None:
    courier = DeliveryMethodFactory.create(account__company=office.company, channel_titles=["Kurier", "DPD"])
    locker = DeliveryMethodFactory.create(account__company=office.company, channel_titles=[])
    office.shop.post("orders", {"lines": [{"sku": "MUG-1", "quantity": 1}], **BUYER})
    account = office.connect()
    assert "Kurier 1" in office.text(f"/channels/{account.pk}/deliveries/")
    given = {"title": ["kurier", "Paczkomat", ""], "method": [locker.pk, locker.pk, courier.pk]}
    assert office.client.post(f"/channels/{account.pk}/deliveries/", given).status_code == 302
    titles = dict(DeliveryMethod.objects.values_list("pk", "channel_titles"))
    assert titles == {courier.pk: ["DPD"], locker.pk: ["kurier", "Paczkomat"]}


def test_one_warehouse_is_not_shown_by_two_places(office: Office) -> None:
    office.shop.post("shop", {"locations": [{"name": "Drugi", "city": "Łódź"}]})
    account = office.connect()
    gids = [place["gid"] for place in office.shop.post("shop")["locations"]]
    given = {f"place-{gid}": office.warehouse.pk for gid in gids}
    answer = office.client.post(f"/channels/{account.pk}/places/", given)
    assert answer.status_code == 422
    assert "A warehouse can be shown by one place only" in plain(answer.content)
    assert not account.locations.exists()


def test_orders_from_before_stay_the_shops_own_even_when_they_change(office: Office) -> None:
    before = clock.now() - timedelta(days=1)
    old = office.shop.post(
        "orders", {"lines": [{"sku": "MUG-1", "quantity": 1}], "createdAt": before.isoformat(), **BUYER}
    )
    account = office.connect()
    office.check(account)
    office.map_places(account)
    office.client.post(f"/channels/{account.pk}/plan/")
    run_relay()

    office.shop.post("fulfil", {"order": old["gid"]})
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/updated").exists(), "no message came")
    run_relay()
    account.refresh_from_db()
    assert pulling.poll(account).found == 0
    assert [found for found in reconciling.reconcile(account).findings if found.startswith("order:")] == []
    assert not Order.objects.exists()
    assert set(InboundMessage.objects.filter(kind="order").values_list("status", flat=True)) == {"done"}

    new = office.shop.post("orders", {"lines": [{"sku": "MUG-1", "quantity": 2}], **BUYER})
    wait_until(lambda: InboundMessage.objects.filter(topic="orders/create").exists(), "no message came")
    run_relay()
    assert [(order.source_ref, order.total) for order in Order.objects.all()] == [(new["gid"], Decimal("64.20"))]


def test_a_second_shop_gets_a_sales_channel_of_its_own(office: Office) -> None:
    office.connect()
    given = {"name": "Drugi", "address": office.shop.url, "access_token": TOKEN, "webhook_secret": SECRET}
    assert office.client.post(
        "/channels/connect/", given | {"sales_channel": f"new-{office.company.pk}"}
    ).status_code == (302)
    assert list(SalesChannel.objects.order_by("code").values_list("code", "name")) == [
        ("SHOP", "Sklep"),
        ("SHOP2", "Drugi"),
    ]
