"""
``prepare``: so many orders of the last two years, loaded by COPY with all that belongs to them.

They are one company's, and the program's own audits of stock and of the books pass on them. A load that was cut off
goes on where it was.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.db import connection, transaction

from erp.demo.bench import ground
from erp.demo.bench.results import Bar, Result
from erp.demo.bench.volume_rows import (
    COLUMNS,
    COST,
    ORDERS_PER_CUSTOMER,
    Keys,
    Line,
    Rows,
    Sale,
    Setting,
    add_customer,
    add_sale,
)
from erp.finance import queries as finance_read
from erp.finance import services as finance
from erp.fiscal.models import NumberCounter, NumberSeries
from erp.foundation import clock, history
from erp.foundation.actor import SYSTEM
from erp.foundation.events.relay import Relay
from erp.inventory import queries as inventory
from erp.inventory.models import LocationKind
from erp.orders.models import Order

COMPANY, SKUS = "Bench volume", 10_000
AT_ONCE = 2000  # orders a transaction: open writes hold back who follows the log
BETWEEN = timedelta(minutes=5)  # the first order is the newest, so 200,000 go back for almost two years
_KEYED = ("crm_customer", "orders_order", "orders_orderline", "orders_ordercharge", "payments_tender") + (
    "shipping_shipment",
    "finance_invoice",
    "finance_entry",
)
_RESERVE = """
SELECT min(id), max(id)
FROM (SELECT nextval(pg_get_serial_sequence(%s, 'id')) AS id FROM generate_series(1, %s)) AS k
"""
_LEAVE = """
UPDATE inventory_stocklevel l SET on_hand = l.on_hand - x.gone, reserved = l.reserved + x.held
FROM unnest(%s::bigint[], %s::numeric[], %s::numeric[]) AS x (variant, gone, held)
WHERE l.variant_id = x.variant AND l.location_id = %s
"""
_WORTH = """
UPDATE inventory_variantcost c SET quantity = c.quantity - x.gone, value = c.value - x.gone * %s
FROM unnest(%s::bigint[], %s::numeric[]) AS x (variant, gone) WHERE c.variant_id = x.variant
"""


class KeysTaken(Exception):
    """Somebody else took keys at the same moment, so they are not in a row; nothing was written."""


def prepare(orders: int, *, say: Callable[[str], None] = print, skus: int = SKUS, company: str = COMPANY) -> Result:
    """Load what is missing of so many orders, then let the audits look at all of it."""
    started = time.monotonic()
    base = ground.prepare(company, clock.now(), skus=skus)
    drain()
    setting = _setting(base)
    have = Order.objects.filter(company=base.firm.company).count()
    by_year = _billed(setting)
    for first in range(have + 1, orders + 1, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, orders + 1))
        _load(setting, numbers, by_year)
        if first // AT_ONCE % 10 == 0:
            say(f"{numbers[-1]} of {orders} orders loaded")
    took = time.monotonic() - started
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return _audited(base, orders, max(orders - have, 0), took)


def drain() -> int:
    """Run every delivery that is due in this database, here."""
    relay = Relay(network_threads=1)
    count = 0
    while done := relay.run_once():
        count += done
    return count


def _audited(base: ground.Ground, orders: int, loaded: int, took: float) -> Result:
    company = base.firm.company
    run = finance.run_audit(company=company, actor=SYSTEM, at=clock.now())
    faults = {finding.name: finding.count for finding in run.findings.all() if finding.count}
    return Result(
        "prepare",
        bars=[
            Bar("faults found by the audit of stock", len(inventory.audit(company)), 0, at_least=False),
            Bar("faults found by the audit of the books", sum(faults.values()), 0, at_least=False),
        ],
        facts={
            "orders": orders,
            "loaded_now": loaded,
            "seconds": round(took, 1),
            "orders_per_second": round(loaded / took) if loaded else 0,
            "checks_with_faults": faults,
        },
    )


def _setting(base: ground.Ground) -> Setting:
    company = base.firm.company
    (place,) = inventory.virtual_places(company.pk, [LocationKind.CUSTOMER])
    accounts = {role: account.pk for role, account in finance_read.accounts_by_role(company.pk).items()}
    series = NumberSeries.objects.get(company=company, kind="invoice")
    return Setting(base.firm, list(base.variants.items()), place, accounts, series.pk, base.source)


def _billed(setting: Setting) -> Counter[int]:
    """How many invoices each year has already."""
    counters = NumberCounter.objects.filter(series=setting.invoice_series)
    return Counter({int(counter.period): counter.last for counter in counters if counter.period})


def _load(setting: Setting, numbers: range, by_year: Counter[int]) -> None:
    """One transaction of orders."""
    founded = setting.firm.company.created_at.astimezone(UTC).replace(microsecond=0)
    counts = {number: number % 3 + 1 for number in numbers}
    with transaction.atomic():
        history.attach()
        keys = _set_aside(len(numbers), sum(counts.values()))
        rows = Rows()
        customers = _customers(rows, keys, setting, numbers, founded - BETWEEN * numbers[-1])
        for number in numbers:
            at = founded - BETWEEN * number
            lines = [_line(setting, keys.take("orders_orderline"), number, place) for place in range(counts[number])]
            billed = (at + timedelta(hours=4)).year
            sale = Sale(
                keys.take("orders_order"),
                number,
                at,
                customers[number // ORDERS_PER_CUSTOMER],
                lines,
                by_year[billed] + 1,
            )
            by_year[billed] += not sale.is_open
            add_sale(rows, keys, setting, sale)
        _write(rows)
        _follow_stock(setting, rows)
        for year, last in by_year.items():
            NumberCounter.objects.update_or_create(
                series_id=setting.invoice_series, period=str(year), defaults={"last": last}
            )


def _line(setting: Setting, key: int, number: int, place: int) -> Line:
    position = (number * 7 + place * 3331) % len(setting.variants)
    sku, variant = setting.variants[position]
    return Line(key, sku, variant, Decimal(number % 3 + 1), Decimal("6.50") + position % 40)


def _customers(rows: Rows, keys: Keys, setting: Setting, numbers: range, at: datetime) -> dict[int, int]:
    """The buyers of these orders by their number: new ones, and those of the batch before."""
    wanted = sorted({number // ORDERS_PER_CUSTOMER for number in numbers})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT remote_id, customer_id FROM crm_customeridentity WHERE source = %s AND remote_id = ANY(%s)",
            [setting.source, [f"v{number}" for number in wanted]],
        )
        known = {int(remote[1:]): customer for remote, customer in cursor.fetchall()}
    for number in wanted:
        if number not in known:
            known[number] = keys.take("crm_customer")
            add_customer(rows, setting, known[number], number, at)
    return known


def _set_aside(orders: int, lines: int) -> Keys:
    wanted = dict.fromkeys(_KEYED, orders) | {"orders_orderline": lines, "finance_entry": orders * 3}
    first: dict[str, int] = {}
    with connection.cursor() as cursor:
        for table, count in wanted.items():
            cursor.execute(_RESERVE, [table, count])
            low, high = cursor.fetchone()
            if high - low + 1 != count:
                raise KeysTaken(table)
            first[table] = low
    return Keys(first)


def _write(rows: Rows) -> None:
    """Each table by COPY, those first to which others point."""
    with connection.cursor() as cursor:
        for table, names in COLUMNS.items():
            columns = ", ".join(f'"{name}"' for name in names.split())
            with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                for row in rows.by_table[table]:
                    copy.write_row(row)


def _follow_stock(setting: Setting, rows: Rows) -> None:
    """Levels and values are what the moves and reservations say."""
    variants = sorted(rows.left.keys() | rows.reserved.keys())
    gone = _of(rows.left, variants)
    with connection.cursor() as cursor:
        cursor.execute(_LEAVE, [variants, gone, _of(rows.reserved, variants), setting.firm.warehouse.pk])
        cursor.execute(_WORTH, [COST, variants, gone])


def _of(numbers: dict[int, Decimal], variants: Iterable[int]) -> list[Decimal]:
    return [numbers.get(variant, Decimal(0)) for variant in variants]
