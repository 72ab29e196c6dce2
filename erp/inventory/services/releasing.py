"""Letting go of what is held for an owner."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.refs import Ref
from erp.inventory import locking
from erp.inventory.allocation import Shelf
from erp.inventory.lines import Held, Released
from erp.inventory.services.filling import fill_from
from erp.inventory.services.telling import free_by_variant, tell_availability

# What is taken off the levels is what the DELETE really removed, so nothing is freed twice, whoever else frees it.
WRITE_RELEASE = """
WITH gone AS (
    DELETE FROM inventory_reservation r
    WHERE r.owner_kind = %(kind)s AND r.owner_key = %(key)s
        AND (%(lines)s::text[] IS NULL OR r.line_key = ANY(%(lines)s::text[]))
        AND (%(expired)s::timestamptz IS NULL OR r.kept_until <= %(expired)s::timestamptz)
    RETURNING r.line_key, r.variant_id, r.location_id, r.quantity, r.company_id
), freed AS (
    UPDATE inventory_stocklevel s SET reserved = s.reserved - t.quantity
    FROM (
        SELECT variant_id, location_id, sum(quantity) AS quantity FROM gone GROUP BY variant_id, location_id
    ) AS t
    WHERE (s.variant_id, s.location_id) = (t.variant_id, t.location_id)
), waived AS (
    DELETE FROM inventory_shortage
    WHERE id IN (
        SELECT w.id FROM inventory_shortage w
        WHERE w.owner_kind = %(kind)s AND w.owner_key = %(key)s
            AND (%(lines)s::text[] IS NULL OR w.line_key = ANY(%(lines)s::text[]))
            AND %(expired)s::timestamptz IS NULL
        ORDER BY w.id FOR UPDATE
    )
    RETURNING line_key, variant_id, NULL::bigint, quantity, company_id
)
SELECT * FROM gone UNION ALL SELECT * FROM waived
"""


@use_case
def release_stock(
    *, owner: Ref, actor: Actor, at: datetime, line_keys: Iterable[str] | None = None, hand_on: bool = True
) -> Released:
    """
    Free what is held for an owner, or for some of its lines, and stop waiting for what they lack.

    Safe to repeat: there is nothing left to free then.

    :param hand_on: give what became free to those who wait for it. False where the caller reserves again in the same
        transaction, as an amended order does: its own stock would be gone otherwise.
    """
    keys = None if line_keys is None else sorted(set(line_keys))
    return _release(owner, keys, expired=None, hand_on=hand_on, actor=actor, at=at)


@use_case
def free_expired(*, owner: Ref, actor: Actor, at: datetime) -> Released:
    """Free those reservations of a cart whose time is over; what was prolonged meanwhile stays. Safe to repeat."""
    return _release(owner, None, expired=at, hand_on=True, actor=actor, at=at)


def _release(
    owner: Ref, keys: list[str] | None, *, expired: datetime | None, hand_on: bool, actor: Actor, at: datetime
) -> Released:
    shelves = locking.lock_owner(owner, keys)
    with connection.cursor() as cursor:
        cursor.execute(WRITE_RELEASE, {"kind": owner.kind, "key": owner.key, "lines": keys, "expired": expired})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    held = [Held(*row[:4]) for row in rows]
    released = Released(
        tuple(one for one in held if one.location_id is not None),
        tuple(one for one in held if one.location_id is None),
    )
    if released.reservations:
        company_id = rows[0][4]
        before = _note(released, shelves)
        if hand_on:
            fill_from(shelves, company_id=company_id, actor=actor, at=at)
        tell_availability(company_id, before, shelves, actor)
    return released


def _note(released: Released, shelves: list[Shelf]) -> dict[int, Decimal]:
    """
    Take what was freed off the shelves; returns what was free of each variant before.

    A shortage may have been filled into one more level between our lock and the release: that level is known only now.
    """
    freed = {(held.variant_id, held.location_id or 0): Decimal(0) for held in released.reservations}
    for held in released.reservations:
        freed[held.variant_id, held.location_id or 0] += held.quantity
    unseen = freed.keys() - {(shelf.variant_id, shelf.location_id) for shelf in shelves}
    for shelf in locking.lock_places(unseen) if unseen else []:
        shelf.reserved += freed[shelf.variant_id, shelf.location_id]
        shelves.append(shelf)
    before = free_by_variant(shelves)
    for shelf in shelves:
        shelf.reserved -= freed.get((shelf.variant_id, shelf.location_id), Decimal(0))
    return before
