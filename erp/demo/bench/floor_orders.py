"""
The floor of taking orders: SQL written by hand that writes the same rows through psycopg, and asks nothing.

No order is looked up, no customer recognised, no stock checked, no total computed; a statement a table, whether for one
order or five hundred. ``orders`` proves by the tables' own counters that both write the same number of rows.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg.types.json import Jsonb

from erp.crm.events import CustomerCreated
from erp.demo.bench.ground import Ground
from erp.foundation.events.facts import Fact
from erp.foundation.events.registry import handlers_of
from erp.inventory.events import AvailabilityChanged
from erp.orders.drafts import LineDraft, OrderDraft
from erp.orders.events import OrderPlaced, OrderReady

Connection = psycopg.Connection[Any]

_TELL = "SELECT set_config('pghistory.context_metadata', %s, true)"
_CUSTOMERS = """
INSERT INTO crm_customer (company_id, kind, status, name, tax_id, language, phone, created_at)
SELECT %s, 'person', 'known', name, '', 'en', '', %s FROM unnest(%s::text[]) AS name RETURNING id
"""
_IDENTITIES = """
INSERT INTO crm_customeridentity (company_id, customer_id, source, remote_id)
SELECT %s, c, %s, r FROM unnest(%s::bigint[], %s::text[]) AS x (c, r)
"""
_EMAILS = """
INSERT INTO crm_customeremail (company_id, customer_id, address, verified, relay)
SELECT %s, c, a, false, false FROM unnest(%s::bigint[], %s::text[]) AS x (c, a)
"""
_ORDERS = """
INSERT INTO orders_order (company_id, sales_channel_id, customer_id, number, source, source_ref, source_number,
    source_digest, status, holds, hold_note, payment_status, payment_terms, short, placed_at, created_at, ready_at,
    cancel_reason, parcels_sent, parcels_arrived, currency, prices_include_tax, lines_total, discount_total,
    shipping_total, duty_total, tip_total, fee_total, rounding_total, tax_total, total, identity_difference,
    buyer_currency, language, email, phone, delivery_method, pickup_point, note, locations)
SELECT %s, %s, c, 'B-' || r, %s, r, '', repeat('0', 64), 'confirmed', '{}', '', 'unpaid', 'on_account', false, p, %s,
    %s, '', 0, 0, %s, false, t, 0, 0, 0, 0, 0, 0, 0, t, 0, '', 'en', e, '', '', '', '', %s::jsonb
FROM unnest(%s::bigint[], %s::text[], %s::timestamptz[], %s::numeric[], %s::text[]) AS x (c, r, p, t, e)
RETURNING id
"""
_LINES = """
INSERT INTO orders_orderline (order_id, position, source_line_ref, variant_id, sku, title, requires_shipping,
    gift_card, quantity, unit_price, discount, tax, total, reserved, picked, shipped, invoiced, cancelled, to_cancel,
    returned, refunded)
SELECT o, p, r, v, s, n, true, false, q, u, 0, 0, q * u, q, 0, 0, 0, 0, 0, 0, 0
FROM unnest(%s::bigint[], %s::int[], %s::text[], %s::bigint[], %s::text[], %s::text[], %s::numeric[], %s::numeric[])
    AS x (o, p, r, v, s, n, q, u)
RETURNING id
"""
_LEVELS = """
UPDATE inventory_stocklevel l SET reserved = l.reserved + x.q
FROM (SELECT v, sum(q) AS q FROM unnest(%s::bigint[], %s::numeric[]) AS w (v, q) GROUP BY v) AS x
WHERE l.variant_id = x.v AND l.location_id = %s
"""
_RESERVATIONS = """
INSERT INTO inventory_reservation (company_id, owner_kind, owner_key, line_key, variant_id, location_id, quantity,
    per_unit, locations, created_at)
