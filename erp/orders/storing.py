"""Storing new orders: keys first, then the rows, in two statements however many orders there are."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeAlias

from django.db import connection, models

from erp.foundation.db import mark_locked
from erp.orders.models import Order, OrderAddress, OrderCharge, OrderLine

_ALLOT = """
SELECT ARRAY(SELECT nextval('orders_order_id_seq') FROM generate_series(1, %s)),
    ARRAY(SELECT nextval('orders_orderline_id_seq') FROM generate_series(1, %s))
"""

# Field.get_db_prep_save() would look at each value for a long time and return it unchanged.
_AS_IT_IS = frozenset(
    {models.BigAutoField, models.BooleanField, models.CharField, models.DateField, models.DateTimeField}
    | {models.DecimalField, models.ForeignKey, models.IntegerField, models.SmallIntegerField, models.TextField}
    | {models.PositiveIntegerField, models.PositiveSmallIntegerField, models.BigIntegerField}
)
_Field: TypeAlias = "models.Field[Any, Any]"


def allot_keys(orders: int, lines: int) -> tuple[list[int], list[int]]:
    """Primary keys for new orders and lines: the reservation names lines that are stored after it."""
    with connection.cursor() as cursor:
        cursor.execute(_ALLOT, [orders, lines])
        order_keys, line_keys = cursor.fetchone()
    return order_keys, line_keys


def insert_new(orders: Sequence[Order]) -> set[int]:
    """
    Insert those orders that their source has not given us before; the keys of these come back.

    The unique key decides, not a look before: of two that race, the second waits and then inserts nothing.
    """
    text, params = _insert(orders)
    with connection.cursor() as cursor:
        cursor.execute(f"{text} ON CONFLICT (source, source_ref) DO NOTHING RETURNING id", params)
        inserted = {key for (key,) in cursor.fetchall()}
    for order in orders:
        if order.pk in inserted:
            _note_stored([order])
            mark_locked(order)
    return inserted


def insert_parts(lines: Sequence[OrderLine], charges: Sequence[OrderCharge], addresses: Sequence[OrderAddress]) -> None:
    """Insert what belongs to new orders in one round trip; lines bring their allotted keys."""
    texts, params = [], []
    for rows in (lines, charges, addresses):
        if rows:
            text, values = _insert(rows)
            texts.append(text)
            params += values
    if texts:
        with connection.cursor() as cursor:
            cursor.execute(";\n".join(texts), params)
    _note_stored(lines)


def _insert(rows: "Sequence[models.Model]") -> tuple[str, list[Any]]:
    """One INSERT of all rows; a key that no row has yet is left to the database."""
    fields, columns = _columns(type(rows[0]), rows[0].pk is not None)
    row = "(" + ", ".join(["%s"] * len(fields)) + ")"
    values = [
        getattr(one, name) if as_it_is else field.get_db_prep_save(getattr(one, name), connection)
        for one in rows
        for name, as_it_is, field in fields
    ]
    table = rows[0]._meta.db_table
    return f"INSERT INTO {table} ({columns}) VALUES {', '.join([row] * len(rows))}", values  # noqa: S608  # our own names


@cache
def _columns(model: type[models.Model], with_key: bool) -> tuple[tuple[tuple[str, bool, "_Field"], ...], str]:
    """Of each column its attribute, whether psycopg takes that as it is, and the field; and the columns' names."""
    fields = [field for field in model._meta.concrete_fields if with_key or not field.primary_key]
    described = tuple((field.attname, type(field) in _AS_IT_IS, field) for field in fields)
    return described, ", ".join(f'"{field.column}"' for field in fields)


def _note_stored(rows: "Sequence[models.Model]") -> None:
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias
