"""Companies and their parts for tests."""

from datetime import UTC, datetime

import factory

from erp.foundation.organisation.models import Branch, ChannelKind, Company, SalesChannel, Valuation


class CompanyFactory(factory.django.DjangoModelFactory[Company]):
    """A Polish company with books in złoty, valued by moving average."""

    class Meta:
        model = Company

    name = factory.Sequence(lambda n: f"Lipa {n}")
    legal_name = factory.LazyAttribute(lambda company: f"{company.name} sp. z o.o.")
    country = "PL"
    currency = "PLN"
    time_zone = "Europe/Warsaw"
    language = "pl"
    valuation = Valuation.MOVING_AVERAGE
    created_at = datetime(2026, 1, 2, 9, 0, tzinfo=UTC)


class BranchFactory(factory.django.DjangoModelFactory[Branch]):
    """A branch of a company of its own, unless one is given."""

    class Meta:
        model = Branch

    company = factory.SubFactory(CompanyFactory)
    code = factory.Sequence(lambda n: f"B{n}")
    name = factory.LazyAttribute(lambda branch: f"Oddział {branch.code}")


class SalesChannelFactory(factory.django.DjangoModelFactory[SalesChannel]):
    """A sales channel of a company of its own, unless one is given."""

    class Meta:
        model = SalesChannel

    company = factory.SubFactory(CompanyFactory)
    code = factory.Sequence(lambda n: f"CH{n}")
    name = factory.LazyAttribute(lambda channel: f"Sklep {channel.code}")
    kind = ChannelKind.WEB_SHOP
