"""
A connected firm: our web server, a simulated shop, the sandbox carrier, one warehouse with stock.

Test modules import the fixtures from here; a conftest would be loaded before Django's apps are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.env import ENV
from erp.catalog.models import Variant
from erp.finance import services as finance
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.inventory.models import Location
from erp.shipping.models import ShippingRule
from erp.sync import reconciling
from erp.sync import services as sync
from erp.sync.channels import channel_of
from erp.sync.models import ChannelAccount
from erp.sync.states import AccountStatus
from tests.buyer import ADDRESS
from tests.factories.carriers import CarrierAccountFactory, DeliveryMethodFactory
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import a_warehouse, stocked
from tests.factories.organisation import CompanyFactory, SalesChannelFactory
from tests.running import SECRET, TOKEN, Shop, free_port, run_relay, web_server
from tests.simulators.carrier.conftest import MakeCarrier, start_carrier
from tests.simulators.carrier.driving import Driver

__all__ = ["Firm", "firm", "shop", "start_carrier"]
SKUS = ("MUG-1", "BOWL-2", "LAMP-3")
STOCK = 20


@dataclass
class Firm:
    """What the stories play with."""

    company: Company
    warehouse: Location
    variants: dict[str, Variant]
    account: ChannelAccount
    shop: Shop
    carrier: Driver

    def buys(self, *lines: tuple[str, int], **order: object) -> str:
        """A buyer buys at the shop; returns the order's id there."""
        body = {"lines": [{"sku": sku, "quantity": quantity} for sku, quantity in lines], **BUYER, **order}
        placed = self.shop.post("orders", body)
        return str(placed["gid"])


BUYER = {
    "customer": {"email": "ala@example.com", "firstName": "Ala", "lastName": "Testowa"},
    "shippingAddress": ADDRESS,
    "billingAddress": ADDRESS,
    "shipping": [{"title": "Kurier", "price": "15.00"}],
    "financialStatus": "PAID",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop in złoty whose prices include VAT, with one place and three products."""
    shop = Shop(tmp_path / "shop", "--plan", "enterprise", "--time-scale", "0.001").start()
    shop.post(
        "shop",
        {
            "currencyCode": "PLN",
            "taxesIncluded": True,
            "taxes": [{"title": "VAT", "rate": "0.23"}],
            "ianaTimezone": "Europe/Warsaw",
            "countryCode": "PL",
            "locations": [{"name": "Magazyn", "city": "Warszawa"}],
        },
    )
    products = [
        {
            "title": sku.title(),
            "sku": sku,
            "price": "24.60",
            "stock": {"Magazyn": STOCK},
            "weight": {"value": 0.5, "unit": "KILOGRAMS"},
        }
        for sku in SKUS
    ]
    shop.post("products", products)
    yield shop
    shop.kill()


@pytest.fixture
def firm(own_db: str, shop: Shop, start_carrier: MakeCarrier) -> Iterator[Firm]:
    """The firm, connected and live: stock agrees on both sides, webhooks come in."""
    carrier = start_carrier("--label-delay", "0", "--port", str(free_port()))
    company = CompanyFactory(
        name="Lipa", street="ul. Składowa 4", city="Warszawa", postal_code="02-001", tax_id="5260001246"
    )
    finance.set_up_accounts(company=company, actor=SYSTEM, at=clock.now())
    warehouse = a_warehouse(company)
    ShippingRule.objects.create(
        company=company, location=warehouse, automatic=True, phone="+48221234567", email="m@lipa.example"
    )
    DeliveryMethodFactory(
        account=CarrierAccountFactory(company=company, settings={"url": carrier.url}),
        channel_titles=["Kurier"],
        is_default=True,
    )
    variants = {sku: VariantFactory(company=company, sku=sku, weight_g=500) for sku in SKUS}
    for variant in variants.values():
        stocked(variant, warehouse, STOCK)
    with web_server() as address:
        before = ENV.public_url
        object.__setattr__(ENV, "public_url", address)
        account = connected(company, warehouse, shop)
        run_relay()
        yield Firm(company, warehouse, variants, account, shop, carrier)
        object.__setattr__(ENV, "public_url", before)


def connected(company: Company, warehouse: Location, shop: Shop) -> ChannelAccount:
    """The shop connected: places mapped, variants bound, webhooks subscribed, live."""
    at = clock.now()
    account = sync.connect_account(
        company=company,
        sales_channel=SalesChannelFactory(company=company),
        channel="shopify",
        name="Sklep",
        settings={"address": shop.url},
        access_token=TOKEN,
        webhook_secret=SECRET,
        actor=SYSTEM,
        at=at,
    )
    channel = channel_of(account)
    places = channel.locations()
    warehouses = {place.remote_id: warehouse.pk for place in places if place.name == "Magazyn"}
    sync.map_locations(account=account, remotes=places, warehouses=warehouses, actor=SYSTEM, at=at)
    sync.set_status(account_id=account.pk, to=AccountStatus.LIVE, actor=SYSTEM, at=at)
    sync.bind_variants(account=account, remotes=list(channel.variants()), actor=SYSTEM, at=at)
    channel.ensure_subscriptions(reconciling.hook_address(account))
    account.refresh_from_db()
    return account
