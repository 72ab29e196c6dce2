"""
The rows of orders that are long done: each with all that belongs to it, so that every audit passes on them.

An order: customer, lines, delivery, payment, shipment, moves of goods, invoice, and the three entries that they post.
Every hundredth is still open: confirmed on account, its goods reserved.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from erp.demo import founding
from erp.finance.models import Role

COST, DELIVERY = Decimal("4.00"), Decimal("3.95")
OPEN_EVERY, ORDERS_PER_CUSTOMER = 100, 4
ZERO = Decimal(0)
_OUTSIDE = "outside"  # the firm is not registered for VAT


@dataclass(frozen=True, slots=True)
class Setting:
    """What all rows of a company share: keys of records and of the accounts by their role."""

    firm: founding.Firm
    variants: list[tuple[str, int]]
    customer_place: int
    accounts: dict[Role, int]
    invoice_series: int
    source: str


@dataclass(slots=True)
class Keys:
    """Primary keys that were set aside for a batch; each is used once."""

    first: dict[str, int]

    def take(self, table: str) -> int:
        key = self.first[table]
        self.first[table] = key + 1
        return key


@dataclass(slots=True)
class Rows:
    """Rows by table, in the order in which they are written, and what they change of stock."""

    by_table: dict[str, list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    left: dict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    reserved: dict[int, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, table: str, *values: Any) -> None:
        self.by_table[table].append(values)


COLUMNS = {
    "crm_customer": "id company_id kind status name tax_id language phone created_at",
    "crm_customeridentity": "company_id customer_id source remote_id",
    "orders_order": "id company_id sales_channel_id customer_id number source source_ref source_number source_digest"
    " status holds hold_note payment_status payment_terms short placed_at created_at ready_at completed_at"
    " cancel_reason parcels_sent parcels_arrived currency prices_include_tax lines_total discount_total"
    " shipping_total duty_total tip_total fee_total rounding_total tax_total total identity_difference"
    " buyer_currency language email phone delivery_method pickup_point note",
    "orders_orderline": "id order_id position source_line_ref variant_id sku title requires_shipping gift_card"
    " quantity unit_price discount tax total reserved picked shipped invoiced cancelled to_cancel returned refunded",
    "orders_ordercharge": "id order_id kind title amount discount tax source_ref",
    "orders_orderaddress": "order_id kind name firm street street2 city postcode region country phone",
    "payments_tender": "id company_id owner_kind owner_key source remote_id method gateway amount currency state"
    " reference at",
    "inventory_reservation": "company_id owner_kind owner_key line_key variant_id location_id quantity per_unit"
    " created_at",
    "shipping_shipment": "id company_id order_id location_id number status automatic planned_at packed_at"
    " dispatched_at delivered_at",
    "shipping_shipmentline": "shipment_id order_line_id variant_id location_id quantity per_unit picked",
    "inventory_stockmove": "company_id variant_id source_id destination_id quantity value currency at on origin_kind"
    " origin_key purpose position line_key reason actor_kind actor_key",
    "finance_invoice": "id company_id order_id series_id number kind origin_kind origin_key reason issued_on sold_on"
    " due_on at language currency prices_include_tax taxed net tax gross paid payment_methods books_currency tax_books"
    " gross_books seller_name seller_tax_id seller_address seller_country",
    "finance_invoiceline": "invoice_id position kind sku title unit quantity unit_price tax_kind net tax gross"
    " order_line_id charge_id",
    "finance_invoicetax": "invoice_id tax_kind net tax gross tax_books",
    "finance_entry": "id company_id journal on at origin_kind origin_key purpose actor",
    "finance_entryline": "entry_id account_id debit credit amount currency product_group text settles branch_id"
    " sales_channel_id",
    "events_event": "id name data actor_kind actor_key request_id at xid",
    "events_eventsubject": "event_id kind key",
    "search_searchentry": "company_id kind key permission title detail code words",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an order with its key."""

    key: int
    sku: str
    variant: int
    quantity: Decimal
    price: Decimal

    @property
    def total(self) -> Decimal:
        return self.quantity * self.price


@dataclass(frozen=True, slots=True)
class Sale:
    """An order to be written: its key, its place in the history, its moment and its lines."""

    key: int
    number: int
    at: datetime
    customer: int
    lines: list[Line]
    by_year: int  # its place among the invoices of its year

    @property
    def is_open(self) -> bool:
        return self.number % OPEN_EVERY == 0

    @property
    def goods(self) -> Decimal:
        return sum((line.total for line in self.lines), ZERO)

    @property
    def total(self) -> Decimal:
        return self.goods + DELIVERY


