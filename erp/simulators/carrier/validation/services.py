"""What the carrier offers, within which limits, at what price."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from erp.simulators.carrier.validation.countries import COUNTRIES

COD_COUNTRIES = tuple(code for code, country in COUNTRIES.items() if country.cod_currency)
COD_LIMITS = {
    "PLN": Decimal("6000"),
    "CZK": Decimal("35000"),
    "EUR": Decimal("1500"),
    "HUF": Decimal("550000"),
    "RON": Decimal("7000"),
}
CURRENCY_DIGITS = {"PLN": 2, "CZK": 2, "EUR": 2, "HUF": 0, "RON": 2}
INSURANCE_LIMIT = Decimal("20000")
LOCKER_SIZES = {
    "S": (Decimal(9), Decimal(38), Decimal(60)),
    "M": (Decimal(20), Decimal(38), Decimal(60)),
    "L": (Decimal(40), Decimal(38), Decimal(60)),
}


@dataclass(frozen=True)
class Service:
    """`heaviest` in kg per parcel."""

    title: str
    most_parcels: int
    heaviest: Decimal
    countries: tuple[str, ...]


SERVICES = {
    "courier": Service("COURIER", 10, Decimal("31.5"), tuple(COUNTRIES)),
    "locker": Service("LOCKER", 1, Decimal("20"), ("PL",)),
    "courier_cod": Service("COURIER COD", 10, Decimal("31.5"), COD_COUNTRIES),
}


def locker_size(sides: tuple[Decimal, Decimal, Decimal]) -> str | None:
    """The smallest locker that the parcel fits, turned any way; sides in cm."""
    for size, inside in LOCKER_SIZES.items():
        if all(side <= room for side, room in zip(sorted(sides), sorted(inside), strict=True)):
            return size
    return None


def too_big_for_courier(sides: tuple[Decimal, Decimal, Decimal]) -> bool:
    short, middle, long = sorted(sides)
    return long > 175 or long + 2 * (short + middle) > 300


def charge(*, service: str, country: str, weights: list[Decimal], insured: Decimal) -> Decimal:
    """In PLN: by zone and parcel, each started kg over 5, cash on delivery 4.00, insurance 0.3 % but at least 1.00."""
    base = {"PL": Decimal("14.90"), "GB": Decimal("79.00")}.get(country, Decimal("39.00"))
    if service == "locker":
        base = Decimal("11.90")
    over = sum((max(Decimal(0), (weight - 5).to_integral_value(ROUND_CEILING)) for weight in weights), Decimal(0))
    price = base * len(weights) + over * Decimal("0.50")
    if service == "courier_cod":
        price += Decimal("4.00")
    if insured:
        price += max(Decimal("1.00"), insured * Decimal("0.003"))
    return price.quantize(Decimal("0.01"), ROUND_HALF_UP)
