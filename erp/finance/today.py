"""The card of the start page that says how the day goes, against the same weekday a week ago."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from erp.finance.queries.results import DayResult, results_of
from erp.foundation import clock
from erp.foundation.accounts import scoping
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.orders.models import Order
from erp.orders.states import OrderStatus

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LATE = Q(status__in=(OrderStatus.CONFIRMED, OrderStatus.PART_SHIPPED), ready_at__isnull=False)
"""Orders that could leave; late are those placed before today."""


def how_it_goes(actor: Actor) -> Mapping[str, Any] | None:
    """Sales, margin, orders and late orders of each company whose books the actor may see."""
    at = clock.now()
    companies = list(scoping.visible(Company.objects.all(), actor, permission="finance.view").order_by("name", "pk"))
    margins = scoping.reads(actor, "margin")
    shown = [_of_company(company, actor, at, margins=margins) for company in companies]
    return {"companies": shown} if shown else None


def _of_company(company: Company, actor: Actor, at: datetime, *, margins: bool) -> dict[str, Any]:
    day = clock.day_in(company.time_zone, at)
    results = results_of(company.pk, (day, day - WEEK))
    today, before = results[day], results[day - WEEK]
    begins = [clock.start_of_day(company.time_zone, each) for each in (day, day - WEEK, day - WEEK + DAY)]
    counts = (
        Order.objects.visible_to(actor)
        .filter(Q(company=company) & (Q(placed_at__gte=begins[1]) | LATE))
        .aggregate(
            today=Count("pk", filter=Q(placed_at__gte=begins[0])),
            before=Count("pk", filter=Q(placed_at__gte=begins[1], placed_at__lt=begins[2])),
            late=Count("pk", filter=LATE & Q(placed_at__lt=begins[0])),
        )
    )
    return {
        "name": company.name,
        "sales": Money(today.sales, company.currency),
        "sales_before": Money(before.sales, company.currency),
        "sales_url": _address("finance:invoices", issued_from=day, issued_to=day),
        "margin": _share(today) if margins else None,
        "margin_amount": Money(today.margin, company.currency) if margins else None,
        "orders": counts["today"],
        "orders_before": counts["before"],
        "orders_url": _address("orders:list", placed_from=day, placed_to=day),
        "late": counts["late"],
        "late_url": f"{_address('orders:list', placed_to=day - DAY)}&status=confirmed&status=part_shipped&ready=yes",
    }


def _share(result: DayResult) -> Any:
    return result.margin / result.sales if result.sales > 0 else None


def _address(name: str, **days: date) -> str:
    return f"{reverse(name)}?{urlencode({key: day.isoformat() for key, day in days.items()})}"
