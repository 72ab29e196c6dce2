"""What of an order stands invoiced, and what should: the rows of orders read into the arithmetic of `billing`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from erp.finance import queries
from erp.finance.billing import NOTHING, ZERO, Refunds, Share, Sold, charges_should, line_should
from erp.finance.models import InvoiceKind, InvoiceLine, LineKind, TaxKind
from erp.foundation.money import Money
from erp.orders.models import Charge, Order, OrderCharge, OrderLine, OrderRefund, Restocking
from erp.orders.states import Terms


class PartKey(NamedTuple):
    """Which part of an order: a line, a charge, or (both zero) the adjustments at one rate."""

    line: int = 0
    charge: int = 0
    rate: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an order with what an invoice says of it."""

    key: PartKey
    kind: LineKind
    title: str
    tax_kind: TaxKind
    tax_rate: Decimal | None
    should: Share
    sku: str = ""
    unit: str = ""
    unit_price: Decimal = ZERO


@dataclass(slots=True)
class Standing:
    """An order's parts, and what stands of each on which invoice, corrections counted to the invoice they correct."""

    order: Order
    taxed: bool
    lines: Sequence[OrderLine]
    charges: Sequence[OrderCharge]
    refunds: Sequence[OrderRefund]
    by_invoice: Mapping[int, Mapping[PartKey, Share]]
    billed: Mapping[int, Decimal] = field(default_factory=dict)

    def billable(self) -> dict[int, Decimal]:
        """Units of each line that left, or need not leave, and stand on no invoice yet."""
        result = {}
        for line in self.lines:
            gone = line.shipped if line.requires_shipping else line.quantity - line.cancelled - line.to_cancel
            units = gone - self.billed.get(line.pk, ZERO)
            if units > 0:
                result[line.pk] = units
        return result

    def standing(self, key: PartKey) -> Share:
        """What stands of a part on all invoices."""
        return sum((parts.get(key, NOTHING) for parts in self.by_invoice.values()), NOTHING)

    def parts(self, newly: Mapping[int, Decimal]) -> list[Part]:
        """All parts as they should stand once ``newly`` more units of lines are billed."""
        started = bool(self.by_invoice) or bool(newly)
        lines = [self._line(line, newly.get(line.pk, ZERO)) for line in self.lines]
        charges, beyond = self._charges(started)
        sold = [*lines, *charges]
        return [*sold, *self._adjustments(sold, beyond, started)]

    def newly_billed(self, newly: Mapping[int, Decimal]) -> list[tuple[Part, Share]]:
        """
        What an invoice of ``newly`` more units of lines says: they as they left, and the charges not billed yet.

        What was refunded of goods that had left is not taken off here but by a correction.
        """
        lines = {line.pk: line for line in self.lines if line.pk in newly}
        result = []
        for part in self.parts(newly):
            line = lines.get(part.key.line)
            share = self._newly(line, newly[line.pk]) if line else part.should - self.standing(part.key)
            if share:
                result.append((part, share))
        return result

    def _newly(self, line: OrderLine, units: Decimal) -> Share:
        sold, refunds, billed = self._sold(line), self._refunds_of(line), self.billed.get(line.pk, ZERO)
        now = line_should(sold, billed + units, refunds, credited=False)
        return now - line_should(sold, billed, refunds, credited=False)

    def _sold(self, line: OrderLine) -> Sold:
        return Sold(
            whole=self._whole(line.quantity, line.total, line.tax),
            shipped=line.shipped,
            cancelled=line.cancelled + line.to_cancel,
            currency=self.order.currency,
            prepaid=self.order.payment_terms == Terms.PREPAID,
        )

    def _line(self, line: OrderLine, newly: Decimal) -> Part:
        sold = self._sold(line)
        whole = sold.whole
        refunds = self._refunds_of(line)
        tax_kind, rate = self._tax(whole, line.tax_rate)
        return Part(
            key=PartKey(line=line.pk),
            kind=LineKind.GIFT_CARD if line.gift_card else LineKind.GOODS,
            title=line.title,
            tax_kind=TaxKind.OUTSIDE if line.gift_card and not whole.tax else tax_kind,
            tax_rate=None if line.gift_card and not whole.tax else rate,
            should=line_should(sold, self.billed.get(line.pk, ZERO) + newly, refunds),
            sku=line.sku,
            unit=_unit(line, self.order.language),
            unit_price=line.unit_price,
        )

    def _refunds_of(self, line: OrderLine) -> Refunds:
        found = dict.fromkeys(Restocking, NOTHING)
        for refund in self.refunds:
            for one in refund.lines.all():
                if one.order_line_id == line.pk:
                    found[Restocking(one.restock)] += Share(one.quantity, one.amount, one.tax if self.taxed else ZERO)
        return Refunds(
            never_sent=found[Restocking.CANCEL],
            sent_back=found[Restocking.RETURN],
            not_put_back=found[Restocking.NO_RESTOCK],
        )

    def _charges(self, started: bool) -> tuple[list[Part], Share]:
        """Charges stand on the first invoice, whole; only delivery is refunded by itself."""
        if not started:
            return [], NOTHING
        wholes = {charge.pk: self._whole(Decimal(1), charge.net, charge.tax) for charge in self.charges}
        delivery = [charge for charge in self.charges if charge.kind == Charge.SHIPPING]
        back = Share(ZERO, sum((one.shipping_amount for one in self.refunds), ZERO), self._refunded_delivery_tax())
        shares, beyond = charges_should([wholes[one.pk] for one in delivery], back, self.order.currency)
        should = wholes | {charge.pk: share for charge, share in zip(delivery, shares, strict=True)}
        return [
            self._charge(one, wholes[one.pk], should[one.pk]) for one in self.charges if wholes[one.pk].gross
        ], beyond

    def _charge(self, charge: OrderCharge, whole: Share, should: Share) -> Part:
        tax_kind, rate = self._tax(whole, charge.tax_rate)
        kind = LineKind(charge.kind)
        return Part(
            PartKey(charge=charge.pk), kind, charge.title, tax_kind, rate, should=should, unit_price=charge.amount
        )

    def _refunded_delivery_tax(self) -> Decimal:
        return sum((one.shipping_tax for one in self.refunds), ZERO) if self.taxed else ZERO

    def _adjustments(self, sold: Sequence[Part], beyond: Share, started: bool) -> list[Part]:
        """
        What refunds took off the whole, shared out over the rates by the tax that the source says is in it.

        Never more than the rest is worth; what is left over counts once more of the order is billed.
        """
        keys = {key.rate for parts in self.by_invoice.values() for key in parts if key.rate}
        off = sum((one.adjustment + one.difference for one in self.refunds), ZERO) + beyond.gross
        off = min(off, sum((part.should.gross for part in sold), ZERO)) if started else ZERO
        shares = self._by_rate(off, sold) if off else {}
        return [
            Part(
                PartKey(rate=rate),
                LineKind.ADJUSTMENT,
                "",
                *parse_rate(rate),
                should=-Share(ZERO, *shares[rate]) if rate in shares else NOTHING,
            )
            for rate in sorted(keys | shares.keys())
        ]

    def _by_rate(self, off: Decimal, sold: Sequence[Part]) -> dict[str, tuple[Decimal, Decimal]]:
        """Amount and tax of the adjustments by rate."""
        tax = min(self._adjustment_tax(), off)
        weights: dict[str, Decimal] = defaultdict(Decimal)
        for part in sold:
            if part.should.tax > 0:
                weights[rate_text(part.tax_kind, part.tax_rate)] += part.should.tax
        if tax <= 0 or not weights:
            kind = TaxKind.OUTSIDE if self.taxed else TaxKind.EXEMPT
            return {rate_text(kind, None): (off, ZERO)}
        rates, currency = sorted(weights), self.order.currency
        of_tax = Money(tax, currency).split([weights[rate] for rate in rates])
        amounts = Money(off, currency).split([share.amount for share in of_tax])
        return {rate: (gross.amount, t.amount) for rate, gross, t in zip(rates, amounts, of_tax, strict=True)}

    def _adjustment_tax(self) -> Decimal:
        if not self.taxed:
            return ZERO
        within = ZERO
        for refund in self.refunds:
            of_lines = sum((line.tax for line in refund.lines.all()), ZERO)
            within += max(refund.tax - of_lines - refund.shipping_tax, ZERO)
        return within

    def _whole(self, quantity: Decimal, amount: Decimal, tax: Decimal) -> Share:
        gross = amount if self.order.prices_include_tax else amount + tax
        return Share(quantity, gross, tax if self.taxed else ZERO)

    def _tax(self, whole: Share, rate: Decimal | None) -> tuple[TaxKind, Decimal | None]:
        if not self.taxed:
            return TaxKind.EXEMPT, None
        if rate is not None:
            return TaxKind.RATED, rate if whole.tax or not whole.gross else ZERO
        return (TaxKind.MIXED if whole.tax else TaxKind.OUTSIDE), None


