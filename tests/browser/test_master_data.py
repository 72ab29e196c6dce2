"""The pages of products, customers and prices in a browser: accessible, fitting, in both languages and themes."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageDraw

from erp.catalog import services as catalog
from erp.catalog.models import ImportRun, Product
from erp.catalog.services import ProductDraft, VariantDraft
from erp.crm import services as crm
from erp.crm.models import Customer
from erp.crm.services import Contact, PostalAddress
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.pricing import services as pricing
from erp.pricing.models import PriceList
from tests.browser.conftest import Visit, faults_of, picture
from tests.factories.catalog import UnitFactory
from tests.factories.fiscal import TaxClassFactory

if TYPE_CHECKING:
    from erp.foundation.accounts.models import User

pytestmark = pytest.mark.browser
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
LOOKS = [("en", "light", False), ("pl", "dark", False), ("pl", "light", True)]
FILE = """SKU;Nazwa;EAN;Marka;Waga
HER-001;Herbata Earl Grey 100 g;5900012000232;Liść;100
HER-004;Herbata zielona 100 g;4006381333931;Liść;100
HER-002;Herbata miętowa 50 g;4006381333932;Liść;50
HER-003;Herbata malinowa 50 g;0000000000017;Liść;pół kilo
"""


@pytest.fixture
def shop(owner: "User", settings: Any, tmp_path: Path) -> Company:
    """A shop with a few of everything."""
    settings.MEDIA_ROOT = tmp_path
    TaxClassFactory.create()
    UnitFactory.create()
    company = Company.objects.get()
    _products(company)
    _customers(company)
    run = catalog.receive_catalogue(
        company=company, file_name="herbaty.csv", content=FILE.encode(), actor=SYSTEM, at=AT
    )
    for _rows in catalog.read_catalogue(run=run, actor=SYSTEM):
        pass
    return company


def _products(company: Company) -> None:
    mug = ProductDraft(
        title_pl="Kubek ceramiczny 300 ml",
        title_en="Ceramic mug 300 ml",
        description_pl="Kubek z kamionki, szkliwiony ręcznie. Można myć w zmywarce.",
        brand="Lipa",
        code="KUBEK",
        option_names=("Kolor",),
        variants=tuple(
            VariantDraft(sku=f"KUB-{n}", options=(colour,), barcodes=(code,), weight_g=350, length_mm=120, width_mm=85)
            for n, (colour, code) in enumerate((("niebieski", "4006381333931"), ("żółty", "96385074")), start=1)
        ),
    )
    product = catalog.create_product(draft=mug, company=company, actor=SYSTEM, at=AT)
    catalog.add_picture(product=product, name="kubek.png", content=_drawing(), actor=SYSTEM, at=AT)
    kit = VariantDraft(sku="ZESTAW", components={"KUB-1": 2, "KUB-2": 2})  # type: ignore[dict-item]  # whole numbers
    both = ProductDraft(title_pl="Zestaw kubków", title_en="Set of mugs", variants=(kit,), status="draft")
    catalog.create_product(draft=both, company=company, actor=SYSTEM, at=AT)
    retail = pricing.define_price_list(
        company=company, code="DETAL", name="Detaliczny", currency="PLN", includes_tax=True, actor=SYSTEM, at=AT
    )
    for variant in product.variants.all():
        pricing.set_price(price_list=retail, variant=variant, unit_price=Money("39.90", "PLN"), actor=SYSTEM, at=AT)


def _drawing() -> bytes:
    image = Image.new("RGB", (600, 600), "#dfe9e7")
    ImageDraw.Draw(image).rounded_rectangle((170, 150, 400, 450), 40, fill="#0b6e5f")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _customers(company: Company) -> None:
    for number, (name, email) in enumerate((("Anna Nowak", "anna@poczta.example"), ("Jan Kos", "jan@poczta.example"))):
        contact = Contact(
            source="shopify:1", remote_id=f"700{number}", name=name, email=email, email_verified=True, language="pl"
        )
        customer = crm.find_or_create_customer(company=company, contact=contact, actor=SYSTEM, at=AT)
        address = PostalAddress(name=name, street="Długa 7/2", postcode="80-001", city="Gdańsk", country="PL")
        crm.remember_address(customer=customer, address=address, actor=SYSTEM, at=AT)


def _pages() -> dict[str, str]:
    mug, anna = Product.objects.get(code="KUBEK"), Customer.objects.get(name="Anna Nowak")
    return {
        "products": "/products/",
        "product": f"/products/{mug.pk}/",
        "product-new": "/products/new/",
        "product-edit": f"/products/{mug.pk}/edit/",
        "kit": f"/variants/{Product.objects.exclude(pk=mug.pk).get().variants.get().pk}/kit/",
        "imports": "/products/imports/",
        "import-new": "/products/imports/new/",
        "import": f"/products/imports/{ImportRun.objects.get().pk}/",
        "customers": "/customers/",
        "customer": f"/customers/{anna.pk}/",
        "customer-edit": f"/customers/{anna.pk}/edit/",
        "price-lists": "/prices/",
        "price-list": f"/prices/{PriceList.objects.get().pk}/",
    }


@pytest.mark.parametrize("language, theme, phone", LOOKS)
def test_pages_have_no_fault_and_fit(
    visit: Visit, owner: "User", shop: Company, language: str, theme: str, phone: bool
) -> None:
    faults: dict[str, list[str]] = {}
    for name, path in _pages().items():
        page = visit(path, owner, language=language, theme=theme, phone=phone)
        page.wait_for_timeout(200)
        picture(page, f"{name}-{'phone' if phone else 'desk'}-{theme}-{language}")
        found = faults_of(page) + list(page.complaints)  # type: ignore[attr-defined]  # set by visit
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append("wider than the window")
        if found:
            faults[name] = found
        page.context.close()
    assert faults == {}
