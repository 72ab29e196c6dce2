"""What moves are worth by moving average."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erp.foundation.money import CurrencyMismatch, Money
from erp.inventory.valuation import Cost


def a_cost(quantity: str = "0", value: str = "0", currency: str = "PLN") -> Cost:
    return Cost(1, 1, Decimal(quantity), Decimal(value), currency, Decimal(0))


def test_each_move_is_rounded_once() -> None:
    cost = a_cost()
    assert cost.add(Decimal(3), Money("0.335", "PLN")) == Decimal("1.01")  # 1.005
    assert cost.take(Decimal(1)) == Decimal("0.34")
    assert cost.take(Decimal(1)) == Decimal("0.34")
    assert cost.take(Decimal(1)) == Decimal("0.33")
    assert (cost.quantity, cost.value) == (Decimal(0), Decimal(0))


def test_a_currency_without_small_change_is_rounded_to_whole_units() -> None:
    assert a_cost(currency="JPY").add(Decimal(3), Money("10.5", "JPY")) == Decimal(32)


def test_goods_of_unknown_cost_are_worth_the_average_and_after_the_last_the_last_one() -> None:
    cost = a_cost("4", "10.00")
    assert cost.add(Decimal(1), None) == Decimal("2.50")
    cost.take(Decimal(5))
    assert cost.add(Decimal(2), None) == Decimal("5.00")


def test_currencies_do_not_mix() -> None:
    with pytest.raises(CurrencyMismatch):
        a_cost().add(Decimal(1), Money("1", "EUR"))


moves = st.lists(st.tuples(st.booleans(), st.decimals("0.001", 50, places=3), st.decimals(0, 999, places=4)))


@given(moves)
def test_values_of_moves_always_sum_to_the_value_of_the_stock(steps: list[tuple[bool, Decimal, Decimal]]) -> None:
    cost, ledger = a_cost(), Decimal(0)
    for incoming, quantity, price in steps:
        if incoming:
            ledger += cost.add(quantity, Money(price, "PLN"))
        elif quantity <= cost.quantity:
            ledger -= cost.take(quantity)
        assert cost.value == ledger >= 0
        assert cost.quantity > 0 or cost.value == 0
