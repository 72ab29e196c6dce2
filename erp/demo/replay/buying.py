"""A purchase as the simulated shop's checkout takes it."""

from typing import Any

from erp.demo.replay.meaning import CARRIER_POSTCODES, COUNTRIES, NO_POSTAGE, SHIPPING_TITLES, Meaning
from erp.demo.replay.scene import FREIGHT
from erp.demo.replay.script import Buy, Part

_ELSEWHERE = "0000"


def order_of(step: Buy) -> dict[str, Any]:
    """The order: goods at the prices of the history, fees and postage as what they are, paid. No customer = a guest."""
    invoice = step.invoice
    name = f"Customer {invoice.customer}" if invoice.customer else f"Guest {invoice.number}"
    first, _blank, last = name.partition(" ")
    address = _address(first, last, COUNTRIES[invoice.country], invoice.country)
    email = f"{first.lower()}{last}@example.com"
    who: dict[str, Any] = {"email": email}
    if invoice.customer:
        who["customer"] = {"email": email, "firstName": first, "lastName": last}
    return who | {
        "lines": [_line(part) for part in step.parts],
        "shipping": _shipping(step),
        "shippingAddress": address,
        "billingAddress": address,
        "financialStatus": "PAID",
        "oversell": True,  # it was sold, whatever there was
        "locale": "en-GB",
        "poNumber": invoice.number,
        "attributes": {"invoice": invoice.number, "sold_at": invoice.at.isoformat(sep=" ")},
    }


def _line(part: Part) -> dict[str, Any]:
    line: dict[str, Any] = {"sku": part.code, "quantity": part.quantity, "price": str(part.price)}
    if part.meaning not in (Meaning.GOODS, Meaning.VOUCHER):
        line |= {"title": part.title, "requiresShipping": False, "taxable": False}
    return line


def _shipping(step: Buy) -> list[dict[str, str]]:
    by_carrier = COUNTRIES[step.invoice.country] in CARRIER_POSTCODES
    tail = "" if by_carrier else FREIGHT
    lines = [{"title": SHIPPING_TITLES[part.code.upper()] + tail, "price": str(part.amount)} for part in step.shipping]
    return lines or [{"title": NO_POSTAGE + tail, "price": "0.00"}]


def _address(first: str, last: str, country: str, city: str) -> dict[str, str]:
    """The history knows the country only; the rest is made up, in the form of that country."""
    return {
        "firstName": first,
        "lastName": last,
        "address1": "1 Market Street",
        "zip": CARRIER_POSTCODES.get(country, _ELSEWHERE),
        "city": city,
        "countryCode": country,
        "phone": "+441130000001",
    }
