"""
Where a replay plays: a British company in pounds, not registered for VAT, with a simulated shop and carrier of its own.

The company is named after the run; its books and orders stay when shop and carrier are gone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from erp.carriers.models import CarrierAccount, DeliveryMethod, MethodKind
from erp.demo import founding
from erp.demo.controls import Simulator
from erp.demo.crew import Crew
from erp.demo.replay.meaning import NO_POSTAGE, SHIPPING_TITLES
from erp.demo.replay.script import Part
from erp.demo.replay.stocking import Stocked
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import services as inventory
from erp.shipping.models import ShippingRule
from erp.sync import services as sync
from erp.sync.channels import channel_of
from erp.sync.models import ChannelAccount
from erp.sync.states import AccountStatus

FREIGHT = " by freight"
# What the simulators take unless they are told otherwise; see their READMEs.
SHOP_TOKEN, SHOP_SECRET, CARRIER_TOKEN = "shpat_simulator", "simulator-secret", "sandbox-token"
CARRIER_TIMES = 120  # the carrier's clock runs so much faster: an hour of its day in half a minute
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Scene:
    """The company with its shop, and what drives the simulators."""

    firm: founding.Firm
    account: ChannelAccount
    variants: dict[str, int]
    shop: Simulator
    carrier: Simulator

    @property
    def shop_address(self) -> str:
        return self.shop.url


def start_simulators(crew: Crew, data: Path) -> tuple[Simulator, Simulator]:
    """The shop, on the plan with the largest budget, and the carrier, whose days pass in minutes."""
    shop = start_shop(crew, data, plan="enterprise")
    scale = ("--time-scale", str(CARRIER_TIMES))
    carrier = crew.simulator("carrier", data / "carrier", *scale, "--rate-limit", "0")
    return shop, Simulator(carrier)


def start_shop(crew: Crew, data: Path, *, plan: str) -> Simulator:
    """An empty shop; the plan decides how many points of calls it gives a second."""
    return Simulator(crew.simulator("shopify", data / "shop", "--plan", plan, "--shop", "replay"))


def build(
    name: str,
    goods: list[Stocked],
    vouchers: Iterable[Part],
    shop: Simulator,
    carrier: Simulator,
    hooks: str,
    at: datetime,
) -> Scene:
    """
    Found the company, fill warehouse and shop with the same stock, connect them, and set the shop live.

    :param hooks: the address of the web server that the shop shall send its messages to.
    """
    firm = founding.found(name, at)
    variants = founding.load_catalogue(firm.company, [founding.Item(each.code, each.title) for each in goods], at)
    _ship(firm, carrier.url)
    carrier.put("outcomes", {"second_attempt": 0, "returned": 0, "lost": 0})
    _stock(firm, goods, variants, at)
    fill_shop(shop, name, goods, vouchers)
    account = connect(firm, name, shop.url, at)
    channel_of(account).ensure_subscriptions(f"{hooks}/hooks/{account.channel}/{account.pk}/")
    return Scene(firm, account, variants, shop, carrier)


def close(scene: Scene, at: datetime) -> None:
    """The simulators go away: nobody shall ask them any more."""
    sync.set_status(account_id=scene.account.pk, to=AccountStatus.PAUSED, actor=SYSTEM, at=at)
    CarrierAccount.objects.filter(company=scene.firm.company).update(active=False)


def _ship(firm: founding.Firm, carrier_url: str) -> None:
    ShippingRule.objects.create(
        company=firm.company,
        location=firm.warehouse,
        automatic=True,
        phone="+441130000000",
        email="warehouse@replay.example",
    )
    account = CarrierAccount(company=firm.company, carrier="sandbox", name="Courier", settings={"url": carrier_url})
    account.token = CARRIER_TOKEN
    account.save()
    titles = [*SHIPPING_TITLES.values(), NO_POSTAGE]
    for code, name, kind, carrier, named in (
        ("courier", "Courier", MethodKind.COURIER, account, titles),
        ("freight", "Freight forwarder", MethodKind.PICKUP, None, [title + FREIGHT for title in titles]),
    ):
        DeliveryMethod.objects.create(
            company=firm.company,
            code=code,
            name_pl=name,
            name_en=name,
            kind=kind,
            account=carrier,
            service="courier" if carrier else "",
            price=Decimal(0),
            currency=founding.CURRENCY,
            channel_titles=named,
            is_default=carrier is not None,
        )


def _stock(firm: founding.Firm, goods: list[Stocked], variants: dict[str, int], at: datetime) -> None:
    lines = [
        inventory.Receipt(
            each.code,
            variants[each.code],
            firm.warehouse.pk,
            Decimal(each.opening),
            Money(each.cost, founding.CURRENCY),
        )
        for each in goods
        if each.opening > 0
    ]
    for start in range(0, len(lines), _AT_ONCE):
        origin = Ref("demo.opening", f"{firm.company.pk}/{start}")
        batch = lines[start : start + _AT_ONCE]
        inventory.receive_stock(lines=batch, origin=origin, purpose="opening", actor=SYSTEM, at=at)


def fill_shop(shop: Simulator, name: str, goods: Iterable[Stocked], vouchers: Iterable[Part] = ()) -> None:
    """Fill the empty shop, a British one."""
    settings: dict[str, Any] = {"name": name, "currencyCode": founding.CURRENCY, "taxesIncluded": False, "taxes": []}
    settings |= {"ianaTimezone": "Europe/London", "countryCode": "GB"}
    shop.post("shop", settings)
    products: list[dict[str, Any]] = [
        {"title": each.title, "sku": each.code, "price": str(each.price), "stock": each.opening} for each in goods
    ]
    products += [
        {
            "title": part.title,
            "sku": part.code,
            "price": str(part.price),
            "isGiftCard": True,
            "tracked": False,
            "requiresShipping": False,
        }
        for part in vouchers
    ]
    for start in range(0, len(products), _AT_ONCE):
        shop.post("products", products[start : start + _AT_ONCE])


def connect(firm: founding.Firm, name: str, address: str, at: datetime) -> ChannelAccount:
    """Connect the shop, live: its places show the warehouse, its variants are bound. It sends no messages yet."""
    account = sync.connect_account(
        company=firm.company,
        sales_channel=firm.shop,
        channel="shopify",
        name=name,
        settings={"address": address},
        access_token=SHOP_TOKEN,
        webhook_secret=SHOP_SECRET,
        actor=SYSTEM,
        at=at,
    )
    channel = channel_of(account)
    places = channel.locations()
    warehouses = {place.remote_id: firm.warehouse.pk for place in places}
    sync.map_locations(account=account, remotes=places, warehouses=warehouses, actor=SYSTEM, at=at)
    sync.set_status(account_id=account.pk, to=AccountStatus.LIVE, actor=SYSTEM, at=at)
    sync.bind_variants(account=account, remotes=list(channel.variants()), actor=SYSTEM, at=at)
    return account