SELECT %s, 'orders.order', o, l, v, %s, q, 1, %s, %s
FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::numeric[]) AS x (o, l, v, q)
"""
_ADDRESSES = """
INSERT INTO orders_orderaddress (order_id, kind, name, firm, street, street2, city, postcode, region, country, phone)
SELECT o, 'shipping', n, '', s, '', c, p, '', k, ''
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::text[], %s::text[]) AS x (o, n, s, c, p, k)
"""
_EVENTS = """
INSERT INTO events_event (id, name, data, actor_kind, actor_key, request_id, at, xid)
SELECT i, n, d, %s, %s, '', %s, pg_current_xact_id()::text::bigint
FROM unnest(%s::uuid[], %s::text[], %s::jsonb[]) AS x (i, n, d)
"""
_SUBJECTS = """
INSERT INTO events_eventsubject (event_id, kind, key)
SELECT * FROM unnest(%s::uuid[], %s::text[], %s::text[])
"""
_DELIVERIES = """
INSERT INTO events_delivery (event_id, handler, key, state, attempts, next_at, error)
SELECT e, h, k, 'waiting', 0, now(), '' FROM unnest(%s::uuid[], %s::text[], %s::text[]) AS x (e, h, k)
"""

Told = tuple[UUID, Fact, Sequence[tuple[str, str]]]


def write_orders(connection: Connection, ground: Ground, drafts: Sequence[OrderDraft], at: datetime) -> None:
    """Write so many orders in one transaction, with all that belongs to them."""
    company, place = ground.firm.company.pk, ground.firm.warehouse.pk
    lines = [(number, position, line) for number, d in enumerate(drafts) for position, line in enumerate(d.lines, 1)]
    variants = [line.variant_id for _number, _position, line in lines]
    quantities = [line.quantity for _number, _position, line in lines]
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_TELL, [f'{{"actor": "{ground.actor}"}}'])
        cursor.execute(_CUSTOMERS, [company, at, [draft.contact.name for draft in drafts]])
        customers = _keys(cursor)
        cursor.execute(_IDENTITIES, [company, ground.source, customers, [d.contact.remote_id for d in drafts]])
        cursor.execute(_EMAILS, [company, customers, [draft.contact.email for draft in drafts]])
        orders = _orders(cursor, ground, drafts, customers, at)
        cursor.execute(_LINES, _columns([_line(orders[number], position, line) for number, position, line in lines]))
        keys = _keys(cursor)
        cursor.execute(_LEVELS, [variants, quantities, place])
        owners = [str(orders[number]) for number, _position, _line in lines]
        held = [owners, [str(key) for key in keys], variants, quantities]
        cursor.execute(_RESERVATIONS, [company, place, [place], at, *held])
        cursor.execute(_ADDRESSES, _columns([_address(key, draft) for key, draft in zip(orders, drafts, strict=True)]))
        told = _facts(company, customers, sorted({variant for variant in variants if variant}), orders)
        _tell(cursor, ground, told, at)


def _orders(
    cursor: psycopg.Cursor[Any], ground: Ground, drafts: Sequence[OrderDraft], customers: list[int], at: datetime
) -> list[int]:
    columns = _columns(
        [
            (customer, draft.source_ref, draft.placed_at, draft.total.amount, draft.contact.email)
            for customer, draft in zip(customers, drafts, strict=True)
        ]
    )
    firm = ground.firm
    head = [firm.company.pk, firm.shop.pk, ground.source, at, at, firm.company.currency, f"[{firm.warehouse.pk}]"]
    cursor.execute(_ORDERS, [*head, *columns])
    return _keys(cursor)


def _line(order: int, position: int, line: LineDraft) -> tuple[Any, ...]:
    price = line.unit_price.amount
    return (order, position, line.source_line_ref, line.variant_id, line.sku, line.title, line.quantity, price)


def _address(order: int, draft: OrderDraft) -> tuple[Any, ...]:
    address = draft.shipping_address
    assert address is not None
    return (order, address.name, address.street, address.city, address.postcode, address.country)


def _facts(company: int, customers: list[int], variants: list[int], orders: list[int]) -> list[Told]:
    told: list[Told] = [(uuid4(), CustomerCreated(customer_id=key), [("crm.customer", str(key))]) for key in customers]
    told += [(uuid4(), AvailabilityChanged(variant_id=key, company_id=company), []) for key in variants]
    for order, customer in zip(orders, customers, strict=True):
        both = [("orders.order", str(order)), ("crm.customer", str(customer))]
        told.append((uuid4(), OrderPlaced(order_id=order), both))
        told.append((uuid4(), OrderReady(order_id=order), both[:1]))
    return told


def _tell(cursor: psycopg.Cursor[Any], ground: Ground, told: list[Told], at: datetime) -> None:
    """The handlers are those that the program has, so that the floor owes as many deliveries as it does."""
    events = [(event, fact.fact_name, Jsonb(fact.to_json())) for event, fact, _subjects in told]
    cursor.execute(_EVENTS, [ground.actor.kind, ground.actor.key, at, *_columns(events)])
    cursor.execute(_SUBJECTS, _columns([(event, *subject) for event, _fact, subjects in told for subject in subjects]))
    deliveries = [
        (event, handler.name, handler.key_of(fact))
        for event, fact, _subjects in told
        for handler in handlers_of(type(fact))
    ]
    cursor.execute(_DELIVERIES, _columns(deliveries))


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _keys(cursor: psycopg.Cursor[Any]) -> list[int]:
    return [key for (key,) in cursor.fetchall()]
