"""From a draft to the rows of an order: what is copied, what is summed, and in which state it begins."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from decimal import Decimal

from erp.crm.contacts import PostalAddress
from erp.foundation.money import Money
from erp.orders.drafts import LineDraft, OrderDraft, PaymentTerms
from erp.orders.models import Order, OrderAddress, OrderCharge, OrderLine
from erp.orders.states import Hold, OrderStatus, PaymentStatus
from erp.orders.totals import difference, line_discount, line_total, net_charge, totals_of_order

ZERO = Decimal(0)


def build_order(draft: OrderDraft, *, order_id: int, customer_id: int, holds: list[str], at: datetime) -> Order:
    """
    The order of a draft, not yet stored; cancelled from the start if its source says so.

    :raises CurrencyMismatch: when an amount is in another currency than the order.
    """
    totals, payment = totals_of_order(draft), payment_at_source(draft)
    status = first_status(draft, holds, payment)
    return Order(
        pk=order_id,
        company_id=draft.company_id,
        branch_id=draft.branch_id,
        sales_channel_id=draft.sales_channel_id,
        customer_id=customer_id,
        number=f"S-{order_id}",
        source=draft.source,
        source_ref=draft.source_ref,
        source_number=draft.source_number[:60],
        source_updated_at=draft.source_updated_at,
        source_digest=digest_of(draft),
        status=status,
        holds=[] if status == OrderStatus.CANCELLED else holds,
        payment_status=payment,
        payment_terms=draft.payment_terms.value,
        placed_at=draft.placed_at,
        created_at=at,
        ready_at=at if status == OrderStatus.CONFIRMED else None,
        completed_at=at if status == OrderStatus.COMPLETED else None,
        cancelled_at=draft.cancelled_at,
        cancel_reason=draft.cancel_reason[:300],
        currency=draft.currency,
        prices_include_tax=draft.prices_include_tax,
        lines_total=totals.lines.amount,
        discount_total=totals.discount.amount,
        shipping_total=totals.shipping.amount,
        duty_total=totals.duty.amount,
        tip_total=totals.tip.amount,
        fee_total=totals.fee.amount,
        rounding_total=totals.rounding.amount,
        tax_total=totals.tax.amount,
        total=draft.total.amount,
        identity_difference=(draft.total - totals.total).amount,
        buyer_currency=draft.buyer_total.currency if draft.buyer_total else "",
        buyer_total=draft.buyer_total.amount if draft.buyer_total else None,
        locations=None if draft.locations is None else list(draft.locations),
        **contact_facts(draft),
    )


def contact_facts(draft: OrderDraft) -> dict[str, str]:
    """What the buyer said about contact and delivery: the columns that may follow the source until goods are picked."""
    return {
        "language": "pl" if draft.contact.language.lower().startswith("pl") else "en",
        "email": (draft.contact.email or "").strip()[:254],
        "phone": draft.contact.phone.strip()[:40],
        "delivery_method": draft.delivery_method[:200],
        "pickup_point": draft.pickup_point[:60],
        "note": draft.note,
    }


def build_line(draft: LineDraft, *, line_id: int, order_id: int, position: int, variant_id: int | None) -> OrderLine:
    """A line of goods, nothing of it reserved yet."""
    return OrderLine(
        pk=line_id,
        order_id=order_id,
        position=position,
        source_line_ref=draft.source_line_ref,
        variant_id=variant_id,
        sku=draft.sku[:255],
        title=draft.title[:500],
        requires_shipping=draft.requires_shipping,
        gift_card=draft.gift_card,
        quantity=draft.quantity,
        unit_price=draft.unit_price.amount,
        discount=line_discount(draft).amount,
        tax_rate=draft.tax_rate,
        tax=draft.tax.amount if draft.tax else ZERO,
        total=line_total(draft).amount,
    )


def build_charges(draft: OrderDraft, order_id: int) -> list[OrderCharge]:
    """Shipping, tips, duties, fees and rounding."""
    return [
        OrderCharge(
            order_id=order_id,
            kind=charge.kind.value,
            title=charge.title[:200],
            amount=charge.amount.amount,
            discount=(charge.amount - net_charge(charge)).amount,
            tax_rate=charge.tax_rate,
            tax=charge.tax.amount if charge.tax else ZERO,
            source_ref=charge.source_ref[:120],
        )
        for charge in draft.charges
    ]


def build_addresses(draft: OrderDraft, order_id: int) -> list[OrderAddress]:
    """The addresses; one that bills to where the goods go is kept once."""
    billing = None if draft.billing_address == draft.shipping_address else draft.billing_address
    given = (("shipping", draft.shipping_address), ("billing", billing))
    return [
        OrderAddress(order_id=order_id, kind=kind, **address_columns(address)) for kind, address in given if address
    ]


def address_columns(address: PostalAddress) -> dict[str, str]:
    """An address as its columns hold it."""
    columns = {name: value.strip() for name, value in asdict(address).items()}
    limits = {field.name: field.max_length for field in OrderAddress._meta.concrete_fields}
    return {name: value[: limits[name]] for name, value in columns.items()}


def holds_of(draft: OrderDraft, variants: Mapping[str, int]) -> list[str]:
    """Why a person must look before this order may ship."""
    unknown = any(line.requires_shipping and variant_of(line, variants) is None for line in draft.lines)
    reasons = {Hold.UNKNOWN_SKU: unknown, Hold.TOTAL_DIFFERS: bool(difference(draft))}
    return [hold.value for hold, applies in reasons.items() if applies]


def variant_of(line: LineDraft, variants: Mapping[str, int]) -> int | None:
    """The variant of a line: the one it names, or the one with exactly its SKU; never one by its title."""
    return line.variant_id if line.variant_id is not None else variants.get(line.sku)


def payment_at_source(draft: OrderDraft) -> str:
    """How much is paid, by the tenders that came with the draft; its refunds are counted when they are recorded."""
    paid = [tender.amount for tender in draft.tenders if tender.state == "paid"]
    return payment_status(due=draft.total.amount, paid=Money.total(paid, draft.currency).amount, refunded=ZERO)


def payment_status(*, due: Decimal, paid: Decimal, refunded: Decimal) -> str:
    """
    How an order stands: ``due`` is its total less what refunds took off it, ``paid`` came in, ``refunded`` went back.

    An order on which nothing is due is paid.
    """
    if refunded > 0 and refunded >= paid:
        return PaymentStatus.REFUNDED.value
    if paid - refunded >= due:
        return PaymentStatus.PART_REFUNDED.value if refunded > 0 else PaymentStatus.PAID.value
    return PaymentStatus.PART_PAID.value if paid > 0 else PaymentStatus.UNPAID.value


def first_status(draft: OrderDraft, holds: list[str], payment: str) -> str:
    """The status an order begins in; from here on only the state machine writes it."""
    if draft.cancelled_at is not None:
        return OrderStatus.CANCELLED.value
    if holds:
        return OrderStatus.HELD.value
    if draft.payment_terms == PaymentTerms.PREPAID and payment != PaymentStatus.PAID:
        return OrderStatus.NEW.value
    ships = any(line.requires_shipping for line in draft.lines)
    return OrderStatus.CONFIRMED.value if ships else OrderStatus.COMPLETED.value


def digest_of(draft: OrderDraft) -> str:
    """A digest of what was sold and for how much: if it is another one later, the source has edited the order."""
    lines = sorted(
        (line.source_line_ref, line.sku, f"{line.quantity.normalize():f}", _text(line_total(line)), _text(line.tax))
        for line in draft.lines
    )
    charges = sorted((charge.kind.value, _text(net_charge(charge)), _text(charge.tax)) for charge in draft.charges)
    return hashlib.sha256(repr((_text(draft.total), lines, charges)).encode()).hexdigest()


def _text(money: Money | None) -> str:
    return "0" if not money else f"{money.amount.normalize():f} {money.currency}"
