"""Making the demo company: two branches, a catalogue, stock, prices, a carrier."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from erp.carriers.models import CarrierAccount, DeliveryMethod, MethodKind
from erp.catalog import services as catalog
from erp.catalog.models import Variant
from erp.demo import goods
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.organisation import services as organisation
from erp.foundation.organisation.models import Branch, ChannelKind, Company, SalesChannel
from erp.foundation.organisation.services import CompanyDetails
from erp.foundation.refs import Ref
from erp.inventory import services as inventory
from erp.inventory.models import Location
from erp.pricing import services as pricing
from erp.pricing.models import PriceList
from erp.setup import services as setup
from erp.setup.services import Founding, Place
from erp.shipping.models import ShippingRule

NAME = "Lipa"
CARRIER_TOKEN = "sandbox-token"  # noqa: S105  # no secret: the sandbox carrier publishes it in its README
STOCK = (24, 40, 12, 60)  # by colour; the third is what runs out first
METHODS = (
    ("kurier", "Kurier", "Courier", MethodKind.COURIER, "courier", "15.00", True),
    ("paczkomat", "Automat paczkowy", "Parcel locker", MethodKind.LOCKER, "locker", "12.00", False),
    ("pobranie", "Za pobraniem", "Paid on delivery", MethodKind.COURIER, "courier_cod", "20.00", False),
)


_FOUNDING = Founding(
    details=CompanyDetails(
        name=NAME,
        legal_name="Lipa sp. z o.o.",
        country="PL",
        time_zone="Europe/Warsaw",
        tax_id="5260001246",
        language="pl",
        street="ul. Składowa 4",
        postal_code="02-001",
        city="Warszawa",
    ),
    currency="PLN",
    branch=Place("WAW", "Warszawa"),
    warehouse=Place("WAW", "Magazyn Warszawa"),
    phone=Place("TEL", "Telefon"),
    price_list=Place("DETAL", "Detal"),
)


@dataclass(frozen=True, slots=True)
class Demo:
    """The company and what the shop is connected to."""

    company: Company
    branch: Branch
    warehouse: Location
    shop: SalesChannel


def make_company(carrier_url: str, at: datetime) -> Demo:
    """The whole company; safe to repeat, each step by itself."""
    founded = setup.found_company(founding=_FOUNDING, actor=SYSTEM, at=at)
    company, warsaw, warehouse = founded.company, founded.branch, founded.warehouse
    cracow = organisation.create_branch(company=company, code="KRK", name="Kraków", actor=SYSTEM, at=at)
    for code, name in (("SPR", "Sprzedaż"), ("MAG", "Magazyn"), ("ADM", "Administracja")):
        organisation.create_department(company=company, code=code, name=name, actor=SYSTEM, at=at)
    shop = organisation.create_sales_channel(
        company=company, code="SKLEP", name="Sklep internetowy", kind=ChannelKind.WEB_SHOP, actor=SYSTEM, at=at
    )
    inventory.create_warehouse(branch=cracow, code="KRK", name="Magazyn Kraków", sequence=200, actor=SYSTEM, at=at)
    _shipping(company, warehouse, carrier_url)
    _catalogue(company, founded.price_list, warehouse, at)
    return Demo(company, warsaw, warehouse, shop)


def _shipping(company: Company, warehouse: Location, carrier_url: str) -> None:
    ShippingRule.objects.get_or_create(
        location=warehouse,
        defaults={"company": company, "automatic": True, "phone": "+48221234567", "email": "magazyn@lipa.example"},
    )
    account = CarrierAccount.objects.filter(company=company, name="Kurier").first()
    if account is None:
        account = CarrierAccount(company=company, carrier="sandbox", name="Kurier", settings={"url": carrier_url})
        account.token = CARRIER_TOKEN
        account.save()
    for code, pl, en, kind, service, price, default in (
        ("kurier", "Kurier", "Courier", MethodKind.COURIER, "courier", "15.00", True),
        ("paczkomat", "Automat paczkowy", "Parcel locker", MethodKind.LOCKER, "locker", "12.00", False),
        (
            "pobranie",
            "Kurier za pobraniem",
            "Courier, paid on delivery",
            MethodKind.COURIER,
            "courier_cod",
            "20.00",
            False,
        ),
    ):
        DeliveryMethod.objects.get_or_create(
            company=company,
            code=code,
            defaults={
                "name_pl": pl,
                "name_en": en,
                "kind": kind,
                "account": account,
                "service": service,
                "price": Decimal(price),
                "currency": "PLN",
                "channel_titles": [pl, en],
                "cash_on_delivery": service == "courier_cod",
                "is_default": default,
            },
        )


def _catalogue(company: Company, prices: PriceList, warehouse: Location, at: datetime) -> None:
    for draft in goods.products():
        catalog.create_product(draft=draft, company=company, actor=SYSTEM, at=at)
    variants = {variant.sku: variant for variant in Variant.objects.filter(company=company)}
    receipts = []
    for position, good in enumerate(goods.goods()):
        pricing.set_price(
            price_list=prices,
            variant=variants[good.sku],
            unit_price=Money(good.price, "PLN"),
            actor=SYSTEM,
            at=at,
        )
        if not good.kit:
            quantity = Decimal(STOCK[position % len(STOCK)])
            line = inventory.Receipt(good.sku, variants[good.sku].pk, warehouse.pk, quantity, Money(good.cost, "PLN"))
            receipts.append(line)
    inventory.receive_stock(
        lines=receipts, origin=Ref("demo.opening", str(company.pk)), purpose="opening", actor=SYSTEM, at=at
    )
