"""What a day brought, as the books say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, Sum
from django.db.models.functions import Coalesce

from erp.finance.models import AccountKind, AccountMapping, EntryLine, Role

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class DayResult:
    """Income without VAT and the cost of the goods sold, in the books' currency."""

    sales: Decimal = ZERO
    cost: Decimal = ZERO

    @property
    def margin(self) -> Decimal:
        return self.sales - self.cost


def results_of(company_id: int, days: Iterable[date]) -> dict[date, DayResult]:
    """The results of these days, by day; days without entries are there too."""
    wanted = list(days)
    cost_account = AccountMapping.objects.filter(company_id=company_id, role=Role.COST_OF_GOODS).values("account_id")
    rows = (
        EntryLine.objects.filter(entry__company_id=company_id, entry__on__in=wanted)
        .values("entry__on")
        .annotate(
            sales=Coalesce(Sum(F("credit") - F("debit"), filter=Q(account__kind=AccountKind.INCOME)), ZERO),
            cost=Coalesce(Sum(F("debit") - F("credit"), filter=Q(account_id__in=cost_account)), ZERO),
        )
    )
    found = {row["entry__on"]: DayResult(row["sales"], row["cost"]) for row in rows}
    return {day: found.get(day, DayResult()) for day in wanted}
