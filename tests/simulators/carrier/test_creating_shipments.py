"""`POST /v1/shipments`: what comes back, and that a reference makes one shipment only."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.simulators.carrier.driving import OTHER_TOKEN, Driver
from tests.simulators.carrier.orders import PARCEL, cod_order, courier_order, locker_order


def test_a_shipment_comes_back_normalised(carrier: Driver) -> None:
    answer = carrier.call("POST", "/v1/shipments", courier_order(reference="SH/1"))

    shipment = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/shipments/{shipment['id']}"
    assert shipment["status"] == "created"
    assert shipment["sender"]["phone"] == "+48221234567"
    assert shipment["receiver"]["address"]["postcode"] == "61-803"
    assert shipment["receiver"]["company"] is None
    assert shipment["handover"] == "collection"
    assert shipment["label"] == {"status": "pending", "formats": []}
    assert shipment["charge"] == {"amount": "14.90", "currency": "PLN"}
    parcel = shipment["parcels"][0]
    assert parcel == {
        "tracking_number": shipment["tracking_number"],
        "weight_kg": "2.500",
        "length_cm": "40.0",
        "width_cm": "30.0",
        "height_cm": "20.0",
        "size": None,
    }


def test_tracking_numbers_are_ssccs_with_a_valid_check_digit(carrier: Driver) -> None:
    shipment = carrier.create(courier_order(parcels=[PARCEL, PARCEL, PARCEL]))

    numbers = [parcel["tracking_number"] for parcel in shipment["parcels"]]
    assert len(set(numbers)) == 3
    for number in numbers:
        assert len(number) == 18
        weights = [3, 1] * 9
        assert sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % 10 == 0


def test_the_same_reference_and_content_is_the_same_shipment(carrier: Driver) -> None:
    order = courier_order()
    first = carrier.create(order)
    order["parcels"][0]["weight_kg"] = 2.500
    order["receiver"]["address"]["postcode"] = "61-803"

    again = carrier.call("POST", "/v1/shipments", order)

    assert again.status_code == 200
    assert again.headers["Idempotent-Replay"] == "true"
    assert again.json()["id"] == first["id"]
    assert carrier.get("/_sim/state")["shipments"].keys() <= {"created", "label_ready"}
    assert len(carrier.get("/v1/shipments")["shipments"]) == 1


def test_the_same_reference_with_other_content_is_refused(carrier: Driver) -> None:
    order = courier_order()
    carrier.create(order)

    problem = carrier.post("/v1/shipments", {**order, "comment": "Other"}, 409)

    assert problem["code"] == "reference_reused"
    assert len(carrier.get("/v1/shipments")["shipments"]) == 1


def test_a_cancelled_shipment_keeps_its_reference(carrier: Driver) -> None:
    order = courier_order()
    shipment = carrier.create(order)
    carrier.delete(f"/v1/shipments/{shipment['id']}")

    assert carrier.post("/v1/shipments", order)["status"] == "cancelled"


def test_accounts_do_not_share_references_or_see_each_other(carrier: Driver) -> None:
    order = courier_order()
    shipment = carrier.create(order)
    other = {"Authorization": f"Bearer {OTHER_TOKEN}"}

    assert carrier.call("GET", f"/v1/shipments/{shipment['id']}", headers=other).status_code == 404
    assert carrier.call("GET", f"/v1/tracking/{shipment['tracking_number']}", headers=other).status_code == 404
    assert carrier.call("DELETE", f"/v1/shipments/{shipment['id']}", headers=other).status_code == 404
    created = carrier.call("POST", "/v1/shipments", order, headers=other)
    assert created.status_code == 201
    assert created.json()["id"] != shipment["id"]
    assert carrier.get(f"/v1/shipments/{shipment['id']}")["status"] != "cancelled"


def test_a_shipment_is_found_by_its_reference(carrier: Driver) -> None:
    wanted = carrier.create(courier_order(reference="SH 7/2+x"))
    carrier.create(courier_order())

    found = carrier.get("/v1/shipments", params={"reference": "SH 7/2+x"})

    assert [shipment["id"] for shipment in found["shipments"]] == [wanted["id"]]
    assert carrier.get("/v1/shipments", params={"reference": "none"})["shipments"] == []


def test_the_list_is_read_on_from_a_cursor(carrier: Driver) -> None:
    ids = [carrier.create(courier_order())["id"] for _ in range(3)]

    first = carrier.get("/v1/shipments?limit=2")
    rest = carrier.get(f"/v1/shipments?limit=2&after={first['next']}")

    assert [shipment["id"] for shipment in first["shipments"]] == ids[:2]
    assert first["has_more"] is True
    assert [shipment["id"] for shipment in rest["shipments"]] == ids[2:]
    assert rest["has_more"] is False
    assert carrier.get(f"/v1/shipments?after={rest['next']}") == {
        "shipments": [],
        "next": ids[2],
        "has_more": False,
    }


def test_cancelling_twice_is_harmless_and_after_collection_refused(carrier: Driver) -> None:
    cancelled, collected = carrier.create(courier_order()), carrier.create(courier_order())
    carrier.advance(tracking_number=collected["tracking_number"], to="collected")

    for _ in range(2):
        assert carrier.delete(f"/v1/shipments/{cancelled['id']}")["status"] == "cancelled"
    problem = carrier.delete(f"/v1/shipments/{collected['id']}", 409)

    assert problem["code"] == "already_collected"
    assert carrier.statuses(cancelled["tracking_number"])[-1] == "cancelled"
    assert carrier.statuses(cancelled["tracking_number"]).count("cancelled") == 1
    assert carrier.get(f"/v1/shipments/{collected['id']}")["status"] == "collected"


@pytest.mark.parametrize(
    "order, price",
    [
        (courier_order(parcels=[{**PARCEL, "weight_kg": "5.001"}]), "15.40"),
        (courier_order(parcels=[PARCEL, PARCEL]), "29.80"),
        (cod_order(insurance={"amount": "500", "currency": "PLN"}), "20.40"),
        (locker_order(insurance={"amount": "10", "currency": "PLN"}), "12.90"),
    ],
)
def test_the_price_follows_the_tariff(carrier: Driver, order: dict[str, object], price: str) -> None:
    assert carrier.create(order)["charge"]["amount"] == price


@pytest.mark.parametrize(
    "sides, size", [((60, 38, 9), "S"), ((9, 60, 38), "S"), ((9.1, 38, 60), "M"), ((40, 38, 60), "L")]
)
def test_a_locker_parcel_gets_the_smallest_size_it_fits(
    carrier: Driver, sides: tuple[float, float, float], size: str
) -> None:
    length, width, height = sides
    parcel = {"weight_kg": 20, "length_cm": length, "width_cm": width, "height_cm": height}

    assert carrier.create(locker_order(parcels=[parcel]))["parcels"][0]["size"] == size


def test_the_same_request_many_times_at_once_makes_one_shipment(carrier: Driver) -> None:
    order = courier_order()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: carrier.call("POST", "/v1/shipments", order), range(8)))

    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1
