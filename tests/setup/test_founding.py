"""A company is founded in one piece: then an order can be taken by phone, and nobody else's company is touched."""

import dataclasses
from decimal import Decimal
from functools import partial

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from erp.catalog import services as catalog
from erp.catalog.drafts import ProductDraft, VariantDraft
from erp.catalog.models import Variant
from erp.finance.models import Account, AccountMapping, Role
from erp.fiscal import queries as fiscal
from erp.fiscal.models import NumberSeries
from erp.foundation.accounts.models import Membership, User
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import NotAllowed
from erp.foundation.events.models import Event
from erp.foundation.management.commands.compile_texts import compile_one
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company, SalesChannel
from erp.foundation.organisation.services import CompanyDetails, InvalidDetail
from erp.inventory.models import INTERNAL, Location
from erp.orders.models import Order
from erp.pricing import services as pricing
from erp.pricing.models import PriceList
from erp.setup import services as setup
from tests.concurrency.racing import race
from tests.factories.accounts import AT, a_company, a_member
from tests.factories.inventory import stocked

KUBEK = setup.Founding(
    details=CompanyDetails(
        name="Kubek",
        legal_name="Kubek sp. z o.o.",
        country="PL",
        time_zone="Europe/Warsaw",
        tax_id="526-104-08-28",
        language="pl",
        city="Łódź",
    ),
    currency="PLN",
)
TYPED = {
    "name": "Kubek",
    "legal_name": "",
    "country": "PL",
    "tax_id": "526-104-08-28",
    "vat": "yes",
    "street": "Piotrkowska 1",
    "postal_code": "90-001",
    "city": "Łódź",
    "currency": "PLN",
    "chart": "polish",
    "language": "pl",
    "time_zone": "Europe/Warsaw",
}


@pytest.fixture
def law(db: None) -> None:
    compile_one(settings.BASE_DIR / "erp" / "setup" / "locale" / "pl" / "LC_MESSAGES" / "django.po")
    call_command("load_reference_fiscal")
    call_command("load_reference_catalog")


@pytest.fixture
def ola(law: None) -> User:
    """The first person of an installation without any company."""
    return User.objects.create_user("ola@example.com", name="Ola Wójcik", runs_installation=True)


def _found(person: User, founding: setup.Founding = KUBEK) -> setup.Founded:
    return setup.found_company(founding=founding, actor=person.actor, at=AT)


def _browser(person: User) -> Client:
    browser = Client(headers={"Accept-Language": "en"})
    browser.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def _named(founding: setup.Founding, **details: object) -> setup.Founding:
    return dataclasses.replace(founding, details=dataclasses.replace(founding.details, **details))  # type: ignore[arg-type]  # a test names them


def test_everything_is_made_in_the_language_of_the_company(ola: User) -> None:
    founded = _found(ola)

    assert (founded.company.tax_id, founded.company.currency) == ("5261040828", "PLN")
    assert list(Membership.objects.values_list("user__name", "role", "company__name", "branch")) == [
        ("Ola Wójcik", "owner", "Kubek", None)
    ]
    assert (founded.branch.code, founded.branch.name) == ("LOD", "Łódź")
    places = Location.objects.filter(company=founded.company, kind__in=INTERNAL)
    assert list(places.order_by("sequence", "code").values_list("code", "name", "kind", "pickable")) == [
        ("LOD-A1", "Półka A1", "bin", True),
        ("LOD", "Magazyn główny", "warehouse", True),
        ("LOD-IN", "Przyjęcia, jeszcze nierozłożone", "bin", False),
        ("LOD-RET", "Zwroty do sprawdzenia", "bin", False),
        ("LOD-BAD", "Towary uszkodzone", "bin", False),
    ]
    assert list(SalesChannel.objects.values_list("code", "kind")) == [("PHONE", "phone")]
    assert list(PriceList.objects.values_list("code", "currency", "includes_tax")) == [("MAIN", "PLN", True)]
    assert list(NumberSeries.objects.order_by("kind").values_list("kind", "pattern")) == [
        ("correction", "FK/{year}/{month:02}/{number}"),
        ("invoice", "FV/{year}/{month:02}/{number}"),
        ("shipment", "WZ/{year}/{number}"),
    ]
    assert Account.objects.filter(code="221").exists()
    assert set(AccountMapping.objects.values_list("role", flat=True)) == set(Role.values)
    founding = Event.objects.get(name="organisation.CompanyFounded")
    assert (founding.actor_kind, founding.actor_key) == ("user", str(ola.pk))


def test_a_chart_may_be_chosen_against_the_custom_of_the_country(ola: User) -> None:
    _found(ola, dataclasses.replace(KUBEK, chart="international"))

    assert not Account.objects.filter(code="221").exists()
    assert Account.objects.get(code="2100").name_en == "Output tax"


