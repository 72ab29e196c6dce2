"""What is refused, field by field, as RFC 9457 problems."""

from typing import Any

import pytest

from tests.simulators.carrier.driving import Driver
from tests.simulators.carrier.orders import PARCEL, cod_order, courier_order, locker_order


def change(order: dict[str, Any], pointer: str, value: Any) -> dict[str, Any]:
    """The order with one value changed; ... removes it."""
    *way, last = pointer.strip("/").split("/")
    inner: Any = order
    for name in way:
        inner = inner[int(name)] if isinstance(inner, list) else inner[name]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return order


def insured_order() -> dict[str, Any]:
    return courier_order(insurance={"amount": "500", "currency": "PLN"})


@pytest.mark.parametrize(
    "order, pointer, value, code",
    [
        (courier_order, "/reference", ..., "required"),
        (courier_order, "/reference", "ż", "invalid"),
        (courier_order, "/reference", "x" * 65, "too_long"),
        (courier_order, "/reference", 7, "wrong_type"),
        (courier_order, "/service", "drone", "not_a_choice"),
        (courier_order, "/handover", "pigeon", "not_a_choice"),
        (courier_order, "/sender", ..., "required"),
        (courier_order, "/sender/address/country", "DE", "country_not_served"),
        (courier_order, "/receiver/name", " ", "too_short"),
        (courier_order, "/receiver/name", "a\nb", "invalid"),
        (courier_order, "/receiver/name", "\ud800", "invalid"),
        (courier_order, "/receiver/phone", "501502503", "phone_invalid"),
        (courier_order, "/receiver/email", "zaneta@example", "email_invalid"),
        (courier_order, "/receiver/address/postcode", "61-80", "postcode_invalid"),
        (courier_order, "/receiver/address/country", "US", "country_not_served"),
        (courier_order, "/receiver/nick", "Ż", "unknown_field"),
        (courier_order, "/parcels", [], "too_short"),
        (courier_order, "/parcels", [PARCEL] * 11, "too_many"),
        (courier_order, "/parcels/0/weight_kg", "31.501", "too_large"),
        (courier_order, "/parcels/0/weight_kg", 0, "too_small"),
        (courier_order, "/parcels/0/weight_kg", True, "wrong_type"),
        (courier_order, "/parcels/0/weight_kg", "2,5", "wrong_type"),
        (courier_order, "/parcels/0/weight_kg", "2.50001", "invalid"),
        (courier_order, "/parcels/0/length_cm", 176, "too_large"),
        (insured_order, "/insurance/amount", "20000.01", "too_large"),
        (courier_order, "/cod", {"amount": "1", "currency": "PLN"}, "not_allowed"),
        (courier_order, "/point_id", "POZ01", "not_allowed"),
        (cod_order, "/cod", ..., "required"),
        (cod_order, "/cod/currency", "EUR", "currency_not_allowed"),
        (cod_order, "/cod/amount", "6000.01", "too_large"),
        (cod_order, "/receiver/address/country", "FR", "country_not_served"),
        (locker_order, "/point_id", ..., "required"),
        (locker_order, "/point_id", "POZ99", "point_unknown"),
        (locker_order, "/point_id", "WAW05", "point_unavailable"),
        (locker_order, "/receiver/email", ..., "required"),
        (locker_order, "/parcels", [PARCEL] * 2, "too_many"),
        (locker_order, "/parcels/0/weight_kg", "20.001", "too_large"),
        (locker_order, "/parcels/0/length_cm", 61, "too_large"),
    ],
)
def test_a_wrong_field_is_named(carrier: Driver, order: Any, pointer: str, value: Any, code: str) -> None:
    problem = carrier.post("/v1/shipments", change(order(), pointer, value), 422)

    assert problem["code"] == "validation_failed"
    assert (pointer, code) in {(error["pointer"], error["code"]) for error in problem["errors"]}
    assert carrier.get("/v1/shipments")["shipments"] == []


def test_all_errors_come_at_once(carrier: Driver) -> None:
    order = courier_order(extra=1)
    order["receiver"]["phone"] = "1"
    order["parcels"][0]["weight_kg"] = "a lot"

    answer = carrier.call("POST", "/v1/shipments", order)

    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "https://sandbox-carrier.example/problems/validation_failed",
        "title": "The request is not valid",
        "status": 422,
        "code": "validation_failed",
        "detail": "3 fields are not valid",
        "errors": [
            {"pointer": "/extra", "code": "unknown_field", "detail": "This field is not known"},
            {
                "pointer": "/parcels/0/weight_kg",
                "code": "wrong_type",
                "detail": "Expected a decimal number such as 12.50",
            },
            {
                "pointer": "/receiver/phone",
                "code": "phone_invalid",
                "detail": "Expected a phone number in E.164, such as +48501502503",
            },
        ],
    }


def test_a_point_without_lockers_of_the_size_is_refused(carrier: Driver) -> None:
    large = {**PARCEL, "height_cm": 35, "width_cm": 35}

    problem = carrier.post("/v1/shipments", locker_order("POZ03", parcels=[large]), 422)

    assert [error["code"] for error in problem["errors"]] == ["point_unavailable"]
    carrier.create(locker_order("POZ01", parcels=[large]))


@pytest.mark.parametrize(
    "country, sent, written",
    [
        ("CZ", "11000", "110 00"),
        ("DE", "10115", "10115"),
        ("GB", "sw1a1aa", "SW1A 1AA"),
        ("GB", "M1 1AE", "M1 1AE"),
        ("LT", "01100", "LT-01100"),
        ("LV", "LV-1050", "LV-1050"),
        ("NL", "1011ab", "1011 AB"),
        ("PT", "1000001", "1000-001"),
        ("SE", "111 20", "111 20"),
    ],
)
def test_postcodes_are_written_as_their_country_does(carrier: Driver, country: str, sent: str, written: str) -> None:
    order = courier_order()
    order["receiver"]["address"] |= {"country": country, "postcode": sent}

    assert carrier.create(order)["receiver"]["address"]["postcode"] == written


@pytest.mark.parametrize("country", ["AT", "BE", "DK", "EE", "ES", "FI", "FR", "HU", "IT", "RO", "SI", "SK"])
def test_a_polish_postcode_of_another_length_is_no_postcode_there(carrier: Driver, country: str) -> None:
    order = courier_order()
    order["receiver"]["address"] |= {"country": country, "postcode": "61-8O3"}

    assert carrier.post("/v1/shipments", order, 422)["errors"][0]["code"] == "postcode_invalid"


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"a": NaN}', b"[" * 100_000])
def test_what_is_not_json_is_said_to_be(carrier: Driver, body: bytes) -> None:
    answer = carrier.call("POST", "/v1/shipments", content=body)

    assert answer.status_code == 400
    assert answer.json()["code"] == "malformed_json"


@pytest.mark.parametrize("body", [b"[]", b"null", b"7"])
def test_a_body_that_is_no_object_is_invalid(carrier: Driver, body: bytes) -> None:
    answer = carrier.call("POST", "/v1/shipments", content=body)

    assert answer.status_code == 422
    assert {"pointer": "", "code": "wrong_type", "detail": "Expected an object"} in answer.json()["errors"]
