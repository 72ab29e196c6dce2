"""Columns that an app above adds to a list below it, such as stock to the list of products."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from erp.foundation.actor import Actor
from erp.foundation.web.lists.columns import Column


@dataclass(frozen=True, slots=True)
class ExtraColumns:
    """
    Columns for who holds ``permission``; ``annotate(rows, actor)`` adds what they read.

    As an annotation it costs no query of its own and goes along into the export. The columns have no ``sort``.
    """

    permission: str
    columns: tuple[Column, ...]
    annotate: Callable[["QuerySet[Any]", Actor], "QuerySet[Any]"]


_extra: dict[str, list[ExtraColumns]] = {}


def add_columns(list_name: str, extra: ExtraColumns) -> None:
    """
    Add columns to the list of this name.

    :raises ValueError: when one sorts: only the list itself knows what it has an index for.
    """
    if any(column.sort for column in extra.columns):
        raise ValueError("added columns can't be sorted by")
    _extra.setdefault(list_name, []).append(extra)


def extra_columns(list_name: str) -> list[ExtraColumns]:
    """What was added to a list."""
    return _extra.get(list_name, [])