def standing_of(order: Order) -> Standing:
    """Where an order stands that the caller has locked."""
    by_invoice: dict[int, dict[PartKey, Share]] = defaultdict(lambda: defaultdict(lambda: NOTHING))
    billed: dict[int, Decimal] = defaultdict(Decimal)
    for line in queries.lines_of_order(order.pk):
        target = line.invoice.corrects_id or line.invoice_id
        by_invoice[target][key_of(line)] += Share(line.quantity, line.gross, line.tax)
        if line.order_line_id and line.invoice.kind == InvoiceKind.INVOICE:
            billed[line.order_line_id] += line.quantity
    return Standing(
        order=order,
        taxed=order.company.vat_registered,
        lines=list(order.lines.select_related("variant__product__unit").order_by("position")),
        charges=list(order.charges.order_by("pk")),
        refunds=list(order.refunds.prefetch_related("lines").order_by("pk")),
        by_invoice=by_invoice,
        billed=billed,
    )


def key_of(line: InvoiceLine) -> PartKey:
    """Which part of its order a line of an invoice bills."""
    rate = rate_text(TaxKind(line.tax_kind), line.tax_rate) if line.kind == LineKind.ADJUSTMENT else ""
    return PartKey(line.order_line_id or 0, line.charge_id or 0, rate)


def rate_text(kind: TaxKind, rate: Decimal | None) -> str:
    """A rate as a key: ``rated 23``, ``outside``."""
    return kind.value if rate is None else f"{kind.value} {rate.normalize():f}"


def parse_rate(text: str) -> tuple[TaxKind, Decimal | None]:
    """The rate that a key stands for."""
    kind, _space, rate = text.partition(" ")
    return TaxKind(kind), Decimal(rate) if rate else None


def deltas(standing: Standing, parts: Iterable[Part]) -> list[tuple[Part, Share]]:
    """What is missing of each part, or stands too much; parts that stand as they should are left out."""
    found = ((part, part.should - standing.standing(part.key)) for part in parts)
    return [(part, delta) for part, delta in found if delta]


def _unit(line: OrderLine, language: str) -> str:
    if line.variant is None:
        return ""
    unit = line.variant.product.unit
    return unit.name_pl if language == "pl" else unit.name_en
