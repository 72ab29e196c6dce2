"""From invoices to what happens: purchases, goods and money taken back, stock corrections, and what has no place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from erp.demo.replay.meaning import COUNTRIES, Meaning, in_pennies, meaning_of
from erp.demo.replay.reading import Invoice, Line

NO_REASON = "no reason given"


class Reason(StrEnum):
    """Why something of the history has no place, or could not be done."""

    BAD_DEBT = "adjustment of bad debt: no order of the shop"
    COMPANY_COST = "cost of the company (marketplace, bank, samples, commission): no order of the shop"
    BELOW_PENNY = "price below a penny: the shop can't charge it"
    NEGATIVE_PRICE = "negative price"
    DISCOUNT_ALONE = "discount outside a cancellation"
    POSTAGE_ALONE = "postage without goods"
    NO_COUNTRY = "no country to send to"
    NO_PRODUCT = "stock correction of something that is no product"
    UNKNOWN_BUYER = "cancelled by an unknown buyer: can't be matched"
    NEVER_SOLD = "cancelled, but this buyer never bought it before"
    OTHER_PRICE = "cancelled, but this buyer bought it at another price"
    SOLD_LESS = "cancelled more than this buyer had bought"
    NOTHING_PAID = "money back, but no order of this buyer has so much left"
    NOT_ENOUGH = "stock correction of more than lies there"
    REFUSED = "refused by the shop"


@dataclass(frozen=True, slots=True)
class Part:
    """So much of something at a price; ``meaning`` says of what."""

    code: str
    title: str
    quantity: int
    price: Decimal
    meaning: Meaning

    @property
    def amount(self) -> Decimal:
        return self.price * self.quantity


@dataclass(frozen=True, slots=True)
class Buy:
    """A purchase at the shop."""

    invoice: Invoice
    parts: tuple[Part, ...]
    shipping: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A cancellation: goods and money that a buyer gives back or gets back; quantities are positive."""

    invoice: Invoice
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Correct:
    """A stock correction in the warehouse, by so much up or down."""

    invoice: Invoice
    code: str
    delta: int
    reason: str


@dataclass(frozen=True, slots=True)
class NoPlace:
    """A line that has no place, and what it was worth."""

    invoice: Invoice
    reason: Reason
    code: str
    amount: Decimal


Step = Buy | TakeBack | Correct | NoPlace


@dataclass(slots=True)
class Script:
    """What will happen, in order, and the catalogue that follows from it."""

    steps: list[Step] = field(default_factory=list)
    titles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    prices: dict[str, Decimal] = field(default_factory=dict)
    wanted: Counter[str] = field(default_factory=Counter)
    corrected_down: Counter[str] = field(default_factory=Counter)
    vouchers: dict[str, Part] = field(default_factory=dict)

    @property
    def orders(self) -> int:
        return sum(isinstance(step, Buy) for step in self.steps)

    def title(self, code: str) -> str:
        """The description that stands most often beside a code; the code itself where there is none."""
        return self.titles[code].most_common(1)[0][0] if self.titles[code] else code


def write(invoices: Iterable[Invoice], *, orders: int | None = None) -> Script:
    """The script of so many orders (None: all), with everything that happens between them."""
    script = Script()
    count = 0
    for invoice in invoices:
        steps = list(steps_of(invoice))
        buys = sum(isinstance(step, Buy) for step in steps)
        if orders is not None and count + buys > orders:
            break
        count += buys
        for step in steps:
            _note(script, step)
        script.steps += steps
    return script


def steps_of(invoice: Invoice) -> Iterator[Step]:
    """What an invoice stands for."""
    if invoice.number.startswith("A"):
        yield from (_no_place(invoice, line, Reason.BAD_DEBT) for line in invoice.lines)
    elif invoice.cancels:
        yield from _cancellation(invoice)
    else:
        yield from _sale(invoice)


def _sale(invoice: Invoice) -> Iterator[Step]:
    only_corrections = not invoice.customer and all(line.price == 0 for line in invoice.lines)
    parts: list[Part] = []
    shipping: list[Part] = []
    for line in invoice.lines:
        if line.price == 0 and (line.quantity < 0 or only_corrections):
            yield _correction(invoice, line)
        elif reason := _out_of_place(line):
            yield _no_place(invoice, line, reason)
        else:
            part = _part(line)
            (shipping if part.meaning == Meaning.SHIPPING else parts).append(part)
    if not parts:
        yield from (_left_over(invoice, part, Reason.POSTAGE_ALONE) for part in shipping)
    elif invoice.country not in COUNTRIES:
        yield from (_left_over(invoice, part, Reason.NO_COUNTRY) for part in [*parts, *shipping])
    else:
        yield Buy(invoice, tuple(parts), tuple(shipping))


def _out_of_place(line: Line) -> Reason | None:
    meaning = meaning_of(line)
    if line.price < 0 or line.quantity < 0:
        return Reason.NEGATIVE_PRICE
    if not in_pennies(line.price):
        return Reason.BELOW_PENNY
    return {Meaning.COST: Reason.COMPANY_COST, Meaning.DISCOUNT: Reason.DISCOUNT_ALONE}.get(meaning)


def _cancellation(invoice: Invoice) -> Iterator[Step]:
    parts: list[Part] = []
    for line in invoice.lines:
        if meaning_of(line) == Meaning.COST:
            yield _no_place(invoice, line, Reason.COMPANY_COST)
        elif not invoice.customer:
            yield _no_place(invoice, line, Reason.UNKNOWN_BUYER)
        elif not in_pennies(line.price):
            yield _no_place(invoice, line, Reason.BELOW_PENNY)
        else:
            parts.append(_part(line))
    if parts:
        yield TakeBack(invoice, tuple(parts))


def _correction(invoice: Invoice, line: Line) -> Step:
    if meaning_of(line) != Meaning.GOODS:
        return _no_place(invoice, line, Reason.NO_PRODUCT)
    return Correct(invoice, line.code, line.quantity, line.description or NO_REASON)


def _part(line: Line) -> Part:
    return Part(line.code, line.description or line.code, abs(line.quantity), line.price, meaning_of(line))


def _no_place(invoice: Invoice, line: Line, reason: Reason) -> NoPlace:
    return NoPlace(invoice, reason, line.code, line.price * line.quantity)


def _left_over(invoice: Invoice, part: Part, reason: Reason) -> NoPlace:
    return NoPlace(invoice, reason, part.code, part.amount)


def _note(script: Script, step: Step) -> None:
    """What the catalogue and the opening stock must hold."""
    if isinstance(step, Buy):
        _note_parts(script, step.parts)
    elif isinstance(step, Correct):
        script.wanted.setdefault(step.code, 0)
        script.corrected_down[step.code] += max(-step.delta, 0)


def _note_parts(script: Script, parts: Sequence[Part]) -> None:
    for part in parts:
        if part.meaning == Meaning.VOUCHER:
            script.vouchers.setdefault(part.code, part)
        elif part.meaning == Meaning.GOODS:
            script.wanted[part.code] += part.quantity
            script.prices.setdefault(part.code, part.price)
            if part.title != part.code:
                script.titles[part.code][part.title] += 1
