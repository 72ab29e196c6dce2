"""
Invoices follow what left the house, and corrections follow what was refunded of it.

Both compare what stands invoiced with what should (:mod:`erp.finance.standing`), so they are safe to repeat and to
hear late or in any order. Locks: the order, and the number series last.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from erp.finance import queries
from erp.finance.billing import NOTHING, ZERO, Share
from erp.finance.models import Invoice, InvoiceKind, LineKind
from erp.finance.services.errors import TotalUnproved
from erp.finance.services.exchange import Stamp, stamp
from erp.finance.services.issuing import Document, issue
from erp.finance.services.settling import clear_exchange_difference
from erp.finance.standing import Part, PartKey, Standing, deltas, standing_of
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.refs import Ref
from erp.orders import locking
from erp.orders import services as orders
from erp.orders.models import Order
from erp.payments import queries as payments_read
from erp.payments.states import TenderState

Deltas = Sequence[tuple[Part, Share]]


@use_case
def issue_invoice(
    *, order_id: int, origin: Ref, actor: Actor, at: datetime, sold_on: date | None = None, accepted: bool = False
) -> Invoice | None:
    """
    Bill what left with a shipment (``origin``), or with the order's completion, and stands on no invoice yet.

    Delivery and other charges stand on the first invoice, as does what need not be shipped. ``accepted``: a person
    looked at an order whose total differs from its parts and bills the parts.

    :returns: ``None`` when everything that left is billed.
    :raises NotFound: when there is no such order. :raises TotalUnproved: when its total does not follow from its parts.
    :raises NoExchangeRate: when it is in a foreign currency and no rate is kept. :raises AccountMissing: see there.
    """
    order = locking.lock_order(order_id)
    if found := queries.invoice_for(order_id, origin):
        return found
    if order.identity_difference and not accepted:
        raise TotalUnproved(
            number=order.number, difference=f"{order.identity_difference.normalize():f} {order.currency}"
        )
    standing = standing_of(order)
    if _correct(standing, actor=actor, at=at):
        standing = standing_of(order)
    newly = standing.billable()
    if not newly:
        return None
    today = clock.day_in(order.company.time_zone, at)
    lines = standing.newly_billed(newly)
    document = Document(
        order=order,
        kind=InvoiceKind.INVOICE,
        origin=origin,
        lines=lines,
        stamp=stamp(order.currency, order.company.currency, sold_on or today),
        taxed=standing.taxed,
        issued_on=today,
        sold_on=sold_on or today,
        paid=_paid(standing, sum((share.gross for _part, share in lines), ZERO)),
        payment_methods=_methods(order),
    )
    invoice = issue(document, actor=actor, at=at)
    orders.record_invoice(order_id=order.pk, lines=sorted(newly.items()), invoice=invoice.ref, actor=actor, at=at)
    if standing.refunds:
        _correct(standing_of(order), actor=actor, at=at)
    clear_exchange_difference(order, invoice.ref, on=today, actor=actor, at=at)
    return invoice


@use_case
def correct_invoices(*, order_id: int, origin: Ref, reason: str, actor: Actor, at: datetime) -> list[Invoice]:
    """
    Take back what stands invoiced and should not any more, since a refund (``origin``) or a cancellation.

    One correction for each invoice concerned, the newest first; at the rate stamped on the invoice.

    :returns: the corrections made now; none when what was refunded had not been billed, or is corrected already.
    :raises NotFound: when there is no such order. :raises AccountMissing: when the books lack an account.
    """
    order = locking.lock_order(order_id)
    standing = standing_of(order)
    invoices = queries.correctable(list(standing.by_invoice))
    today = clock.day_in(order.company.time_zone, at)
    made = []
    for invoice, lines in _allotted(invoices, standing, deltas(standing, standing.parts({}))):
        document = Document(
            order=order,
            kind=InvoiceKind.CORRECTION,
            origin=origin,
            lines=lines,
            stamp=Stamp(invoice.currency, invoice.books_currency, invoice.rate, invoice.rate_on),
            taxed=invoice.taxed,
            issued_on=today,
            sold_on=invoice.sold_on,
            corrects=invoice,
            reason=reason,
        )
        made.append(issue(document, actor=actor, at=at))
    if made:
        clear_exchange_difference(order, made[-1].ref, on=today, actor=actor, at=at)
    return made


def _correct(standing: Standing, *, actor: Actor, at: datetime) -> list[Invoice]:
    """Refunds of what is billed are taken back apart, so that an invoice says nothing but what left."""
    if not standing.by_invoice or not deltas(standing, standing.parts({})):
        return []
    refund = standing.refunds[-1] if standing.refunds else None
    return correct_invoices(
        order_id=standing.order.pk,
        origin=refund.ref if refund else standing.order.ref,
        reason=refund.reason if refund else standing.order.cancel_reason,
        actor=actor,
        at=at,
    )


def _allotted(invoices: Sequence[Invoice], standing: Standing, found: Deltas) -> list[tuple[Invoice, Deltas]]:
    """Which invoice each thing is taken back from: the newest that has it, and the next one for what it lacks."""
    result: dict[int, list[tuple[Part, Share]]] = {invoice.pk: [] for invoice in invoices}
    left = {invoice.pk: sum((s.gross for s in standing.by_invoice[invoice.pk].values()), ZERO) for invoice in invoices}
    for part, delta in sorted(found, key=lambda one: one[0].kind == LineKind.ADJUSTMENT):
        rest = delta
        for invoice in invoices:
            last = invoice is invoices[-1]
            takes = rest if last else _taken(rest, standing.by_invoice[invoice.pk], part.key, left[invoice.pk])
            if takes:
                result[invoice.pk].append((part, takes))
                left[invoice.pk] += takes.gross
                rest = rest - takes
    return [(invoice, result[invoice.pk]) for invoice in invoices if result[invoice.pk]]


def _taken(rest: Share, parts: Mapping[PartKey, Share], key: PartKey, invoice_left: Decimal) -> Share:
    """How much of what is to be taken back this invoice still has."""
    if key.rate:
        has = Share(ZERO, max(invoice_left, ZERO), max(invoice_left, ZERO))
    else:
        has = parts.get(key, NOTHING)
    if -rest.gross <= has.gross and -rest.tax <= has.tax:
        return rest
    return Share(
        max(rest.quantity, -has.quantity) if has.quantity else ZERO,
        max(rest.gross, -has.gross),
        max(rest.tax, -has.tax),
    )


def _paid(standing: Standing, gross: Decimal) -> Decimal:
    """What of this invoice is paid: money that came in and is not spoken for by the invoices before it."""
    order = standing.order
    came, went = payments_read.balances(order.ref).get(order.currency, (None, None))
    have = (came.amount if came else ZERO) - (went.amount if went else ZERO)
    spoken_for = sum((share.gross for parts in standing.by_invoice.values() for share in parts.values()), ZERO)
    return max(min(have - spoken_for, gross), ZERO)


def _methods(order: Order) -> str:
    """How the order is paid, as codes: ``card gift_card``."""
    alive = [t for t in payments_read.tenders_of(order.ref) if t.state not in (TenderState.FAILED, TenderState.VOIDED)]
    return " ".join(dict.fromkeys(tender.method for tender in alive))
