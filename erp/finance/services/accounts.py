"""Setting up a company's books: its chart of accounts and its number series."""

from datetime import datetime

from erp.finance.charts import chart_of, usual_chart
from erp.finance.models import Account, AccountMapping, InvoiceKind
from erp.finance.services.numbers import define_usual
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.organisation.models import Company


@use_case
def set_up_accounts(*, company: Company, chart: str | None = None, actor: Actor, at: datetime) -> None:
    """
    Give a company a chart of accounts and the usual number series of invoices and corrections.

    :param chart: ``polish`` or ``international``; None means the usual one of the company's country.

    Accounts, mappings and series that are there already stay. Safe to repeat.
    """
    rows = chart_of(chart or usual_chart(company.country))
    Account.objects.bulk_create(
        [
            Account(company=company, code=row.code, name_pl=row.name_pl, name_en=row.name_en, kind=row.kind)
            for row in rows
        ],
        ignore_conflicts=True,
    )
    accounts = {account.code: account for account in Account.objects.filter(company=company)}
    AccountMapping.objects.bulk_create(
        [AccountMapping(company=company, role=role, account=accounts[row.code]) for row in rows for role in row.roles],
        ignore_conflicts=True,
    )
    for kind in InvoiceKind:
        define_usual(company, kind, actor=actor, at=at)