def add_sale(rows: Rows, keys: Keys, setting: Setting, sale: Sale) -> None:
    """All rows of an order."""
    _add_order(rows, setting, sale)
    charge = keys.take("orders_ordercharge")
    rows.add("orders_ordercharge", charge, sale.key, "shipping", "Delivery", DELIVERY, ZERO, ZERO, "")
    street = f"{sale.number % 300 + 1} High Street"
    rows.add("orders_orderaddress", sale.key, "shipping", _name(sale), "", street, "", "York", "YO1 7EP", "", "GB", "")
    _add_facts(rows, setting, sale)
    if sale.is_open:
        _add_reservations(rows, setting, sale)
        return
    _add_payment(rows, keys, setting, sale)
    shipment = _add_shipment(rows, keys, setting, sale)
    _add_invoice(rows, keys, setting, sale, shipment, charge)


def add_customer(rows: Rows, setting: Setting, key: int, number: int, at: datetime) -> None:
    """A buyer, as the shop knows them."""
    company, name = setting.firm.company.pk, f"Buyer {number:06}"
    rows.add("crm_customer", key, company, "person", "known", name, "", "en", "", at)
    rows.add("crm_customeridentity", company, key, setting.source, f"v{number}")
    rows.add("search_searchentry", company, "crm.customer", str(key), "crm.view", name, "", "", name.lower())


def _name(sale: Sale) -> str:
    return f"Buyer {sale.number // ORDERS_PER_CUSTOMER:06}"


def _email(sale: Sale) -> str:
    return f"buyer{sale.number // ORDERS_PER_CUSTOMER}@example.com"


def _add_order(rows: Rows, setting: Setting, sale: Sale) -> None:
    done, company = not sale.is_open, setting.firm.company.pk
    status, payment, terms = ("completed", "paid", "prepaid") if done else ("confirmed", "unpaid", "on_account")
    ended = sale.at + timedelta(days=2) if done else None
    sent = int(done)
    rows.add(
        "orders_order", sale.key, company, setting.firm.shop.pk, sale.customer, f"S-{sale.key}", setting.source,
        str(sale.number), f"#{sale.number}", f"{sale.number:064}", status, [], "", payment, terms, False, sale.at,
        sale.at, sale.at, ended, "", sent, sent, founding.CURRENCY, False, sale.goods, ZERO, DELIVERY, ZERO, ZERO,
        ZERO, ZERO, ZERO, sale.total, ZERO, "", "en", _email(sale), "", "Delivery", "", "",
    )  # fmt: skip
    for position, line in enumerate(sale.lines, 1):
        held, gone = (line.quantity, ZERO) if sale.is_open else (ZERO, line.quantity)
        rows.add(
            "orders_orderline", line.key, sale.key, position, str(position), line.variant, line.sku, line.sku, True,
            False, line.quantity, line.price, ZERO, ZERO, line.total, held, ZERO, gone, gone, ZERO, ZERO, ZERO, ZERO,
        )  # fmt: skip


