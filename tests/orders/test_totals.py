"""The identity of an order's total holds to the minor unit, for any order that follows from its parts."""

import random
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from erp.crm.contacts import Contact
from erp.foundation.money import CurrencyMismatch, Money
from erp.orders.drafts import ChargeDraft, ChargeKind, LineDraft, OrderDraft, RefundDraft, RefundLineDraft
from erp.orders.totals import difference, refund_difference, tax_upon, tax_within, totals_of_order
from tests.factories.orders import PLACED

ORDERS = 5000
CURRENCIES = ("PLN", "EUR", "GBP", "USD")
RATES = (Decimal(23), Decimal(8), Decimal(5), Decimal(0))
CENT = Decimal("0.01")


def _order(
    lines: list[LineDraft], charges: list[ChargeDraft], currency: str, include: bool, total: Money
) -> OrderDraft:
    return OrderDraft(
        company_id=1, sales_channel_id=1, source="shopify:3", source_ref="1", placed_at=PLACED, currency=currency,
        prices_include_tax=include, total=total, contact=Contact(source="shopify:3"), lines=tuple(lines),
        charges=tuple(charges),
    )  # fmt: skip


class _Shop:
    """
    A shop that makes up orders and adds them up by itself, in whole cents.

    It spreads order discounts over the lines and rounds taxes per line or per order: both happen.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.currency = self.random.choice(CURRENCIES)
        self.include = self.random.random() < 0.5
        self.cents = 0

    def money(self, cents: int) -> Money:
        return Money(Decimal(cents) * CENT, self.currency)

    def tax_cents(self, cents: int, rate: Decimal) -> int:
        part = Decimal(cents) * rate / (100 + rate if self.include else 100)
        return int(part.quantize(Decimal(1), ROUND_HALF_UP))

    def line(self, number: int) -> LineDraft:
        quantity, price = self.random.randint(1, 12), self.random.randint(1, 50_000)
        off = [self.random.randint(0, price * quantity // 3) for _ in range(self.random.randint(0, 3))]
        rate = self.random.choice(RATES)
        left = price * quantity - sum(off)
        tax = self.tax_cents(left, rate) + self.random.choice((0, 0, 0, 1, -1)) * (rate > 0 and left > 100)
        self.cents += left + (0 if self.include else tax)
        return LineDraft(
            source_line_ref=str(number), sku=f"SKU-{number}", title="", quantity=Decimal(quantity),
            unit_price=self.money(price), discounts=tuple(map(self.money, off)), tax=self.money(tax), tax_rate=rate,
        )  # fmt: skip

    def charge(self, kind: ChargeKind) -> ChargeDraft:
        cents = self.random.randint(-4, 4) if kind == ChargeKind.ROUNDING else self.random.randint(0, 3000)
        off = self.random.randint(0, cents) if kind == ChargeKind.SHIPPING else 0
        rate = self.random.choice(RATES) if kind in (ChargeKind.SHIPPING, ChargeKind.FEE) else Decimal(0)
        tax = self.tax_cents(cents - off, rate)
        self.cents += cents - off + (0 if self.include else tax)
        return ChargeDraft(
            kind=kind, title="", amount=self.money(cents), discounts=(self.money(off),), tax=self.money(tax)
        )

    def order(self) -> OrderDraft:
        lines = [self.line(number) for number in range(self.random.randint(1, 8))]
        charges = [self.charge(kind) for kind in ChargeKind if self.random.random() < 0.6]
        return _order(lines, charges, self.currency, self.include, self.money(self.cents))


def test_the_identity_holds_to_the_grosz_for_5000_orders() -> None:
    shops = [_Shop(seed) for seed in range(ORDERS)]
    differences = [difference(shop.order()).amount for shop in shops]
    assert [amount for amount in differences if amount] == []
    assert {(shop.currency, shop.include) for shop in shops} == {(c, i) for c in CURRENCIES for i in (True, False)}


def test_an_order_that_is_a_grosz_off_says_by_how_much() -> None:
    for seed in range(200):
        shop = _Shop(seed)
        draft = shop.order()
        off = _order(list(draft.lines), list(draft.charges), shop.currency, shop.include, draft.total + shop.money(1))
        assert difference(off) == shop.money(1)


@given(
    price=st.decimals("0.01", "99999.99", places=2),
    quantity=st.decimals("0.001", "999.999", places=3),
    rate=st.sampled_from(RATES),
)
@settings(max_examples=300, derandomize=True)
def test_tax_within_and_tax_upon_are_one_another_to_the_minor_unit(
    price: Decimal, quantity: Decimal, rate: Decimal
) -> None:
    net = Money(price * quantity, "PLN").rounded()
    tax = tax_upon(net, rate)
    assert abs(tax_within(net + tax, rate) - tax).amount <= CENT


def test_prices_without_tax_take_it_on_top() -> None:
    line = LineDraft(
        source_line_ref="1", sku="MUG", title="", quantity=Decimal(3), unit_price=Money("10.00", "EUR"),
        discounts=(Money("5.00", "EUR"),), tax=Money("5.75", "EUR"),
    )  # fmt: skip
    draft = _order([line], [], "EUR", False, Money("30.75", "EUR"))
    assert (totals_of_order(draft).total, difference(draft)) == (Money("30.75", "EUR"), Money("0.00", "EUR"))
    assert difference(_order([line], [], "EUR", True, Money("25.00", "EUR"))) == Money("0.00", "EUR")


def test_a_currency_without_minor_units_is_rounded_to_whole_ones() -> None:
    line = LineDraft(source_line_ref="1", sku="M", title="", quantity=Decimal("1.5"), unit_price=Money(333, "JPY"))
    assert totals_of_order(_order([line], [], "JPY", True, Money(500, "JPY"))).lines == Money(500, "JPY")


def test_currencies_never_mix() -> None:
    line = LineDraft(source_line_ref="1", sku="M", title="", quantity=Decimal(1), unit_price=Money(1, "EUR"))
    with pytest.raises(CurrencyMismatch):
        difference(_order([line], [], "PLN", True, Money(1, "PLN")))


def test_a_refund_follows_from_lines_shipping_and_adjustment() -> None:
    line = RefundLineDraft(source_line_ref="1", quantity=Decimal(1), amount=Money("39.00", "PLN"))
    parts = {"lines": (line,), "shipping": Money("12.00", "PLN"), "adjustment": Money("-1.00", "PLN")}
    assert not refund_difference(RefundDraft(source_ref="1", amount=Money("50.00", "PLN"), at=PLACED, **parts))
    off = RefundDraft(source_ref="1", amount=Money("50.02", "PLN"), at=PLACED, **parts)
    assert refund_difference(off) == Money("0.02", "PLN")
