"""Dispatch orders: who is collected, when, and what is refused."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.simulators.carrier.driving import Driver
from tests.simulators.carrier.orders import collection, courier_order


def test_a_van_collects_what_was_ordered(carrier: Driver, today: str) -> None:
    mine, other = (carrier.create_ready(courier_order()) for _ in range(2))
    order = carrier.post("/v1/dispatch-orders", collection(mine, day=today), 201)

    assert order["status"] == "accepted"
    assert carrier.get(f"/v1/shipments/{mine['id']}")["dispatch_order_id"] == order["id"]
    carrier.advance(hours=2)

    collected = carrier.get(f"/v1/dispatch-orders/{order['id']}")
    assert (collected["status"], collected["shipment_ids"]) == ("collected", [mine["id"]])
    assert carrier.statuses(mine["tracking_number"])[-1] == "collected"
    assert carrier.statuses(other["tracking_number"])[-1] == "label_ready"
    assert carrier.delete(f"/v1/dispatch-orders/{order['id']}", 409)["code"] == "already_collected"


def test_the_same_dispatch_order_is_made_once(carrier: Driver, today: str) -> None:
    body = collection(carrier.create_ready(courier_order()), day=today)

    first = carrier.post("/v1/dispatch-orders", body, 201)
    again = carrier.post("/v1/dispatch-orders", body)
    problem = carrier.post("/v1/dispatch-orders", {**body, "comment": "Other"}, 409)

    assert again == first
    assert problem["code"] == "reference_reused"
    assert carrier.get("/_sim/state")["dispatch_orders"] == {"accepted": 1}


def test_a_cancelled_dispatch_order_frees_its_shipments(carrier: Driver, today: str) -> None:
    shipment = carrier.create_ready(courier_order())
    order = carrier.post("/v1/dispatch-orders", collection(shipment, day=today), 201)

    for _ in range(2):
        assert carrier.delete(f"/v1/dispatch-orders/{order['id']}")["status"] == "cancelled"
    carrier.advance(hours=10)

    assert carrier.statuses(shipment["tracking_number"])[-1] == "label_ready"
    carrier.post("/v1/dispatch-orders", collection(shipment, day=today), 201)


def test_a_cancelled_shipment_leaves_its_dispatch_order(carrier: Driver, today: str) -> None:
    kept, cancelled = (carrier.create_ready(courier_order()) for _ in range(2))
    order = carrier.post("/v1/dispatch-orders", collection(kept, cancelled, day=today), 201)
    carrier.delete(f"/v1/shipments/{cancelled['id']}")
    carrier.advance(hours=2)

    assert carrier.get(f"/v1/dispatch-orders/{order['id']}")["shipment_ids"] == [kept["id"]]
    assert carrier.statuses(cancelled["tracking_number"])[-1] == "cancelled"


def test_shipments_that_cannot_be_collected_are_named(carrier: Driver, today: str) -> None:
    ready = carrier.create_ready(courier_order())
    taken = carrier.create_ready(courier_order())
    carrier.post("/v1/dispatch-orders", collection(taken, day=today), 201)
    dropped = carrier.create_ready(courier_order(handover="drop_off"))
    unknown = {"id": "shp_999999999999"}

    problem = carrier.post("/v1/dispatch-orders", collection(ready, taken, dropped, unknown, day=today), 422)

    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [
        ("/shipment_ids/1", "shipment_in_other_order"),
        ("/shipment_ids/2", "shipment_not_ready"),
        ("/shipment_ids/3", "shipment_unknown"),
    ]
    assert carrier.get(f"/v1/shipments/{ready['id']}")["dispatch_order_id"] is None


@pytest.mark.parametrize(
    "change, pointer, code",
    [
        ({"window": {"from": "12:00", "to": "13:59"}}, "/window/to", "too_small"),
        ({"window": {"from": "12:00", "to": "25:00"}}, "/window/to", "invalid"),
        ({"collect_on": "2020-01-01"}, "/collect_on", "too_small"),
        ({"collect_on": "tomorrow"}, "/collect_on", "invalid"),
        ({"contact": {"name": "Magazyn", "phone": "1"}}, "/contact/phone", "phone_invalid"),
        ({"shipment_ids": []}, "/shipment_ids", "too_short"),
        ({"shipment_ids": ["a", "a"]}, "/shipment_ids/1", "invalid"),
    ],
)
def test_wrong_fields_are_named(carrier: Driver, today: str, change: dict[str, Any], pointer: str, code: str) -> None:
    shipment = carrier.create_ready(courier_order())

    problem = carrier.post("/v1/dispatch-orders", collection(shipment, day=today, **change), 422)

    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [(pointer, code)]


def test_a_day_too_far_ahead_is_refused(carrier: Driver) -> None:
    day = datetime.now(UTC).date()
    shipment = carrier.create_ready(courier_order())

    far = collection(shipment, day=(day + timedelta(days=16)).isoformat())

    assert carrier.post("/v1/dispatch-orders", far, 422)["errors"][0]["code"] == "too_large"
    carrier.post("/v1/dispatch-orders", collection(shipment, day=(day + timedelta(days=13)).isoformat()), 201)


def test_a_van_does_not_move_what_was_collected_before(carrier: Driver, today: str) -> None:
    shipment = carrier.create_ready(courier_order())
    carrier.post("/v1/dispatch-orders", collection(shipment, day=today), 201)
    carrier.advance(tracking_number=shipment["tracking_number"], to="collected")

    carrier.advance(hours=2)

    assert carrier.statuses(shipment["tracking_number"])[-1] == "collected"
