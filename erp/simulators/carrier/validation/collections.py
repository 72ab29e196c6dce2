"""The body of `POST /v1/dispatch-orders`."""

import re
from datetime import date, timedelta
from typing import Any, TypedDict

from erp.simulators.carrier.validation.fields import Fields
from erp.simulators.carrier.validation.parties import Address, Contact, read_address, read_phone
from erp.simulators.carrier.validation.shipments import read_reference

DAYS_AHEAD = 14
SHORTEST_WINDOW_MINUTES = 120


class Collection(TypedDict):
    """What the client asked for, normalised."""

    reference: str
    shipment_ids: list[str]
    collect_on: str
    window: dict[str, str]
    contact: Contact
    address: Address
    comment: str | None


def read_collection(raw: Any, *, today: date) -> Collection:
    """
    Check all but the shipments' state.

    :param today: the date in UTC; yesterday is let through, as somewhere it may still be today.
    :raises Problem: validation_failed.
    """
    fields = Fields(raw)
    collection = Collection(
        reference=read_reference(fields),
        shipment_ids=_read_ids(fields),
        collect_on=_read_day(fields, today),
        window=_read_window(fields),
        contact=_read_contact(fields.inner("contact")),
        address=read_address(fields.inner("address"), countries=("PL",)),
        comment=fields.text("comment", longest=100, required=False),
    )
    fields.finish()
    return collection


def _read_ids(fields: Fields) -> list[str]:
    ids = fields.each("shipment_ids", most=500)
    for i, public_id in enumerate(ids):
        if not isinstance(public_id, str):
            fields.note(f"shipment_ids/{i}", "wrong_type", "Expected text")
        elif public_id in ids[:i]:
            fields.note(f"shipment_ids/{i}", "invalid", "This shipment is already in the list")
    return ids


def _read_day(fields: Fields, today: date) -> str:
    text = fields.text("collect_on", longest=10)
    if text is None:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        fields.note("collect_on", "invalid", "Expected a date such as 2026-03-02")
        return ""
    if day < today - timedelta(days=1):
        fields.note("collect_on", "too_small", "This day is past")
    elif day > today + timedelta(days=DAYS_AHEAD):
        fields.note("collect_on", "too_large", f"At most {DAYS_AHEAD} days ahead")
    return day.isoformat()


def _read_window(fields: Fields) -> dict[str, str]:
    window = fields.inner("window") or Fields({})
    times = {name: _read_time(window, name) for name in ("from", "to")}
    window.close()
    if all(times.values()) and _minutes(times["to"]) - _minutes(times["from"]) < SHORTEST_WINDOW_MINUTES:
        window.note("to", "too_small", f"At least {SHORTEST_WINDOW_MINUTES} minutes after the beginning")
    return times


def _read_time(fields: Fields, name: str) -> str:
    text = fields.text(name, longest=5) or ""
    if text and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
        fields.note(name, "invalid", "Expected a time such as 12:00")
        return ""
    return text


def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _read_contact(fields: Fields | None) -> Contact:
    if fields is None:
        fields = Fields({})
    contact = Contact(name=fields.text("name", longest=60) or "", phone=read_phone(fields))
    fields.close()
    return contact
