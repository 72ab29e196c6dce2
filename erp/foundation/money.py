"""Money: an exact amount in a currency, and the model columns that hold it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Self, overload

from django.db import models

# ISO 4217 minor units that differ from 2.
_DIGITS = {
    **dict.fromkeys(("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF").split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
}


class CurrencyMismatch(TypeError):
    """Amounts of different currencies were compared or added."""


def digits_of(currency: str) -> int:
    """Decimal places of a currency in cash and books (ISO 4217)."""
    return _DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """
    An exact amount in one currency (ISO 4217 code).

    Refuses floats and mixed currencies; is not rounded by arithmetic: call :meth:`rounded` once,
    before a ledger or a document sees it.
    """

    amount: Decimal
    currency: str

    def __init__(self, amount: Decimal | int | str, currency: str) -> None:
        if isinstance(amount, float | bool):
            raise TypeError("money is never a float")
        if len(currency) != 3 or not currency.isalpha() or not currency.isupper():
            raise ValueError(f"not a currency code: {currency!r}")
        object.__setattr__(self, "amount", Decimal(amount))
        object.__setattr__(self, "currency", currency)

    @classmethod
    def zero(cls, currency: str) -> Self:
        return cls(0, currency)

    @classmethod
    def total(cls, amounts: Iterable["Money"], currency: str) -> "Money":
        """The sum; ``currency`` is that of an empty sum, and every amount must have it."""
        result = Money.zero(currency)
        for amount in amounts:
            result += amount
        return result

    def rounded(self) -> "Money":
        """Rounded to the currency's digits, half away from zero."""
        return Money(self.amount.quantize(Decimal(1).scaleb(-digits_of(self.currency)), ROUND_HALF_UP), self.currency)

    def split(self, weights: Sequence[Decimal | int]) -> list["Money"]:
        """
        Shares in proportion to the weights that sum to this amount exactly.

        Shares are rounded down to the currency's digits; what is left goes, one minor unit each, to
        the shares that lost most (largest remainder). Weights are not negative; all zero means equal shares.
        """
        if not weights or any(weight < 0 for weight in weights):
            raise ValueError("weights must be given and not negative")
        unit = Decimal(1).scaleb(-digits_of(self.currency))
        weights = weights if sum(weights) else [1] * len(weights)
        total, sign = sum((Decimal(w) for w in weights), Decimal(0)), (-1 if self.amount < 0 else 1)
        exact = [abs(self.amount) * w / total for w in weights]
        shares = [share // unit * unit for share in exact]
        missing = int((abs(self.amount) - sum(shares)) / unit)
        by_loss = sorted(range(len(shares)), key=lambda i: (shares[i] - exact[i], i))
        for i in by_loss[:missing]:
            shares[i] += unit
        shares[by_loss[0]] += abs(self.amount) - sum(shares)  # below one minor unit, if the amount was not rounded
        return [Money(-share if sign < 0 and share else share, self.currency) for share in shares]

    def _same(self, other: object) -> "Money":
        if not isinstance(other, Money):
            raise TypeError(f"money and {type(other).__name__} don't mix")
        if other.currency != self.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency} don't mix")
        return other

    def __add__(self, other: "Money") -> "Money":
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.amount - self._same(other).amount, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def __abs__(self) -> "Money":
        return Money(abs(self.amount), self.currency)

    def __mul__(self, factor: Decimal | int) -> "Money":
        if isinstance(factor, float):
            raise TypeError("money is never multiplied by a float")
        return Money(self.amount * factor, self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: "Money") -> bool:
        return self.amount < self._same(other).amount

    def __le__(self, other: "Money") -> bool:
        return self.amount <= self._same(other).amount

    def __gt__(self, other: "Money") -> bool:
        return self.amount > self._same(other).amount

    def __ge__(self, other: "Money") -> bool:
        return self.amount >= self._same(other).amount

    def __bool__(self) -> bool:
        return self.amount != 0

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


def amount_field(**options: Any) -> "models.DecimalField[Decimal, Decimal]":
    """The column of an amount: 18 digits, 4 of them decimals."""
    return models.DecimalField(max_digits=18, decimal_places=4, **options)


def currency_field(**options: Any) -> "models.CharField[str, str]":
    """The column of a currency code (ISO 4217)."""
    return models.CharField(max_length=3, **options)


class MoneyOf:
    """Reads and writes an amount column and its currency column as one ``Money``."""

    def __init__(self, amount: str, currency: str = "currency") -> None:
        self.amount, self.currency = amount, currency

    @overload
    def __get__(self, row: None, owner: type) -> "MoneyOf": ...
    @overload
    def __get__(self, row: object, owner: type) -> Money: ...
    def __get__(self, row: object | None, owner: type) -> "Money | MoneyOf":
        if row is None:
            return self
        return Money(getattr(row, self.amount), getattr(row, self.currency))

    def __set__(self, row: object, value: Money) -> None:
        if not isinstance(value, Money):
            raise TypeError(f"expected Money, not {type(value).__name__}")
        setattr(row, self.amount, value.amount)
        setattr(row, self.currency, value.currency)