def test_founding_again_by_its_owner_changes_nothing(ola: User) -> None:
    first = _found(ola)
    counts = [model.objects.count() for model in (Company, Location, SalesChannel, PriceList, NumberSeries, Event)]

    assert _found(ola) == first
    assert counts == [
        model.objects.count() for model in (Company, Location, SalesChannel, PriceList, NumberSeries, Event)
    ]


def test_nobody_gets_into_a_company_by_founding_one_of_the_same_name(law: None) -> None:
    theirs = a_company("Kubek", legal_name="Theirs")
    stranger = a_member("owner", a_company("Inny"))

    with pytest.raises(setup.CompanyKnown):
        _found(stranger)

    assert not Membership.objects.filter(user=stranger, company=theirs).exists()
    assert not Location.objects.filter(company=theirs).exists()
    assert Company.objects.get(pk=theirs.pk).legal_name == "Theirs"


def test_of_two_owners_who_found_the_same_name_at_once_one_gets_it(own_db: str) -> None:
    people = [a_member("owner", a_company(f"Firma {n}"), name=f"Owner {n}") for n in range(6)]

    results = race([partial(_found, person) for person in people])

    assert sorted(type(result).__name__ for result in results) == ["CompanyKnown"] * 5 + ["Founded"]
    assert Membership.objects.filter(company__name="Kubek").count() == 1


@pytest.mark.parametrize("role", ["administrator", "sales", "accountant", "auditor"])
def test_only_an_owner_founds_another_company(law: None, role: str) -> None:
    with pytest.raises(NotAllowed):
        _found(a_member(role, a_company("Inny")))

    assert not Company.objects.filter(name="Kubek").exists()


def test_the_tax_number_of_another_company_is_refused_with_its_field(law: None) -> None:
    a_company("Inny", tax_id="5261040828")

    with pytest.raises(InvalidDetail) as refused:
        setup.found_company(founding=KUBEK, actor=SYSTEM, at=AT)
    assert refused.value.params["field"] == "tax_id"


def test_where_no_rates_are_kept_the_standard_one_is_asked_for(ola: User) -> None:
    spanish = {"country": "ES", "currency": "EUR", "tax_id": "", "time_zone": "Europe/Madrid", "chart": "international"}
    browser = _browser(ola)

    refused = browser.post("/setup/found/", TYPED | spanish)
    assert refused.status_code == 422
    assert "what is the standard one?" in refused.content.decode()
    assert not Company.objects.exists()

    assert browser.post("/setup/found/", TYPED | spanish | {"standard_rate": "21"})["Location"] == "/setup/"
    day = AT.date()
    assert [fiscal.rate_for("ES", fiscal.tax_class(code), day) for code in ("standard", "zero", "exempt")] == [21, 0, 0]


def test_a_founder_never_changes_rates_that_are_kept(ola: User) -> None:
    _found(ola, dataclasses.replace(KUBEK, standard_rate=Decimal(1)))

    assert fiscal.rate_for("PL", fiscal.tax_class("standard"), AT.date()) == 23


def test_the_page_says_what_is_wrong_and_keeps_what_was_typed(ola: User) -> None:
    answer = _browser(ola).post("/setup/found/", TYPED | {"tax_id": "526-104-08-29"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "not a tax number of this country" in page
    assert 'value="Piotrkowska 1"' in page
    assert not Company.objects.exists()


def test_from_nothing_to_an_order_by_phone(ola: User) -> None:
    """As a person does it: found, add a product, set its price, receive it, take the order."""
    browser = _browser(ola)
    browser.post("/setup/found/", TYPED)
    company = Company.objects.get()
    assert (company.legal_name, company.vat_registered) == ("Kubek", True)

    mug = ProductDraft(variants=(VariantDraft(sku="KUB-1"),), title_pl="Kubek")
    catalog.create_product(draft=mug, company=company, actor=ola.actor, at=AT)
    variant = Variant.objects.get()
    pricing.set_price(
        price_list=PriceList.objects.get(), variant=variant, unit_price=Money("39.00", "PLN"), actor=ola.actor, at=AT
    )
    stocked(variant, Location.objects.get(code="LOD-A1"), 5, unit_cost="10.00")

    form = browser.get("/orders/new/")
    assert form.status_code == 200
    answer = browser.post(
        "/orders/new/",
        {
            "reference": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
            "sales_channel": SalesChannel.objects.get().pk,
            "name": "Anna Nowak",
            "country": "PL",
            "payment_terms": "prepaid",
            "lines-TOTAL_FORMS": 1,
            "lines-INITIAL_FORMS": 0,
            "lines-0-product": variant.pk,
            "lines-0-quantity": "2",
        },
    )
    order = Order.objects.get()
    assert answer["Location"] == f"/orders/{order.pk}/"
    assert (order.total, order.tax_total) == (Decimal("78.00"), Decimal("14.59"))
