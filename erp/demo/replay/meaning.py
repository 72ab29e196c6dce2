"""What a line of the history is, by its code; and what its country and its reason mean."""

import re
from decimal import Decimal
from enum import StrEnum

from erp.demo.replay.reading import Line

_PRODUCT = re.compile(r"\d{5}[A-Za-z]{0,3}|DCGS\w*|PADS|SP\d+")
_PENNY = Decimal("0.01")
_BROKEN = re.compile(
    r"damag|broken|break|smash|crush|crack|rust|wet|mou?ld|rotten|faulty|thrown|destroy|unsale?able|dirty|scrap|throw",
    re.IGNORECASE,
)


class Meaning(StrEnum):
    """What is on a line."""

    GOODS = "goods"
    SHIPPING = "shipping"
    MANUAL = "manual charge"
    VOUCHER = "gift voucher"
    DISCOUNT = "discount"
    BUYER_FEE = "fee billed to the buyer"
    COST = "cost of the company"


_BY_CODE = {
    "POST": Meaning.SHIPPING,
    "DOT": Meaning.SHIPPING,
    "C2": Meaning.SHIPPING,
    "M": Meaning.MANUAL,
    "D": Meaning.DISCOUNT,
    "BANK CHARGES": Meaning.BUYER_FEE,
    "AMAZONFEE": Meaning.COST,
    "CRUK": Meaning.COST,
    "S": Meaning.COST,
    "B": Meaning.COST,
}
SHIPPING_TITLES = {"POST": "Postage", "DOT": "Dotcom postage", "C2": "Carriage"}
NO_POSTAGE = "Standard delivery"

# Where the sandbox carrier goes; everywhere else a forwarder takes the goods, without a label of ours.
CARRIER_POSTCODES = {
    "AT": "1010", "BE": "1000", "CZ": "110 00", "DE": "10115", "DK": "1050", "ES": "28001", "FI": "00100",
    "FR": "75001", "GB": "LS1 4AP", "IT": "00118", "LT": "LT-01100", "NL": "1011 AB", "PL": "00-950",
    "PT": "1000-001", "SE": "111 20",
}  # fmt: skip
COUNTRIES = {
    "United Kingdom": "GB", "France": "FR", "Australia": "AU", "Netherlands": "NL", "Germany": "DE", "Norway": "NO",
    "EIRE": "IE", "Switzerland": "CH", "Spain": "ES", "Poland": "PL", "Portugal": "PT", "Italy": "IT",
    "Belgium": "BE", "Lithuania": "LT", "Japan": "JP", "Iceland": "IS", "Channel Islands": "GG", "Denmark": "DK",
    "Cyprus": "CY", "Sweden": "SE", "Austria": "AT", "Israel": "IL", "Finland": "FI", "Bahrain": "BH",
    "Greece": "GR", "Hong Kong": "HK", "Singapore": "SG", "Lebanon": "LB", "United Arab Emirates": "AE",
    "Saudi Arabia": "SA", "Czech Republic": "CZ", "Canada": "CA", "Brazil": "BR", "USA": "US", "Malta": "MT",
    "RSA": "ZA",
}  # fmt: skip


def meaning_of(line: Line) -> Meaning:
    """What a code stands for; a code that nobody knows is a manual charge, never a product by guess."""
    code = line.code
    if _PRODUCT.fullmatch(code):
        return Meaning.GOODS
    if code.lower().startswith("gift_"):
        return Meaning.VOUCHER
    return _BY_CODE.get(code.upper(), Meaning.MANUAL)


def in_pennies(price: Decimal) -> bool:
    """Whether a shop could charge this price: four lines of the file have three decimals."""
    return price == price.quantize(_PENNY)


def throws_away(reason: str) -> bool:
    """Whether the words of a stock correction say that goods were thrown away, and not only counted anew."""
    return bool(_BROKEN.search(reason))
