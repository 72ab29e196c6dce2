"""The demo's shop at the simulator: filled with the catalogue, connected, and a few buyers of the last days."""

import random
from datetime import datetime, timedelta
from typing import Any

from config.env import ENV
from erp.demo import goods
from erp.demo.company import STOCK, Demo
from erp.demo.controls import Simulator
from erp.foundation.actor import SYSTEM
from erp.sync import reconciling
from erp.sync import services as sync
from erp.sync.channels import channel_of
from erp.sync.models import ChannelAccount
from erp.sync.states import AccountStatus

PLACE = "Magazyn Warszawa"
ORDERS, DAYS = 40, 5
# What the simulator takes for a token and a secret unless it is told otherwise; see its README.
TOKEN, SECRET = "shpat_simulator", "simulator-secret"

_BUYERS = (
    ("Ala", "Testowa", "ul. Zielona 1", "00-001", "Warszawa"),
    ("Zofia", "Wójcik", "ul. Świętego Marcina 7", "61-803", "Poznań"),
    ("Michał", "Kamiński", "ul. Długa 12", "80-827", "Gdańsk"),
    ("Łucja", "Żak", "ul. Piotrkowska 88", "90-102", "Łódź"),
    ("Tomasz", "Dąbek", "ul. Krupnicza 3", "31-123", "Kraków"),
    ("Oliwia", "Sęk", "ul. Rynek 21", "50-106", "Wrocław"),
)


def open_shop(simulator: Simulator) -> None:
    """Set the shop up and fill it; only while it is empty."""
    if simulator.get("state")["counts"].get("products"):
        return
    simulator.post(
        "shop",
        {
            "name": "Lipa",
            "currencyCode": "PLN",
            "taxesIncluded": True,
            "taxes": [{"title": "VAT", "rate": "0.23"}],
            "ianaTimezone": "Europe/Warsaw",
            "countryCode": "PL",
            "locations": [{"name": PLACE, "city": "Warszawa"}],
        },
    )
    simulator.post("products", [_product(position, good) for position, good in enumerate(goods.goods())])


def _product(position: int, good: goods.Good) -> dict[str, Any]:
    return {
        "title": good.title,
        "vendor": "Lipa",
        "sku": good.sku,
        "barcode": good.barcode,
        "price": str(good.price),
        "stock": {PLACE: 0 if good.kit else STOCK[position % len(STOCK)]},
    }


def connect_shop(demo: Demo, at: datetime) -> ChannelAccount:
    """Connect the shop and set it live; safe to repeat."""
    account = ChannelAccount.objects.filter(company=demo.company, name="Sklep Lipa").first()
    if account is None:
        account = sync.connect_account(
            company=demo.company,
            sales_channel=demo.shop,
            channel="shopify",
            name="Sklep Lipa",
            settings={"address": ENV.shop_simulator_url},
            access_token=TOKEN,
            webhook_secret=SECRET,
            actor=SYSTEM,
            at=at,
        )
    channel = channel_of(account)
    places = channel.locations()
    warehouses = {place.remote_id: demo.warehouse.pk for place in places if place.name == PLACE}
    sync.map_locations(account=account, remotes=places, warehouses=warehouses, actor=SYSTEM, at=at)
    if account.status != AccountStatus.LIVE:
        sync.set_status(account_id=account.pk, to=AccountStatus.LIVE, actor=SYSTEM, at=at)
    remotes = list(channel.variants())
    sync.bind_variants(account=account, remotes=remotes, actor=SYSTEM, at=at)
    channel.ensure_subscriptions(reconciling.hook_address(account))
    return account


def sell(simulator: Simulator, at: datetime) -> int:
    """Orders of the last days, placed at the shop, so that they take the whole road; only while there is none."""
    if simulator.get("state")["counts"].get("orders"):
        return 0
    dice = random.Random(7)
    for number in range(ORDERS):
        simulator.post("orders", _order(dice, number, at - timedelta(days=DAYS) * (ORDERS - number) / ORDERS))
    return ORDERS


def _order(dice: random.Random, number: int, placed: datetime) -> dict[str, Any]:
    offered = [good for good in goods.goods() if not good.kit]
    bought = dice.sample(offered, dice.choice((1, 1, 2, 3)))
    buyer = dice.randrange(len(_BUYERS))
    first, last, street, postcode, city = _BUYERS[buyer]
    address = {
        "firstName": first,
        "lastName": last,
        "address1": street,
        "zip": postcode,
        "city": city,
        "countryCode": "PL",
        "phone": "+48 600 100 200",
    }
    email = f"klient{buyer + 1}@example.com"
    who = {"customer": {"email": email, "firstName": first, "lastName": last}} if number % 4 else {"email": email}
    discounts = [{"code": "LIPA10", "percentage": "10"}] if number % 7 == 3 else []
    return who | {
        "lines": [{"sku": good.sku, "quantity": dice.choice((1, 1, 1, 2))} for good in bought],
        "discounts": discounts,
        "shipping": [{"title": "Kurier", "price": "15.00"}],
        "shippingAddress": address,
        "billingAddress": address,
        "financialStatus": "PENDING" if number % 13 == 5 else "PAID",
        "createdAt": placed.isoformat(timespec="seconds").replace("+00:00", "Z"),
    }
