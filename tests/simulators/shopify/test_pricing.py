"""The arithmetic of totals, without HTTP."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from erp.simulators.shopify.domain import totals
from erp.simulators.shopify.domain.pricing import Discount, Priced, Tax, price
from erp.simulators.shopify.state.money import Amount, spread, text

D = Decimal
cents = st.integers(0, 10_000_00).map(lambda value: D(value) / 100)


@given(whole=cents, weights=st.lists(cents, min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_shares_add_up(whole: Decimal, weights: list[Decimal]) -> None:
    shares = spread(whole, weights, "PLN")
    assert sum(shares) == (whole if any(weights) else 0)
    assert all(share >= 0 for share in shares)


@given(gross=cents, quantity=st.integers(1, 30), data=st.data())
@settings(max_examples=200, deadline=None)
def test_slices_of_a_line_add_up(gross: Decimal, quantity: int, data: st.DataObject) -> None:
    doc = {"currencyCode": "PLN", "presentmentCurrencyCode": "PLN"}
    line, whole = {"quantity": quantity}, Amount(gross, gross)
    done, left = Amount(), quantity
    while left:
        count = data.draw(st.integers(1, left))
        done += totals.units(doc, line, whole, quantity - left, count)
        left -= count
    assert done == whole


@given(
    prices=st.lists(cents, min_size=1, max_size=6), off=cents, rate=st.sampled_from([D("0.23"), D("0.08"), D("0.0725")])
)
@settings(max_examples=200, deadline=None)
def test_tax_inside_the_price_and_on_top_of_it(prices: list[Decimal], off: Decimal, rate: Decimal) -> None:
    for included in (True, False):
        lines = [Priced(gross=each, taxes=[Tax(title="VAT", rate=rate)]) for each in prices]
        price(lines, [], [Discount(amount=off)], included=included, currency="PLN")
        assert sum(each.net for each in lines) == max(D(0), sum(prices) - off)
        for each in lines:
            base = each.net - each.tax[0] if included else each.net
            assert abs(each.tax[0] - base * rate) <= D("0.01")


def test_discounts_apply_one_after_another() -> None:
    lines = [Priced(gross=D("100.00")), Priced(gross=D("50.00"), quantity=2)]
    shipping = [Priced(gross=D("20.00"))]
    discounts = [
        Discount(amount=D(5), lines=(1,), each=True),
        Discount(percentage=D(10)),
        Discount(percentage=D(50), shipping=True),
    ]
    price(lines, shipping, discounts, included=True, currency="PLN")
    assert [each.off for each in lines] == [{1: D("10.00")}, {0: D("10.00"), 1: D("4.00")}]
    assert shipping[0].net == D("10.00")


def test_a_discount_never_takes_more_than_there_is() -> None:
    lines = [Priced(gross=D("3.00")), Priced(gross=D("2.00"))]
    price(lines, [], [Discount(amount=D(9)), Discount(percentage=D(50))], included=True, currency="PLN")
    assert [each.net for each in lines] == [0, 0]


def test_amounts_have_the_currencys_decimals() -> None:
    assert [text(D("1234.5"), each) for each in ("PLN", "JPY", "KWD")] == ["1234.50", "1235", "1234.500"]
