"""What stands on a label, whatever it is printed with."""

from dataclasses import dataclass

from erp.simulators.carrier.points import points
from erp.simulators.carrier.validation.countries import COUNTRIES
from erp.simulators.carrier.validation.parties import Party
from erp.simulators.carrier.validation.services import SERVICES
from erp.simulators.carrier.validation.shipments import Order

TRACKING_PAGE = "https://track.sandbox-carrier.example/"


@dataclass(frozen=True, kw_only=True)
class LabelContent:
    """One parcel's label; `sscc` and `routing` are GS1 element strings of one element, without brackets and FNC1."""

    sscc: str
    routing: str
    qr: str
    service: str
    count: str
    reference: str
    weight: str
    contents: str
    comment: str
    cod: str
    sender: tuple[str, ...]
    receiver: tuple[str, ...]
    phone: str
    postcode: str
    country: str
    point: str


def label_contents(order: Order, tracking_numbers: list[str]) -> list[LabelContent]:
    """A label per parcel."""
    receiver = order["receiver"]
    address = receiver["address"]
    bare_postcode = "".join(character for character in address["postcode"] if character.isalnum())
    cod = order["cod"]
    return [
        LabelContent(
            sscc=f"00{number}",
            routing=f"421{COUNTRIES[address['country']].number}{bare_postcode}",
            qr=TRACKING_PAGE + number,
            service=SERVICES[order["service"]].title,
            count=f"{position}/{len(tracking_numbers)}",
            reference=order["reference"],
            weight=f"{parcel['weight_kg']} kg",
            contents=order["contents"] or "",
            comment=order["comment"] or "",
            cod=f"{cod['amount']} {cod['currency']}" if cod else "",
            sender=_party_lines(order["sender"]),
            receiver=_party_lines(receiver),
            phone=receiver["phone"],
            postcode=address["postcode"],
            country=address["country"],
            point=_point_line(order["point_id"], parcel["size"]),
        )
        for position, (number, parcel) in enumerate(zip(tracking_numbers, order["parcels"], strict=True), start=1)
    ]


def human_readable(element: str) -> str:
    """The element string with its application identifier in brackets, as printed under a bar code."""
    identifier = "00" if element.startswith("00") else "421"
    return f"({identifier}) {element[len(identifier) :]}"


def _party_lines(party: Party) -> tuple[str, ...]:
    address = party["address"]
    town = f"{address['postcode']} {address['city']}, {address['country']}"
    lines = (party["company"], party["name"], address["line1"], address["line2"], town)
    return tuple(line for line in lines if line)


def _point_line(point_id: str | None, size: str | None) -> str:
    point = points().get(point_id) if point_id else None
    return f"{point.id} / {size}  {point.line1}, {point.postcode} {point.city}" if point else ""
