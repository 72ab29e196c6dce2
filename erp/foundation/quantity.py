"""Quantities: exact numbers with at most three decimals; the unit stands on the product."""

from decimal import Decimal
from typing import Any, NewType

from django.db import models

Quantity = NewType("Quantity", Decimal)
_STEP = Decimal("0.001")


def quantity(value: Decimal | int | str) -> Quantity:
    """
    An exact quantity in the product's unit.

    :raises TypeError: for a float. :raises ValueError: for more than three decimals.
    """
    if isinstance(value, float | bool):
        raise TypeError("a quantity is never a float")
    number = Decimal(value)
    rounded = number.quantize(_STEP)
    if rounded != number:
        raise ValueError(f"more than three decimals: {value}")
    return Quantity(rounded)


ZERO = quantity(0)


def quantity_field(**options: Any) -> "models.DecimalField[Decimal, Decimal]":
    """The column of a quantity: 14 digits, 3 of them decimals."""
    return models.DecimalField(max_digits=14, decimal_places=3, **options)
