"""What the pages show of an order, worked out before the templates, which issue no query."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from erp.foundation.money import Money
from erp.foundation.web import formats
from erp.foundation.web.records import Card, Fact, pairs
from erp.inventory import queries as stock
from erp.orders.models import Charge, Order, OrderLine
from erp.orders.states import OrderStatus, PaymentStatus
from erp.payments import queries as payments

S, P = OrderStatus, PaymentStatus
TONES = {
    S.NEW: "info",
    S.HELD: "bad",
    S.CONFIRMED: "accent",
    S.PART_SHIPPED: "warn",
    S.SHIPPED: "good",
    S.COMPLETED: "good",
    S.CANCELLED: "",
}
PAYMENT_TONES = {P.UNPAID: "warn", P.PART_PAID: "warn", P.PAID: "good", P.PART_REFUNDED: "info", P.REFUNDED: ""}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as the page shows it; ``progress`` are short sentences under the title."""

    sku: str
    title: str
    quantity: Decimal
    unit_price: Money
    discount: Money
    total: Money
    progress: Sequence[str]
    tone: str


def lines_card(order: Order) -> Card:
    """The lines, with what is reserved where, what waits, what left; charges and the total below."""
    lines = list(order.lines.all())
    places = _places(order) if any(line.reserved for line in lines) else {}
    currency = order.currency
    context = {
        "lines": [_line(line, currency, places.get(str(line.pk), "")) for line in lines],
        "discounted": any(line.discount for line in lines),
        "below": [
            (charge_name(charge.kind, charge.title), Money(charge.net, currency)) for charge in order.charges.all()
        ],
        "taxed_on_top": None if order.prices_include_tax else Money(order.tax_total, currency),
        "difference": Money(order.identity_difference, currency) if order.identity_difference else None,
        "total": order.money,
    }
    return Card(gettext_lazy("Lines"), "orders/staff/lines.html", context, flush=True, count=len(lines))


def charge_name(kind: str, title: str) -> str:
    """What a charge is called: its kind, and the title if it says more."""
    label = str(Charge(kind).label)
    return f"{label} · {title}" if title and title.casefold() != label.casefold() else label


def money_card(order: Order) -> Card:
    """What it cost, what came in and went back, and by which means."""
    paid, refunded = payments.balances(order.ref).get(
        order.currency, (Money.zero(order.currency), Money.zero(order.currency))
    )
    tenders = [
        Fact(tender.get_method_display(), _tender(tender.get_state_display(), tender.gateway, tender.money))
        for tender in payments.tenders_of(order.ref)
    ]
    buyer = Money(order.buyer_total, order.buyer_currency) if order.buyer_total is not None else None
    facts = [
        Fact(_("Total"), formats.money_html(order.money)),
        Fact(_("Of which tax"), formats.money_html(Money(order.tax_total, order.currency))),
        Fact(_("Buyer paid in"), formats.money_html(buyer) if buyer and buyer.currency != order.currency else None),
        Fact(_("Terms"), order.get_payment_terms_display()),
        *tenders,
        Fact(_("Refunded"), formats.money_html(refunded) if refunded else None),
        Fact(_("Paid"), formats.money_html(paid), total=True),
    ]
    return pairs(gettext_lazy("Money"), facts)


def delivery_card(order: Order, hidden: bool) -> Card:
    """How and where it goes; without names and streets for who doesn't read personal data."""
    by_kind = {address.kind: address for address in order.addresses.all()}
    context = {
        "method": order.delivery_method,
        "pickup_point": "" if hidden else order.pickup_point,
        "shipping": by_kind.get("shipping"),
        "billing": by_kind.get("billing"),
        "email": "" if hidden else order.email,
        "phone": "" if hidden else order.phone,
        "hidden": hidden,
    }
    return Card(gettext_lazy("Delivery"), "orders/staff/delivery.html", context, column="side")


def refunds_card(order: Order) -> Card:
    """The refunds, newest last."""
    skus = {line.pk: line.sku or line.title for line in order.lines.all()}
    refunds = [
        {
            "at": refund.at,
            "reason": refund.reason,
            "lines": [
                {
                    "quantity": line.quantity,
                    "sku": skus[line.order_line_id],
                    "restock": line.get_restock_display(),
                }
                for line in refund.lines.all()
            ],
            "shipping": Money(refund.shipping_amount, refund.currency) if refund.shipping_amount else None,
            "adjustment": Money(refund.adjustment, refund.currency) if refund.adjustment else None,
            "amount": refund.money,
        }
        for refund in order.refunds.all()
    ]
    return Card(gettext_lazy("Refunds"), "orders/staff/refunds.html", {"refunds": refunds}, flush=True)


def _line(line: OrderLine, currency: str, places: str) -> ShownLine:
    tone = "bad" if line.variant_id is None and line.requires_shipping else "warn" if line.missing else ""
    return ShownLine(
        sku=line.sku,
        title=line.title,
        quantity=line.quantity,
        unit_price=Money(line.unit_price, currency),
        discount=Money(line.discount, currency),
        total=Money(line.total, currency),
        progress=[text for text in _progress(line, places) if text],
        tone=tone,
    )


def _progress(line: OrderLine, places: str) -> list[str]:
    if line.variant_id is None and line.requires_shipping:
        return [_("not known here")]
    reserved = _("reserved %(n)s of %(of)s") % {"n": _n(line.reserved), "of": _n(line.to_ship)} if line.to_ship else ""
    done: list[tuple[Decimal, str | Promise]] = [
        (line.picked, _("picked %(n)s")),
        (line.shipped, _("shipped %(n)s")),
        (line.to_cancel, _("to be taken back %(n)s")),
        (line.cancelled, _("cancelled %(n)s")),
        (line.returned, _("returned %(n)s")),
        (line.refunded, _("refunded %(n)s")),
    ]
    return [reserved, places if line.reserved else "", *(str(text) % {"n": _n(n)} for n, text in done if n)]


def _n(quantity: Decimal) -> str:
    return formats.number(quantity)


def _places(order: Order) -> dict[str, str]:
    """Where each line's goods lie, by the line's key; two queries."""
    reservations = stock.reservations_of(order.ref)
    locations = stock.locations_by_id({reservation.location_id for reservation in reservations})
    names: dict[str, list[str]] = {}
    for reservation in reservations:
        names.setdefault(reservation.line_key, []).append(locations[reservation.location_id].code)
    return {key: ", ".join(dict.fromkeys(codes)) for key, codes in names.items()}


def _tender(state: str, gateway: str, money: Money) -> str:
    shown = f"{formats.money_text(money)} · {state}"
    return f"{shown} · {gateway}" if gateway else shown
