"""
Keyset paging: a page begins after the last row of the one before, found by an index, however deep it is.

A cursor is the sort value and the primary key of a row, as text. It is data of the URL, not a secret: what it
names is compared with rows the actor may see anyway.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BooleanField, F, Field, Func, OrderBy, Q, QuerySet, Value
from django.db.models.lookups import GreaterThan, LessThan

SORT = "sort_value"


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are ordered by: a field or annotation, then the primary key, both in the same direction."""

    path: str
    descending: bool = False
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and the cursors of the pages around; "" where there is none."""

    rows: list[Any]
    before: str
    after: str


class _Pair(Func):
    """``ROW(a, b)``: compared as a whole, which an index on (a, b) answers at once."""

    function = "ROW"


def read_page(rows: "QuerySet[Any]", order: Order, *, size: int, after: str = "", before: str = "") -> Page:
    """
    One page in one query.

    A cursor that can't be read means the first page. NULLs come last, whichever the direction.
    """
    rows = rows.annotate(**{SORT: F(order.path)})
    backwards = bool(before) and not after
    place = _decode(before if backwards else after, _field(rows))
    if place is None:
        backwards = False
    else:
        rows = rows.filter(_beyond(order, _field(rows), place, backwards=backwards))
    found = list(rows.order_by(*_ordering(order, backwards=backwards))[: size + 1])
    more = len(found) > size
    found = found[:size]
    if backwards:
        found.reverse()
    has_next = more if not backwards else True
    has_before = (place is not None) if not backwards else more
    return Page(
        rows=found,
        before=_encode(found[0]) if found and has_before else "",
        after=_encode(found[-1]) if found and has_next else "",
    )


def _field(rows: "QuerySet[Any]") -> "Field[Any, Any]":
    field: Field[Any, Any] = rows.query.annotations[SORT].output_field
    return field


def _ordering(order: Order, *, backwards: bool) -> list[OrderBy]:
    descending = order.descending != backwards
    nulls: dict[str, Any] = {}
    if order.nullable:
        nulls = {"nulls_first": True} if backwards else {"nulls_last": True}
    return [OrderBy(F(SORT), descending=descending, **nulls), OrderBy(F("pk"), descending=descending)]


def _beyond(order: Order, field: "Field[Any, Any]", place: tuple[Any, Any], *, backwards: bool) -> Any:
    value, key = place
    descending = order.descending != backwards
    compare: Any = LessThan if descending else GreaterThan
    by_key = Q(**{"pk__lt" if descending else "pk__gt": key})
    if not order.nullable:
        return _pair_beyond(compare, field, value, key)
    null, there = Q(**{f"{SORT}__isnull": True}), Q(**{f"{SORT}__isnull": False})
    if value is None:  # NULLs are at the end: before them stand all that have a value
        return (null & by_key) | there if backwards else null & by_key
    beyond = Q(_pair_beyond(compare, field, value, key))
    return there & beyond if backwards else (there & beyond) | null


def _pair_beyond(compare: Any, field: "Field[Any, Any]", value: Any, key: Any) -> Any:
    row = _Pair(F(SORT), F("pk"), output_field=BooleanField())
    place = _Pair(Value(value, output_field=field), Value(key), output_field=BooleanField())
    return compare(row, place)


def _encode(row: Any) -> str:
    value = getattr(row, SORT)
    text = None if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)
    packed = json.dumps([text, str(row.pk)], ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def _decode(cursor: str, field: "Field[Any, Any]") -> tuple[Any, Any] | None:
    if not cursor:
        return None
    try:
        text, key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        value = None if text is None else field.to_python(text)
        return value, (int(key) if key.lstrip("-").isdigit() else key)
    except (ValueError, TypeError, AttributeError, ValidationError, binascii.Error):
        return None