def _add_facts(rows: Rows, setting: Setting, sale: Sale) -> None:
    """The first line of its timeline, and its place in the search."""
    event = UUID(int=(int(sale.at.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62) | sale.key)
    data = f'{{"order_id": {sale.key}}}'
    rows.add("events_event", event, "orders.OrderPlaced", data, "channel", setting.source, "", sale.at, 3)
    rows.add("events_eventsubject", event, "orders.order", str(sale.key))
    rows.add("events_eventsubject", event, "crm.customer", str(sale.customer))
    number = f"S-{sale.key}"
    words = f"{number} {sale.number} #{sale.number} {_email(sale)} {_name(sale)}".lower()
    rows.add(
        "search_searchentry", setting.firm.company.pk, "orders.order", str(sale.key), "orders.view", number,
        f"#{sale.number} {sale.at:%Y-%m-%d}", number.lower(), words,
    )  # fmt: skip


def _add_reservations(rows: Rows, setting: Setting, sale: Sale) -> None:
    firm = setting.firm
    for line in sale.lines:
        rows.reserved[line.variant] += line.quantity
        rows.add(
            "inventory_reservation", firm.company.pk, "orders.order", str(sale.key), str(line.key), line.variant,
            firm.warehouse.pk, line.quantity, Decimal(1), sale.at,
        )  # fmt: skip


def _add_payment(rows: Rows, keys: Keys, setting: Setting, sale: Sale) -> None:
    tender, company = keys.take("payments_tender"), setting.firm.company.pk
    rows.add(
        "payments_tender", tender, company, "orders.order", str(sale.key), setting.source, f"t{sale.number}", "card",
        "", sale.total, founding.CURRENCY, "paid", "", sale.at,
    )  # fmt: skip
    entry = _add_entry(rows, keys, setting, sale.at, "payments", ("payments.tender", tender, "paid"))
    _add_entry_line(rows, setting, entry, Role.CLEARING, sale.total, text="card")
    _add_entry_line(
        rows, setting, entry, Role.RECEIVABLES, -sale.total, text="card", settles=f"orders.order:{sale.key}"
    )


def _add_shipment(rows: Rows, keys: Keys, setting: Setting, sale: Sale) -> int:
    key, firm, sent = keys.take("shipping_shipment"), setting.firm, sale.at + timedelta(hours=4)
    rows.add(
        "shipping_shipment", key, firm.company.pk, sale.key, firm.warehouse.pk, f"V/{sale.number}", "delivered", True,
        sale.at, sale.at, sent, sale.at + timedelta(days=2),
    )  # fmt: skip
    for place, line in enumerate(sale.lines):
        rows.left[line.variant] += line.quantity
        rows.add(
            "shipping_shipmentline", key, line.key, line.variant, firm.warehouse.pk, line.quantity, Decimal(1),
            line.quantity,
        )  # fmt: skip
        rows.add(
            "inventory_stockmove", firm.company.pk, line.variant, firm.warehouse.pk, setting.customer_place,
            line.quantity, -line.quantity * COST, founding.CURRENCY, sent, sent.date(), "shipping.shipment", str(key),
            "dispatch", place, str(line.key), "", "system", "backroom",
        )  # fmt: skip
    worth = sum((line.quantity * COST for line in sale.lines), ZERO)
    entry = _add_entry(rows, keys, setting, sent, "stock", ("shipping.shipment", key, "stock:dispatch"))
    _add_entry_line(rows, setting, entry, Role.STOCK, -worth, branch=firm.branch.pk)
    _add_entry_line(rows, setting, entry, Role.COST_OF_GOODS, worth, branch=firm.branch.pk)
    return key


def _add_invoice(rows: Rows, keys: Keys, setting: Setting, sale: Sale, shipment: int, charge: int) -> None:
    key, firm = keys.take("finance_invoice"), setting.firm
    at, company = sale.at + timedelta(hours=4), firm.company
    number = f"INV-{at.year}-{sale.by_year:05}"
    rows.add(
        "finance_invoice", key, company.pk, sale.key, setting.invoice_series, number, "invoice", "shipping.shipment",
        str(shipment), "", at.date(), at.date(), at.date(), at, "en", founding.CURRENCY, False, True, sale.total, ZERO,
        sale.total, sale.total, "card", founding.CURRENCY, ZERO, sale.total, company.legal_name, "", company.street,
        company.country,
    )  # fmt: skip
    for position, line in enumerate(sale.lines, 1):
        rows.add(
            "finance_invoiceline", key, position, "goods", line.sku, line.sku, "pcs", line.quantity, line.price,
            _OUTSIDE, line.total, ZERO, line.total, line.key, None,
        )  # fmt: skip
    rows.add(
        "finance_invoiceline", key, len(sale.lines) + 1, "shipping", "", "Delivery", "", Decimal(1), DELIVERY, _OUTSIDE,
        DELIVERY, ZERO, DELIVERY, None, charge,
    )  # fmt: skip
    rows.add("finance_invoicetax", key, _OUTSIDE, sale.total, ZERO, sale.total, ZERO)
    entry = _add_entry(rows, keys, setting, at, "sales", ("finance.invoice", key, "invoice"))
    shop = firm.shop.pk
    _add_entry_line(rows, setting, entry, Role.RECEIVABLES, sale.total, settles=f"orders.order:{sale.key}", shop=shop)
    _add_entry_line(rows, setting, entry, Role.SALES, -sale.goods, text=_OUTSIDE, shop=shop)
    _add_entry_line(rows, setting, entry, Role.SHIPPING_INCOME, -DELIVERY, text=_OUTSIDE, shop=shop)


def _add_entry(
    rows: Rows, keys: Keys, setting: Setting, at: datetime, journal: str, origin: tuple[str, int, str]
) -> int:
    key, (kind, record, purpose) = keys.take("finance_entry"), origin
    company = setting.firm.company.pk
    rows.add("finance_entry", key, company, journal, at.date(), at, kind, str(record), purpose, "system:backroom")
    return key


def _add_entry_line(
    rows: Rows,
    setting: Setting,
    entry: int,
    role: Role,
    amount: Decimal,
    *,
    text: str = "",
    settles: str = "",
    branch: int | None = None,
    shop: int | None = None,
) -> None:
    debit, credit = max(amount, ZERO), max(-amount, ZERO)
    account = setting.accounts[role]
    rows.add(
        "finance_entryline", entry, account, debit, credit, amount, founding.CURRENCY, "", text, settles, branch, shop
    )
