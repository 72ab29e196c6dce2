"""How much of an order should stand invoiced: shares add up whatever the order of facts."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from erp.finance.billing import NOTHING, Refunds, Share, Sold, charges_should, line_should

D = Decimal


def three_for_a_hundred(**changes: object) -> Sold:
    facts: dict[str, object] = {
        "whole": Share(D(3), D("100.00"), D("18.70")),
        "shipped": D(3),
        "cancelled": D(0),
        "currency": "PLN",
        "prepaid": True,
    }
    return Sold(**(facts | changes))  # type: ignore[arg-type]


def test_each_unit_has_its_share_and_all_make_the_whole() -> None:
    shares = [line_should(three_for_a_hundred(), D(n), Refunds()) for n in range(4)]
    assert [share.gross for share in shares] == [D(0), D("33.33"), D("66.67"), D("100.00")]
    assert [share.tax for share in shares] == [D(0), D("6.23"), D("12.47"), D("18.70")]


def test_a_unit_cancelled_and_refunded_leaves_exactly_the_rest() -> None:
    refunded = Refunds(never_sent=Share(D(1), D("33.34"), D("6.24")))
    kept = line_should(three_for_a_hundred(cancelled=D(1), shipped=D(2)), D(2), refunded)
    assert kept == Share(D(2), D("66.66"), D("12.46"))


def test_a_unit_cancelled_without_refund_is_not_billed() -> None:
    kept = line_should(three_for_a_hundred(cancelled=D(1), shipped=D(2), prepaid=False), D(2), Refunds())
    assert kept == Share(D(2), D("66.67"), D("12.47"))


def test_a_unit_sent_back_is_taken_off_what_was_billed() -> None:
    kept = line_should(three_for_a_hundred(), D(3), Refunds(sent_back=Share(D(1), D("33.33"), D("6.23"))))
    assert kept == Share(D(2), D("66.67"), D("12.47"))


def test_goods_not_put_back_account_for_cancelled_units_where_the_buyer_paid_in_advance() -> None:
    """Four ordered, one sent, two refunded: one of them will not be sent any more. Three leave in the end."""
    sold = Sold(whole=Share(D(4), D("80.00"), D("14.96")), shipped=D(3), cancelled=D(1), currency="PLN", prepaid=True)
    refunds = Refunds(not_put_back=Share(D(2), D("40.00"), D("7.48")))
    assert line_should(sold, D(3), refunds) == Share(D(2), D("40.00"), D("7.48"))


def test_goods_not_put_back_account_for_sent_units_where_the_buyer_pays_later() -> None:
    """Three ordered, one called off unpaid, two sent, one of these credited."""
    refunds = Refunds(not_put_back=Share(D(1), D("33.33"), D("6.23")))
    kept = line_should(three_for_a_hundred(cancelled=D(1), shipped=D(2), prepaid=False), D(2), refunds)
    assert kept == Share(D(1), D("33.34"), D("6.24"))


def test_goods_said_never_sent_that_had_left_are_credited() -> None:
    kept = line_should(three_for_a_hundred(), D(3), Refunds(never_sent=Share(D(3), D("100.00"), D("18.70"))))
    assert kept == NOTHING


def test_a_refund_above_what_is_billed_so_far_does_not_make_it_negative() -> None:
    kept = line_should(three_for_a_hundred(shipped=D(1)), D(1), Refunds(sent_back=Share(D(1), D("50.00"), D("9.35"))))
    assert (kept.gross, kept.tax) == (D(0), D(0))


def test_refunded_delivery_comes_off_the_last_charge_first_and_the_excess_is_told() -> None:
    charges = [Share(D(1), D("10.00"), D("1.87")), Share(D(1), D("5.00"), D("0.94"))]
    shares, beyond = charges_should(charges, Share(D(0), D("7.00"), D("1.31")), "PLN")
    assert shares == [Share(D(1), D("8.00"), D("1.50")), Share(D(0), D("0.00"), D("0.00"))]
    assert beyond == Share(D(0), D("0.00"), D(0))
    shares, beyond = charges_should(charges, Share(D(0), D("20.00"), D("3.74")), "PLN")
    assert [share.gross for share in shares] == [D(0), D(0)]
    assert beyond.gross == D("5.00")


@given(
    units=st.integers(1, 40),
    gross=st.integers(0, 10**7),
    percent=st.integers(0, 27),
    steps=st.lists(st.integers(1, 40), max_size=12),
    currency=st.sampled_from(["PLN", "JPY", "KWD"]),
)
def test_partial_invoices_add_up_to_the_line(
    units: int, gross: int, percent: int, steps: list[int], currency: str
) -> None:
    minor = {"PLN": D("0.01"), "JPY": D(1), "KWD": D("0.001")}[currency]
    whole = Share(D(units), gross * minor, (gross * percent // 127) * minor)
    sold = Sold(whole=whole, shipped=D(units), cancelled=D(0), currency=currency, prepaid=True)
    billed, standing = D(0), NOTHING
    for step in [*steps, units]:
        billed = min(billed + step, D(units))
        delta = line_should(sold, billed, Refunds()) - standing
        assert delta.gross >= 0
        assert delta.tax >= 0
        standing = standing + delta
    assert standing == whole
