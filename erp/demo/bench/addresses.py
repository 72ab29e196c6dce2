"""The pages that are measured, and addresses of each in a company: drawn by lot, the same for the same seed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from urllib.parse import quote, urlencode

from django.db.models import Model, QuerySet
from django.urls import reverse

from erp.catalog.models import Variant
from erp.foundation.organisation.models import Company
from erp.foundation.web.lists import paging
from erp.inventory.portal.stock import StockList
from erp.orders.models import Order
from erp.orders.portal.lists import OrderList
from erp.orders.states import OrderStatus

LIST, ORDER, STOCK, SEARCH = "order list", "order page", "stock list", "search"
_KNOWN = 500  # rows of each kind that addresses are drawn from
_NOWHERE = "nothing-is-called-so"
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Page:
    """A way in which a page is asked for; ``draw`` gives an address. ``page`` is the page that it belongs to."""

    page: str
    way: str
    draw: Callable[[], str]

    @property
    def name(self) -> str:
        return f"{self.page}, {self.way}"


class Pages:
    """All pages of one company."""

    def __init__(self, company: Company, *, seed: int = 1) -> None:
        self.company, self._dice = company, random.Random(seed)

    def all(self) -> list[Page]:
        """In the order in which they are measured."""
        return [*self._order_list(), *self._order_page(), *self._stock_list(), *self._search()]

    def _order_list(self) -> list[Page]:
        address = reverse("orders:list")
        return [
            Page(LIST, "newest", lambda: address),
            *(Page(LIST, f"view {n}", _fixed(address, view.query)) for n, view in enumerate(OrderList.views, 1)),
            Page(LIST, "oldest first", lambda: f"{address}?sort=placed"),
            Page(LIST, "deep", lambda: f"{address}?{urlencode({'after': self._somewhere()})}"),
            Page(LIST, "number typed", lambda: f"{address}?q={quote(self._order().number)}"),
            Page(LIST, "e-mail typed", lambda: f"{address}?q={quote(self._order().email)}"),
            Page(LIST, "nothing found", lambda: f"{address}?q={_NOWHERE}"),
        ]

    def _order_page(self) -> list[Page]:
        return [
            Page(ORDER, "completed", lambda: reverse("orders:order", args=[self._pick(self._completed).pk])),
            Page(ORDER, "reserved", lambda: reverse("orders:order", args=[self._pick(self._confirmed).pk])),
        ]

    def _stock_list(self) -> list[Page]:
        address = reverse("inventory:stock")
        return [
            Page(STOCK, "by SKU", lambda: address),
            *(Page(STOCK, f"view {n}", _fixed(address, view.query)) for n, view in enumerate(StockList.views, 1)),
            Page(STOCK, "most on hand", lambda: f"{address}?sort=-on_hand"),
            Page(STOCK, "least free", lambda: f"{address}?sort=free"),
            Page(STOCK, "SKU typed", lambda: f"{address}?q={quote(self._pick(self._variants).sku)}"),
            Page(STOCK, "title typed", lambda: f"{address}?q=thing"),
        ]

    def _search(self) -> list[Page]:
        page, palette = reverse("web:search"), reverse("web:palette")
        return [
            Page(SEARCH, "number", lambda: f"{page}?q={quote(self._order().number)}"),
            Page(SEARCH, "beginning of a number", lambda: f"{page}?q=s-"),
            Page(SEARCH, "name", lambda: f"{page}?q={quote(self._order().customer.name)}"),
            Page(SEARCH, "part of many names", lambda: f"{page}?q=buyer"),
            Page(SEARCH, "SKU", lambda: f"{page}?q={quote(self._pick(self._variants).sku)}"),
            Page(SEARCH, "nothing found", lambda: f"{page}?q={_NOWHERE}"),
            Page(SEARCH, "palette", lambda: f"{palette}?q={quote(self._order().number)}"),
        ]

    def _order(self) -> Order:
        return self._pick(self._completed)

    def _somewhere(self) -> str:
        """The cursor of a page anywhere in the list."""
        before = Order.objects.filter(company=self.company, placed_at__lte=self._order().placed_at)
        return paging.read_page(before, paging.Order("placed_at", descending=True), size=1).after

    @cached_property
    def _completed(self) -> Sequence[Order]:
        return self._some(self._orders(OrderStatus.COMPLETED))

    @cached_property
    def _confirmed(self) -> Sequence[Order]:
        return self._some(self._orders(OrderStatus.CONFIRMED))

    @cached_property
    def _variants(self) -> Sequence[Variant]:
        return self._some(Variant.objects.filter(company=self.company))

    def _orders(self, status: OrderStatus) -> "QuerySet[Order]":
        return Order.objects.filter(company=self.company, status=status).select_related("customer")

    def _some(self, rows: "QuerySet[M]") -> Sequence[M]:
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        chosen = self._dice.sample(keys, min(_KNOWN, len(keys)))
        return list(rows.filter(pk__in=chosen).order_by("pk"))

    def _pick(self, rows: Sequence[M]) -> M:
        return self._dice.choice(rows)


def _fixed(address: str, query: str) -> Callable[[], str]:
    return lambda: f"{address}?{query}"
