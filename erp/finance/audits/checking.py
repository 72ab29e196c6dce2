"""What a check is: one statement that returns its faults, so that it sees one moment."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection
from django.utils.functional import Promise

from erp.foundation.organisation.models import Company

Row = Mapping[str, str]
SINCE = "since"

# Deliveries that will still be made; a parked one waits for a person, so what it left undone is a fault.
IN_FLIGHT = """
    SELECT d.handler, e.data, e.at AS since FROM events_delivery d JOIN events_event e ON e.id = d.event_id
    WHERE d.state IN ('waiting', 'running') AND d.handler LIKE 'finance.%%'
"""
# What stands in the queue of exceptions with its cause: known, and waiting for a person or a rate.
IN_QUEUE = """
    SELECT about_kind, about_key, raised_at AS since FROM workqueue_workitem
    WHERE state = 'open' AND kind IN ('finance.total_unproved', 'finance.no_exchange_rate')
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Faults, and what is only on its way: posted or decided soon, and right then."""

    faults: Sequence[Row] = ()
    waiting: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A named question to the books of a company; an answer without faults is a clean bill."""

    name: str
    label: str | Promise
    find: Callable[[Company], Found]


def asked(name: str, label: str | Promise, statement: str) -> Check:
    """
    A check made by one statement, whose rows are faults.

    ``%(company)s`` stands for the company. A row whose column ``since`` is filled is on its way since then.
    """

    def find(company: Company) -> Found:
        with connection.cursor() as cursor:
            cursor.execute(statement, {"company": company.pk})
            names = [column.name for column in cursor.description or ()]
            return sort_out(dict(zip(names, row, strict=True)) for row in cursor.fetchall())

    return Check(name, label, find)


def sort_out(rows: Iterable[Mapping[str, Any]]) -> Found:
    """Faults and what is on its way, as texts."""
    found = Found([], [])
    faults: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        texts = {name: text for name, value in row.items() if (text := plain(value))}
        (waiting if row.get(SINCE) is not None else faults).append(texts)
    return Found(faults, waiting) if faults or waiting else found


def plain(value: object) -> str:
    """A value as a person reads it; nothing for what is empty."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value)
