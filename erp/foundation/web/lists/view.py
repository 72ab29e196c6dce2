"""What the list's templates get: everything worked out, nothing left to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from erp.foundation.web import formats
from erp.foundation.web.lists.columns import Column
from erp.foundation.web.lists.counting import RowCount
from erp.foundation.web.lists.filters import Filter
from erp.foundation.web.lists.paging import Page
from erp.foundation.web.lists.saved import saved_views

if TYPE_CHECKING:
    from erp.foundation.web.lists.page import ListPage

Label = str | Promise


@dataclass(frozen=True, slots=True)
class View:
    """A ready-made view of a list: a tab with a query string (``status=open&sort=due_at``)."""

    label: Label
    query: str


@dataclass(frozen=True, slots=True)
class Link:
    """A button beside the title; the ``primary`` one is filled. ``url_name`` is reversed without arguments."""

    label: Label
    url_name: str
    permission: str
    icon: str = "plus"
    primary: bool = True

    @property
    def url(self) -> str:
        return reverse(self.url_name)


@dataclass(frozen=True, slots=True)
class Empty:
    """
    What stands where the first rows will be: what this is, and the link that makes the first one.

    Without a ``link`` the list's primary one stands there.
    """

    title: Label = ""
    text: Label = ""
    icon: str = "inbox"
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Tab:
    label: Label
    url: str
    here: bool
    shared: bool = False
    view_id: int = 0


@dataclass(frozen=True, slots=True)
class Chip:
    filter: Filter
    value: str
    clear_url: str


@dataclass(frozen=True, slots=True)
class Head:
    column: Column
    url: str
    direction: str  # ascending, descending or ""


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    label: str
    url: str
    cells: Sequence[tuple[str, SafeString]]


def list_context(page: "ListPage", found: Page, count: RowCount, at: datetime) -> dict[str, Any]:
    """The context of ``web/list/list.html``; runs the query of the saved views."""
    query = page.query
    actions = [action for action in page.bulk_actions if page.can(action.permission)]
    return {
        "query": query,
        "views": _tabs(page),
        "chips": [_chip(page, one) for one in page.filters if one.template or one.describe(query.data)],
        "heads": [_head(page, column) for column in query.columns],
        "rows": [_row(page, row, at) for row in found.rows],
        "count": count,
        "count_text": formats.rows_text(count.number, exact=count.exact),
        "before_url": query.url(before=found.before) if found.before else "",
        "after_url": query.url(after=found.after) if found.after else "",
        "here_url": query.url(after=query.after, before=query.before),
        "actions": actions,
        "links": [link for link in page.links if page.can(link.permission)],
        "empty": page.empty,
        "empty_link": _empty_link(page),
    }


def _empty_link(page: "ListPage") -> Link | None:
    """The button of the empty state: the one it names, else the list's own primary one."""
    links = [page.empty.link] if page.empty.link else [link for link in page.links if link.primary]
    return next((link for link in links if page.can(link.permission)), None)


def _tabs(page: "ListPage") -> list[Tab]:
    here = page.query.encoded
    own = page.actor
    tabs = [Tab("", "?", here == "")]
    tabs += [Tab(view.label, f"?{view.query}", here == view.query) for view in page.views]
    for saved in saved_views(page.name, page.actor):
        mine = saved.owner == own
        tabs.append(Tab(saved.name, f"?{saved.query}", here == saved.query, saved.shared, saved.pk if mine else 0))
    return tabs


def _chip(page: "ListPage", one: Filter) -> Chip:
    return Chip(one, one.describe(page.query.data), page.query.url(without=one.parameters))


def _head(page: "ListPage", column: Column) -> Head:
    if not column.sort:
        return Head(column, "", "")
    direction = {column.name: "ascending", f"-{column.name}": "descending"}.get(page.query.sort, "")
    return Head(column, page.query.sort_url(column), direction)


def _row(page: "ListPage", row: Any, at: datetime) -> Row:
    return Row(
        key=str(row.pk),
        label=page.row_label(row),
        url=page.row_url(row),
        cells=[(column.classes, column.cell(row, at)) for column in page.query.columns],
    )
