"""Carrier accounts and delivery methods for tests."""

import factory

from erp.carriers.models import CarrierAccount, DeliveryMethod, MethodKind
from tests.factories.organisation import CompanyFactory


class CarrierAccountFactory(factory.django.DjangoModelFactory[CarrierAccount]):
    """An account at the sandbox carrier; its address is the test's own."""

    class Meta:
        model = CarrierAccount

    company = factory.SubFactory(CompanyFactory)
    carrier = "sandbox"
    name = factory.Sequence(lambda n: f"Kurier {n}")
    settings = factory.Dict({"url": "http://127.0.0.1:9"})
    token = "sandbox-token"


class DeliveryMethodFactory(factory.django.DjangoModelFactory[DeliveryMethod]):
    """A courier to the door for 15 zł."""

    class Meta:
        model = DeliveryMethod

    account = factory.SubFactory(CarrierAccountFactory)
    company = factory.SelfAttribute("account.company")
    code = factory.Sequence(lambda n: f"kurier{n}")
    name_pl = "Kurier"
    name_en = "Courier"
    kind = MethodKind.COURIER
    service = "courier"
    price = 15
    currency = "PLN"
