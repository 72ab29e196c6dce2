"""Numbers that the carrier gives out: SSCCs (GS1 General Specifications, 3.3 and 7.9) and ids."""

import re

from erp.simulators.carrier.http.problems import not_found

EXTENSION_DIGIT = "3"
COMPANY_PREFIX = "9521234"
"""From 952, the range GS1 keeps for demonstrations, so that no label of ours can be taken for a firm's."""


def check_digit(digits: str) -> str:
    """GS1's modulo 10: from the right, digits count three times and once in turn."""
    total = sum(int(digit) * (3 if i % 2 == 0 else 1) for i, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def make_sscc(serial: int) -> str:
    """The 18 digits of the parcel with this serial number, from 1 to 999,999,999."""
    digits = f"{EXTENSION_DIGIT}{COMPANY_PREFIX}{serial:09d}"
    return digits + check_digit(digits)


def write_id(prefix: str, number: int) -> str:
    return f"{prefix}_{number:012d}"


def read_id(prefix: str, text: str, *, what: str) -> int:
    """:raises Problem: not_found, if it isn't an id of this kind."""
    if not re.fullmatch(rf"{prefix}_[0-9]{{12}}", text):
        raise not_found(what)
    return int(text.partition("_")[2])
