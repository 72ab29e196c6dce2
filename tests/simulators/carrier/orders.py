"""Bodies to send, each new: the reference counts up."""

from copy import deepcopy
from itertools import count
from typing import Any

_NUMBERS = count(1)

SENDER = {
    "name": "Magazyn",
    "company": "Sklep Łąka sp. z o.o.",
    "phone": "+48 22 123-45-67",
    "email": "magazyn@laka.example",
    "address": {"line1": "ul. Składowa 4", "postcode": "02-001", "city": "Warszawa", "country": "PL"},
}
RECEIVER = {
    "name": "Żaneta Źródlana",
    "phone": "+48501502503",
    "email": "zaneta@example.com",
    "address": {"line1": "ul. Święty Marcin 7/3", "postcode": "61803", "city": "Poznań", "country": "PL"},
}
PARCEL = {"weight_kg": "2.5", "length_cm": 40, "width_cm": 30, "height_cm": 20}


def courier_order(**changes: Any) -> dict[str, Any]:
    order = {
        "reference": f"SH-{next(_NUMBERS)}",
        "service": "courier",
        "sender": SENDER,
        "receiver": RECEIVER,
        "parcels": [PARCEL],
        **changes,
    }
    return deepcopy(order)


def cod_order(amount: str = "129.90", currency: str = "PLN", **changes: Any) -> dict[str, Any]:
    return courier_order(service="courier_cod", cod={"amount": amount, "currency": currency}, **changes)


def locker_order(point_id: str = "POZ01", **changes: Any) -> dict[str, Any]:
    return courier_order(service="locker", point_id=point_id, **changes)


def collection(*shipments: dict[str, Any], day: str, **changes: Any) -> dict[str, Any]:
    return {
        "reference": f"PICKUP-{next(_NUMBERS)}",
        "shipment_ids": [shipment["id"] for shipment in shipments],
        "collect_on": day,
        "window": {"from": "12:00", "to": "16:00"},
        "contact": {"name": "Magazyn", "phone": "+48221234567"},
        "address": SENDER["address"],
        **changes,
    }
