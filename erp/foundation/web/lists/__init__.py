"""Lists: pages of rows that stay quick at a million of them."""

from erp.foundation.web.lists.bulk import BulkAction, Outcome, Preview
from erp.foundation.web.lists.columns import Column, pill, show
from erp.foundation.web.lists.filters import Choice, DateRange, Flag, Hidden, NumberRange
from erp.foundation.web.lists.page import ListPage
from erp.foundation.web.lists.view import Empty, Link, View

__all__ = [
    "BulkAction",
    "Choice",
    "Column",
    "DateRange",
    "Empty",
    "Flag",
    "Hidden",
    "Link",
    "ListPage",
    "NumberRange",
    "Outcome",
    "Preview",
    "View",
    "pill",
    "show",
]
