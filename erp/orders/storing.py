"""Storing new orders: keys first, then the rows, each table in one statement however many orders there are."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from erp.foundation.db import mark_locked
from erp.orders.models import Order, OrderLine

_ALLOT = """
SELECT ARRAY(SELECT nextval('orders_order_id_seq') FROM generate_series(1, %s)),
    ARRAY(SELECT nextval('orders_orderline_id_seq') FROM generate_series(1, %s))
"""


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
    fields, head = _insert_statement()
    row = "(" + ", ".join(["%s"] * len(fields)) + ")"
    params = [field.get_db_prep_save(getattr(o, field.attname), connection) for o in orders for field in fields]
    tail = " ON CONFLICT (source, source_ref) DO NOTHING RETURNING id"
    with connection.cursor() as cursor:
        cursor.execute(head + ", ".join([row] * len(orders)) + tail, params)
        inserted = {key for (key,) in cursor.fetchall()}
    for order in orders:
        if order.pk in inserted:
            order._state.adding, order._state.db = False, connection.alias
            mark_locked(order)
    return inserted


def insert_lines(lines: Sequence[OrderLine]) -> None:
    """Insert lines whose keys are allotted."""
    OrderLine.objects.bulk_create(lines)


@cache
def _insert_statement() -> tuple[tuple["models.Field[Any, Any]", ...], str]:
    fields = tuple(Order._meta.concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    return fields, f"INSERT INTO orders_order ({columns}) VALUES "  # noqa: S608  # columns of our own model
