"""Tax classes, rates and number series for tests."""

from datetime import date
from decimal import Decimal

import factory

from erp.fiscal.models import NumberSeries, Period, TaxClass, TaxRate
from tests.factories.organisation import CompanyFactory


class TaxClassFactory(factory.django.DjangoModelFactory[TaxClass]):
    """The standard class; asking twice gives the same one."""

    class Meta:
        model = TaxClass
        django_get_or_create = ("code",)

    code = "standard"
    name_pl = "stawka podstawowa"
    name_en = "standard rate"


class TaxRateFactory(factory.django.DjangoModelFactory[TaxRate]):
    """23 % in Poland from 2011 on."""

    class Meta:
        model = TaxRate

    country = "PL"
    tax_class = factory.SubFactory(TaxClassFactory)
    rate = Decimal(23)
    valid_from = date(2011, 1, 1)


class NumberSeriesFactory(factory.django.DjangoModelFactory[NumberSeries]):
    """Monthly invoice numbers such as FV/2026/03/1."""

    class Meta:
        model = NumberSeries

    company = factory.SubFactory(CompanyFactory)
    kind = "invoice"
    code = "FV"
    pattern = "FV/{year}/{month:02}/{number}"
    period = Period.MONTH
