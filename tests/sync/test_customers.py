"""Customers of the shop: fetched by id, found or made, changed by what changed there, their orders with them."""

import re

from django.test import Client

from erp.crm import services as crm
from erp.crm.models import Address, Customer, CustomerEmail, CustomerIdentity
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.orders.models import Order
from erp.sync import pulling
from erp.sync.models import Binding, InboundMessage
from tests.factories.accounts import a_member
from tests.flows.stage import BUYER, Firm, firm, shop, start_carrier
from tests.running import run_relay, wait_until

__all__ = ["firm", "shop", "start_carrier"]  # fixtures
ALA = {"email": "ala@example.com", "firstName": "Ala", "lastName": "Testowa", "phone": "+48 600 000 000"}


def told(topic: str, count: int = 1) -> None:
    wait_until(lambda: InboundMessage.objects.filter(topic=topic).count() >= count, f"no message {topic} came")


def shop_sets(firm: Firm, **given: object) -> str:
    """The shop's people, or the customer, change an account there; returns its id."""
    made = firm.shop.graphql(
        """mutation ($input: CustomerSetInput!, $identifier: CustomerSetIdentifiers) {
          customerSet(input: $input, identifier: $identifier) { customer { id } userErrors { message } }
        }""",
        input=given,
        identifier={"email": given["email"]},
    )["customerSet"]
    assert made["userErrors"] == []
    return str(made["customer"]["id"])


def fetched(firm: Firm) -> int:
    return int(firm.shop.get("state")["counters"].get("call customer", 0))


def known() -> list[tuple[str, str, str]]:
    return list(Customer.objects.order_by("pk").values_list("name", "phone", "language"))


def test_an_account_opened_in_the_shop_is_a_customer_here_and_its_orders_are_theirs(firm: Firm) -> None:
    remote = shop_sets(firm, **ALA)
    told("customers/create")
    run_relay()
    customer = Customer.objects.get()
    assert (customer.name, customer.phone, customer.language, customer.status) == (
        "Ala Testowa",
        "+48 600 000 000",
        "pl",
        "known",
    )
    assert CustomerIdentity.objects.get().remote_id == remote
    assert list(CustomerEmail.objects.values_list("address", "verified")) == [("ala@example.com", True)]
    assert set(InboundMessage.objects.filter(kind="customer").values_list("status", flat=True)) == {"done"}

    firm.buys(("MUG-1", 1))
    told("orders/create")
    run_relay()
    order = Order.objects.get()
    assert order.customer == customer
    client = Client(headers={"accept-language": "en"})
    client.force_login(a_member("owner", firm.company), backend="django.contrib.auth.backends.ModelBackend")
    page = re.sub(r"<[^>]+>", " ", client.get(f"/customers/{customer.pk}/").content.decode())
    assert order.number in page


def test_what_changed_in_the_shop_changes_here_and_what_people_wrote_here_stays(firm: Firm) -> None:
    shop_sets(firm, **ALA)
    told("customers/create")
    run_relay()
    customer = Customer.objects.get()
    changes = crm.CustomerChanges(phone="+48 22 123 45 67", name="Ala z firmy")
    crm.update_customer(customer=customer, changes=changes, actor=SYSTEM, at=clock.now())

    clock_of_the_shop_moves_on()
    shop_sets(firm, **ALA | {"lastName": "Nowa"})
    told("customers/update")
    run_relay()
    assert known() == [("Ala Nowa", "+48 22 123 45 67", "pl")]
    assert Binding.objects.filter(kind="customer").count() == 1


def clock_of_the_shop_moves_on() -> None:
    """Its versions are times to the second."""
    second = clock.now().second
    wait_until(lambda: clock.now().second != second, "time stands still")


def test_a_customer_who_came_with_an_order_is_not_fetched_again(firm: Firm) -> None:
    remote = firm.buys(("MUG-1", 1))
    told("customers/create")
    told("orders/create")
    pulling.pull(firm.account, kind="order", remote_id=remote)
    run_relay()
    assert fetched(firm) == 0
    assert set(InboundMessage.objects.filter(kind="customer").values_list("status", flat=True)) == {"done"}
    assert Order.objects.get().customer == Customer.objects.get()
    assert Address.objects.filter(customer__name="Ala Testowa").count() == 1


def test_the_same_state_again_says_nothing(firm: Firm) -> None:
    remote = shop_sets(firm, **ALA)
    told("customers/create")
    run_relay()
    before = Event.objects.filter(name__startswith="crm.").count()
    pulling.pull(firm.account, kind="customer", remote_id=remote)
    pulling.pull(firm.account, kind="customer", remote_id=remote)
    assert Event.objects.filter(name__startswith="crm.").count() == before > 0
    assert Customer.objects.count() == 1


def test_ten_copies_of_a_message_are_one_customer(firm: Firm) -> None:
    firm.shop.post("faults", {"kind": "webhook_double", "count": 10})
    shop_sets(firm, **ALA)
    wait_until(lambda: InboundMessage.objects.filter(copies__gt=0).exists(), "no copy came")
    run_relay()
    assert (Customer.objects.count(), CustomerIdentity.objects.count()) == (1, 1)


def a_person_we_know(firm: Firm) -> Customer:
    contact = crm.Contact(source="phone", name="Ala Zaufana", email="ala@example.com", email_verified=True)
    return crm.find_or_create_customer(company=firm.company, contact=contact, actor=SYSTEM, at=clock.now())


def test_a_verified_address_finds_the_customer_we_know(firm: Firm) -> None:
    ours = a_person_we_know(firm)
    remote = shop_sets(firm, **ALA)
    told("customers/create")
    run_relay()
    assert Customer.objects.get() == ours
    assert known()[0][:2] == ("Ala Zaufana", "+48 600 000 000")  # the shop fills what is empty only
    assert CustomerIdentity.objects.get(source=firm.account.source).remote_id == remote


def test_a_typed_address_opens_no_account_and_no_history(firm: Firm) -> None:
    ours = a_person_we_know(firm)
    firm.shop.post(
        "orders",
        {
            **BUYER,
            "lines": [{"sku": "MUG-1", "quantity": 1}],
            "customer": {"email": "ala@example.com", "firstName": "Ktoś", "lastName": "Inny", "verifiedEmail": False},
        },
    )
    told("customers/create")
    told("orders/create")
    run_relay()
    stranger = Customer.objects.exclude(pk=ours.pk).get()
    assert (stranger.name, Order.objects.get().customer) == ("Ktoś Inny", stranger)
    assert list(CustomerEmail.objects.order_by("pk").values_list("customer", "verified")) == [
        (ours.pk, True),
        (stranger.pk, False),
    ]


def test_a_customer_that_is_gone_at_the_shop_stays_here(firm: Firm) -> None:
    remote = shop_sets(firm, **ALA)
    told("customers/create")
    run_relay()
    other = f"{remote.rpartition('/')[0]}/1"
    Binding.objects.filter(kind="customer").update(remote_id=other)
    pulling.pull(firm.account, kind="customer", remote_id=other)
    assert Binding.objects.get(kind="customer").gone
    assert Customer.objects.count() == 1
