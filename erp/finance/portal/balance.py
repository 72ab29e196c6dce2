"""The trial balance and the chart of accounts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from erp.finance import queries
from erp.finance.models import Account, AccountKind
from erp.finance.portal import shown
from erp.foundation.accounts.scoping import visible
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.web.formats import money_html
from erp.foundation.web.lists import Choice, Column, Empty, ListPage
from erp.foundation.web.views import StaffView


class TrialBalance(StaffView):
    """Every account with its turnover and balance up to a day; each figure opens the lines it is made of."""

    permission = "finance.view"
    template_name = "finance/staff/balance.html"

    def get(self, request: Any) -> HttpResponse:
        companies = list(_companies(self.actor))
        company = shown.chosen_company(companies, request)
        until = _day(request.GET.get("until"))
        context = {
            "report": _report(company, until),
            "companies": companies if len(companies) > 1 else [],
            "company": company,
            "until": until,
        }
        return self.render(self.template_name, context)


class AccountList(ListPage):
    """The chart of accounts, with the parts that accounts play in postings."""

    permission = "finance.view"
    name = "finance.accounts"
    title = gettext_lazy("Chart of accounts")
    sort = "code"
    columns = (
        Column("code", gettext_lazy("Number"), "code", sort="code", main=True, url=lambda a: _lines_url(a, None)),
        Column("name", gettext_lazy("Name")),
        Column("kind", gettext_lazy("Kind"), value=lambda a: a.get_kind_display()),
        Column(
            "parts", gettext_lazy("Used for"), value=lambda a: ", ".join(str(m.get_role_display()) for m in a.parts)
        ),
        Column("company", gettext_lazy("Company"), value="company.name", shown=False),
    )
    filters = (Choice("kind", gettext_lazy("Kind"), AccountKind.choices),)
    search_hint = gettext_lazy("Number or name")
    search_fields = ("code__startswith", "name_pl__icontains", "name_en__icontains")
    empty = Empty(
        gettext_lazy("No accounts yet"),
        gettext_lazy("A company gets the chart of its country when its books are set up."),
        "list-details",
    )

    def rows(self) -> "QuerySet[Any]":
        rows = Account.objects.visible_to(self.actor).select_related("company")
        return shown.in_company(self.request, queries.with_parts(rows))  # type: ignore[no-any-return]  # any rows

    def row_url(self, row: Account) -> str:
        return _lines_url(row, None)

    def row_label(self, row: Account) -> str:
        return str(row)


def _companies(actor: Any) -> "QuerySet[Company]":
    """Companies whose books the reader may see."""
    return visible(Company.objects.all(), actor, permission="finance.view").order_by("name", "pk")


def _report(company: Company, until: date | None) -> dict[str, Any]:
    balances = [row for row in queries.trial_balance(company.pk, until=until) if row.debit or row.credit]
    rows = [
        {
            "label": f"{row.account.code} {row.account.name}",
            "url": _lines_url(row.account, until),
            "cells": [
                _cell(company, row.debit, _lines_url(row.account, until, debit_min="0.01")),
                _cell(company, row.credit, _lines_url(row.account, until, credit_min="0.01")),
                _cell(company, max(row.balance, Decimal(0)), ""),
                _cell(company, max(-row.balance, Decimal(0)), ""),
            ],
        }
        for row in balances
    ]
    sums: Sequence[Decimal] = (
        sum((row.debit for row in balances), Decimal(0)),
        sum((row.credit for row in balances), Decimal(0)),
        sum((max(row.balance, Decimal(0)) for row in balances), Decimal(0)),
        sum((max(-row.balance, Decimal(0)) for row in balances), Decimal(0)),
    )
    return {
        "title": _("Trial balance"),
        "heads": [_("Account"), _("Debit"), _("Credit"), _("Balance debit"), _("Balance credit")],
        "rows": rows,
        "totals": [_cell(company, amount, "") for amount in sums],
    }


def _cell(company: Company, amount: Decimal, url: str) -> dict[str, Any]:
    return {"shown": money_html(Money(amount, company.currency)) if amount else "", "url": url if amount else ""}


def _lines_url(account: Account, until: date | None, **narrower: str) -> str:
    query = {"account": str(account.pk), **({"on_to": until.isoformat()} if until else {}), **narrower}
    return f"{reverse('finance:lines')}?{urlencode(query)}"


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
