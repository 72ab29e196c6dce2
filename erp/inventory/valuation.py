"""
What moves are worth by moving average: arithmetic on costs that the caller has locked.

Each move is rounded once, to the currency of the books, and the last unit takes what is left, so that the values of
the moves always sum to the value of the stock and nothing on hand is worth nothing.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from erp.foundation.money import Money

ZERO = Decimal(0)
_STEP = Decimal("0.0001")  # of stored unit costs


@dataclass(slots=True)
class Cost:
    """Quantity and value of a company's whole stock of a variant, under our lock."""

    cost_id: int
    variant_id: int
    quantity: Decimal
    value: Decimal
    currency: str
    last_unit_cost: Decimal

    @property
    def average(self) -> Decimal:
        """What one unit is worth, not rounded; when there is none, what one was worth last."""
        return self.value / self.quantity if self.quantity else self.last_unit_cost

    def add(self, quantity: Decimal, unit_cost: Money | None) -> Decimal:
        """
        Goods come in at a unit cost, or at the average when nobody knows what they cost.

        :returns: what the stock gained. :raises CurrencyMismatch: for a cost in another currency than the books'.
        """
        worth = Money.zero(self.currency) + (unit_cost or Money(self.average, self.currency)) * quantity
        gained = worth.rounded().amount
        self.quantity += quantity
        self.value += gained
        return gained

    def take(self, quantity: Decimal) -> Decimal:
        """
        Goods go out at the average.

        :returns: what the stock lost, as a positive number.
        """
        lost = self.value
        if quantity < self.quantity:
            lost = min(self.value, Money(self.average * quantity, self.currency).rounded().amount)
        else:
            self.last_unit_cost = self.average.quantize(_STEP, ROUND_HALF_UP)
        self.quantity -= quantity
        self.value -= lost
        return lost
