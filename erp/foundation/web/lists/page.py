"""The list: rows one may see, narrowed by chips and text, sorted, paged by key, with the whole state in the URL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.utils.functional import Promise
from django.utils.text import slugify

from erp.foundation.web import access
from erp.foundation.web.lists import export, paging
from erp.foundation.web.lists.bulk import BulkAction
from erp.foundation.web.lists.changes import ListChanges
from erp.foundation.web.lists.columns import Column
from erp.foundation.web.lists.counting import EXACT_UP_TO, count_rows
from erp.foundation.web.lists.extra import ExtraColumns, extra_columns
from erp.foundation.web.lists.filters import Filter
from erp.foundation.web.lists.query import ListQuery
from erp.foundation.web.lists.view import Empty, Link, View, list_context
from erp.foundation.web.rendering import render_part
from erp.foundation.web.requests import wants_part

Label = str | Promise


class ListPage(ListChanges):
    """
    A page of rows. Declare what follows and :meth:`rows`; see the README for an example.

    ``name`` is what saved views are kept under; never change it. ``sort`` is a column's name with ``-`` before it
    when descending. ``search_fields`` are lookups that a text is compared by, any of them
    (``number__istartswith``); give each an index. ``live_topic`` refreshes the rows when somebody calls
    ``live.notify`` with it.
    """

    abstract: ClassVar[bool] = True
    name: ClassVar[str]
    title: ClassVar[Label]
    columns: ClassVar[Sequence[Column]]
    sort: ClassVar[str]
    filters: ClassVar[Sequence[Filter]] = ()
    search_fields: ClassVar[Sequence[str]] = ()
    search_hint: ClassVar[Label] = ""
    views: ClassVar[Sequence[View]] = ()
    bulk_actions: ClassVar[Sequence[BulkAction]] = ()
    links: ClassVar[Sequence[Link]] = ()
    empty: ClassVar[Empty] = Empty()
    page_size: ClassVar[int] = 50
    live_topic: ClassVar[str] = ""
    template_name: ClassVar[str] = "web/list/page.html"

    def rows(self) -> "QuerySet[Any]":
        """The rows that ``self.actor`` may see, with what the columns need selected along."""
        raise NotImplementedError

    def search(self, rows: "QuerySet[Any]", text: str) -> "QuerySet[Any]":
        """The rows that fit a text; override for more than ``search_fields`` can say."""
        fits = Q()
        for lookup in self.search_fields:
            fits |= Q(**{lookup: text})
        return rows.filter(fits) if fits else rows

    def row_url(self, row: Any) -> str:
        """Address of a row's page, opened by Enter and by the main column; "" = none."""
        return ""

    def row_label(self, row: Any) -> str:
        """A row's name, for people who can't see the table and for lists of failures."""
        return str(row)

    def load(self) -> None:
        self.query = ListQuery(self.request.GET, self.filters, self.readable_columns(), self.sort)

    def readable_columns(self) -> list[Column]:
        """The columns whose field rule the actor fulfils."""
        reads = access.provider().reads
        columns = [*self.columns, *(column for extra in self.extra() for column in extra.columns)]
        return [column for column in columns if not column.reads or reads(self.actor, column.reads)]

    def extra(self) -> list[ExtraColumns]:
        """What apps above added to this list, as far as the actor may see it."""
        return [extra for extra in extra_columns(self.name) if self.can(extra.permission)]

    def narrowed(self, *, except_for: str = "") -> "QuerySet[Any]":
        """The rows under the filters and the text, leaving out one filter (for its own counts)."""
        rows = self.rows()
        for one in self.filters:
            if one.name != except_for:
                rows = one.narrow(rows, self.query.data)
        rows = self.search(rows, self.query.text) if self.query.text else rows
        for extra in self.extra():
            rows = extra.annotate(rows, self.actor)
        return rows

    def order(self) -> paging.Order:
        """What the rows are sorted by."""
        name, descending = self.query.sort.lstrip("-"), self.query.sort.startswith("-")
        column = next(column for column in self.columns if column.name == name)
        return paging.Order(column.sort, descending, column.nullable)

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if facet := request.GET.get("facet"):
            return self.show_facet(facet)
        if kind := request.GET.get("export"):
            return self.export(kind)
        return self.show()

    def show(self, *, note: str = "") -> HttpResponse:
        """The page, or with htmx the list alone; ``note`` is put before it (toasts)."""
        at: datetime = self.now()
        page = paging.read_page(
            self.narrowed(), self.order(), size=self.page_size, after=self.query.after, before=self.query.before
        )
        context = list_context(self, page, count_rows(self.narrowed()), at) | self.extra_context()
        if not wants_part(self.request):
            return self.render(self.template_name, context)
        response = HttpResponse(render_part(self.request, "web/list/list.html", {"view": self} | context) + note)
        if self.request.method == "GET" and "live" not in self.request.GET:
            here = self.query.url(after=self.query.after, before=self.query.before)
            response["HX-Push-Url"] = self.request.path + here.removesuffix("?")
        return response

    def extra_context(self) -> dict[str, Any]:
        """More for a template of one's own."""
        return {}

    def show_facet(self, name: str) -> HttpResponse:
        """The inside of one chip, with how many rows each choice would leave."""
        one = next((one for one in self.filters if one.name == name and one.template), None)
        if one is None:
            return self.show()
        found = one.facets(self.narrowed(except_for=name))
        counts = dict(found) if found is not None else None
        more = counts is not None and sum(counts.values()) >= EXACT_UP_TO  # of a sample: at least so many
        context = {"filter": one, "query": self.query, "counts": counts, "more": more}
        return HttpResponse(render_part(self.request, one.template, context))

    def export(self, kind: str) -> HttpResponseBase:
        """Exactly this view as a file."""
        order = self.order()
        rows = self.narrowed().order_by(*(f"-{path}" if order.descending else path for path in (order.path, "pk")))
        write = export.export_xlsx if kind == "xlsx" else export.export_csv
        file_name = f"{slugify(str(self.title)) or 'list'}-{self.now():%Y-%m-%d}"
        return write(rows, self.query.columns, file_name)
