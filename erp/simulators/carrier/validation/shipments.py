"""The body of `POST /v1/shipments`."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypedDict

from erp.simulators.carrier.validation.countries import COUNTRIES
from erp.simulators.carrier.validation.fields import Fields
from erp.simulators.carrier.validation.parties import Party, read_party
from erp.simulators.carrier.validation.services import (
    COD_LIMITS,
    CURRENCY_DIGITS,
    INSURANCE_LIMIT,
    SERVICES,
    Service,
    locker_size,
    too_big_for_courier,
)

PointProblem = Callable[[str, str | None], tuple[str, str] | None]
_SMALLEST_AMOUNT = Decimal("0.01")


class Amount(TypedDict):
    amount: str
    currency: str


class Parcel(TypedDict):
    weight_kg: str
    length_cm: str
    width_cm: str
    height_cm: str
    size: str | None


class Order(TypedDict):
    """What the client asked for, normalised; two requests are the same if these are equal."""

    reference: str
    service: str
    handover: str
    sender: Party
    receiver: Party
    point_id: str | None
    parcels: list[Parcel]
    cod: Amount | None
    insurance: Amount | None
    contents: str | None
    comment: str | None


def read_order(raw: Any, *, point_problem: PointProblem) -> Order:
    """
    Check the whole body.

    :param point_problem: code and detail if the point can't take a parcel of the size.
    :raises Problem: validation_failed, with every field that is wrong.
    """
    fields = Fields(raw)
    name = fields.choice("service", SERVICES)
    service = SERVICES.get(name, SERVICES["courier"])
    order = Order(
        reference=read_reference(fields),
        service=name,
        handover=fields.choice("handover", ("collection", "drop_off"), default="collection"),
        sender=read_party(fields.inner("sender"), countries=("PL", "GB")),
        receiver=read_party(fields.inner("receiver"), countries=service.countries),
        point_id=fields.text("point_id", longest=20, required=name == "locker"),
        parcels=[
            _read_parcel(Fields(parcel, pointer=f"/parcels/{i}", errors=fields.errors), name, service)
            for i, parcel in enumerate(fields.each("parcels", most=service.most_parcels))
        ],
        cod=None,
        insurance=_read_amount(fields.inner("insurance", required=False), {"PLN": INSURANCE_LIMIT}),
        contents=fields.text("contents", longest=60, required=False),
        comment=fields.text("comment", longest=100, required=False),
    )
    order["cod"] = _read_cod(fields, order)
    _check_point(fields, order, point_problem)
    fields.finish()
    return order


def read_reference(fields: Fields) -> str:
    reference = fields.text("reference", longest=64) or ""
    if not re.fullmatch(r"[ -~]*", reference):
        fields.note("reference", "invalid", "Printable ASCII only")
    return reference


def _read_parcel(fields: Fields, service_name: str, service: Service) -> Parcel:
    weight = fields.decimal("weight_kg", digits=3, lowest=Decimal("0.01"), highest=service.heaviest)
    sides = [
        fields.decimal(side, digits=1, lowest=Decimal("0.1"), highest=Decimal(300))
        for side in ("length_cm", "width_cm", "height_cm")
    ]
    fields.close()
    length, width, height = sides
    size = None
    if length is not None and width is not None and height is not None:
        if service_name == "locker":
            size = locker_size((length, width, height))
            if size is None:
                fields.note("length_cm", "too_large", "The parcel does not fit the largest locker, 40 x 38 x 60 cm")
        elif too_big_for_courier((length, width, height)):
            fields.note(
                "length_cm", "too_large", "Longest side at most 175 cm, with twice the other two at most 300 cm"
            )
    return Parcel(weight_kg=str(weight), length_cm=str(length), width_cm=str(width), height_cm=str(height), size=size)


def _read_amount(fields: Fields | None, limits: dict[str, Decimal]) -> Amount | None:
    if fields is None:
        return None
    currency = fields.text("currency", shortest=3, longest=3) or ""
    if currency and currency not in limits:
        fields.note("currency", "currency_not_allowed", f"Use {' or '.join(limits)}")
    highest = limits.get(currency, Decimal("999999999"))
    amount = fields.decimal("amount", digits=CURRENCY_DIGITS.get(currency, 2), lowest=_SMALLEST_AMOUNT, highest=highest)
    fields.close()
    return Amount(amount=str(amount), currency=currency)


def _read_cod(fields: Fields, order: Order) -> Amount | None:
    wanted = order["service"] == "courier_cod"
    inner = fields.inner("cod", required=wanted)
    if inner is not None and not wanted:
        fields.note("cod", "not_allowed", "Only the service courier_cod collects money")
        return None
    country = COUNTRIES.get(order["receiver"]["address"]["country"])
    currency = country.cod_currency if country else None
    return _read_amount(inner, {currency: COD_LIMITS[currency]} if currency else COD_LIMITS)


def _check_point(fields: Fields, order: Order, point_problem: PointProblem) -> None:
    point = order["point_id"]
    if order["service"] != "locker":
        if point is not None:
            fields.note("point_id", "not_allowed", "Only the service locker goes to a point")
        return
    if order["receiver"]["email"] is None and not any(e.pointer == "/receiver/email" for e in fields.errors):
        fields.note("receiver/email", "required", "Lockers need the receiver's e-mail")
    size = order["parcels"][0]["size"] if order["parcels"] else None
    if point is not None and (problem := point_problem(point, size)):
        fields.note("point_id", *problem)
