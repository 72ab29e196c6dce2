"""
Which earlier purchase a cancellation takes back: same buyer, same code, same price, and never by force.

A purchase of exactly that quantity comes first, then the buyer's purchases of it from the newest on, as long as
together they cover the cancellation.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from erp.demo.replay.script import Part, Reason


@dataclass(slots=True)
class Bought:
    """A line of an order at the shop, and what is left of it to take back."""

    order: str
    line: str
    code: str
    price: Decimal
    left: int
    position: int  # of all lines that were bought


@dataclass(frozen=True, slots=True)
class Match:
    """So much of a line that was bought is taken back."""

    bought: Bought
    quantity: int


class Memory:
    """What each buyer has bought, and what of the money is left."""

    def __init__(self) -> None:
        self._lines: dict[str, list[Bought]] = defaultdict(list)
        self._money: dict[str, dict[str, Decimal]] = defaultdict(dict)
        self._count = 0

    def remember(self, customer: str, order: str, paid: Decimal, lines: list[tuple[str, Part]]) -> None:
        """An order of a known buyer: its lines (the shop's key, what it is) and what was paid."""
        self._money[customer][order] = paid
        for key, part in lines:
            self._count += 1
            bought = Bought(order, key, part.code, part.price, part.quantity, self._count)
            self._lines[customer].append(bought)

    def match(self, customer: str, part: Part) -> list[Match] | Reason:
        """The lines that a cancelled part takes back, or why there are none; nothing is changed."""
        of_code = [bought for bought in self._lines[customer] if bought.code == part.code]
        fitting = [bought for bought in of_code if bought.price == part.price and bought.left > 0]
        exact = [bought for bought in fitting if bought.left == part.quantity]
        if exact:
            return [Match(exact[-1], part.quantity)]
        if sum(bought.left for bought in fitting) >= part.quantity:
            return _newest_first(fitting, part.quantity)
        if fitting:
            return Reason.SOLD_LESS
        return Reason.OTHER_PRICE if of_code else Reason.NEVER_SOLD

    def order_with(self, customer: str, amount: Decimal) -> str | None:
        """The buyer's newest order of which at least so much money is left."""
        return next((key for key, left in reversed(self._money[customer].items()) if left >= amount > 0), None)

    def left(self, customer: str, order: str) -> dict[str, int]:
        """What is left of each line of an order."""
        return {bought.line: bought.left for bought in self._lines[customer] if bought.order == order}

    def take(self, customer: str, matches: list[Match]) -> None:
        """Goods were taken back."""
        for match in matches:
            match.bought.left -= match.quantity
            self._money[customer][match.bought.order] -= match.quantity * match.bought.price

    def pay_back(self, customer: str, order: str, amount: Decimal) -> None:
        """Money went back beside the goods."""
        self._money[customer][order] -= amount


def _newest_first(fitting: list[Bought], quantity: int) -> list[Match]:
    matches = []
    for bought in reversed(fitting):
        taken = min(bought.left, quantity)
        matches.append(Match(bought, taken))
        quantity -= taken
        if not quantity:
            break
    return matches
