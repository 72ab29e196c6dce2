"""
Money in the two currencies of an order: the shop's and the buyer's.

Documents keep a money set as one string ("12.30") when both currencies are the same, else as [shop, presentment].
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ZERO_DECIMAL = frozenset(
    {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XPF"}
)
THREE_DECIMAL = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})

Bag = str | list[str]


def digits(currency: str) -> int:
    """Return how many decimals the currency has."""
    if currency in ZERO_DECIMAL:
        return 0
    return 3 if currency in THREE_DECIMAL else 2


def rounded(value: Decimal, currency: str) -> Decimal:
    """Round half up to the currency's decimals."""
    return value.quantize(Decimal(1).scaleb(-digits(currency)), rounding=ROUND_HALF_UP)


def text(value: Decimal | str, currency: str) -> str:
    """Return the amount with exactly the currency's decimals."""
    return format(rounded(Decimal(value), currency), "f")


def spread(total: Decimal, weights: Sequence[Decimal], currency: str) -> list[Decimal]:
    """Divide an amount by weight so that the rounded shares add up to it."""
    whole = sum(weights, Decimal(0))
    if not whole:
        return [Decimal(0) for _ in weights]
    shares, seen, given = [], Decimal(0), Decimal(0)
    for weight in weights:
        seen += weight
        share = rounded(total * seen / whole, currency) - given
        given += share
        shares.append(share)
    return shares


@dataclass(frozen=True, slots=True)
class Amount:
    """The same amount in the shop's and in the buyer's currency."""

    shop: Decimal = Decimal(0)
    buyer: Decimal = Decimal(0)

    @classmethod
    def read(cls, bag: Bag | None) -> "Amount":
        """Read what `dump` wrote; nothing is zero."""
        if bag is None:
            return cls()
        if isinstance(bag, str):
            return cls(Decimal(bag), Decimal(bag))
        return cls(Decimal(bag[0]), Decimal(bag[1]))

    def dump(self, currencies: tuple[str, str]) -> Bag:
        """Write the document form, in (shop currency, buyer's currency)."""
        shop = text(self.shop, currencies[0])
        return shop if currencies[0] == currencies[1] else [shop, text(self.buyer, currencies[1])]

    def part(self, numerator: int, denominator: int, currencies: tuple[str, str]) -> "Amount":
        """Return the rounded share numerator / denominator."""
        if not denominator:
            return Amount()
        return Amount(
            rounded(self.shop * numerator / denominator, currencies[0]),
            rounded(self.buyer * numerator / denominator, currencies[1]),
        )

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.shop + other.shop, self.buyer + other.buyer)

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(self.shop - other.shop, self.buyer - other.buyer)

    def __bool__(self) -> bool:
        return bool(self.shop or self.buyer)


def total(amounts: Iterable[Amount]) -> Amount:
    """Add up."""
    result = Amount()
    for each in amounts:
        result += each
    return result
