"""Examples of tax rates and number series."""

from typing import Any

from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberSeries, TaxRate
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.contract.examples import example_for, example_of
from tests.factories.accounts import AT
from tests.factories.fiscal import TaxRateFactory


@example_of(NumberSeries)
def series(company: Company) -> NumberSeries:
    return fiscal.define_series(
        company=company, kind="invoice", code="main", pattern="FV/{number}", period="none", actor=SYSTEM, at=AT
    )


@example_for("fiscal:tax", "fiscal:withdraw-tax", of_company=False)
def rate(company: Company) -> dict[str, Any]:
    """The law of a country belongs to no company."""
    return {"pk": (TaxRate.objects.first() or TaxRateFactory.create()).pk}
