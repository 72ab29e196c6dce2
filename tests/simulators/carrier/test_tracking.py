"""How parcels travel, and how their events are read."""

import pytest

from tests.simulators.carrier.conftest import MakeCarrier
from tests.simulators.carrier.driving import Driver, eventually
from tests.simulators.carrier.orders import PARCEL, cod_order, courier_order, locker_order

UNTIL_THE_HUB = ["created", "label_ready", "collected", "in_transit", "in_transit"]


def test_a_dropped_off_parcel_travels_by_carrier_time(carrier: Driver) -> None:
    number = carrier.create_ready(courier_order(handover="drop_off"))["tracking_number"]

    for hours, status in [(5, "label_ready"), (2, "collected"), (3, "in_transit"), (17, "out_for_delivery")]:
        carrier.advance(hours=hours)
        assert carrier.get(f"/v1/tracking/{number}")["status"] == status
    carrier.advance(hours=5)

    assert carrier.statuses(number) == [*UNTIL_THE_HUB, "out_for_delivery", "delivered"]


def test_a_parcel_that_nobody_fetches_stays(carrier: Driver) -> None:
    number = carrier.create_ready(courier_order())["tracking_number"]

    assert carrier.advance(hours=500) == []
    assert carrier.statuses(number) == ["created", "label_ready"]


def test_events_are_whole_and_in_order(carrier: Driver) -> None:
    shipment = carrier.create_ready(cod_order(handover="drop_off"))
    carrier.advance(hours=100)

    tracking = carrier.get(f"/v1/tracking/{shipment['tracking_number']}")

    events = tracking["events"]
    assert [event["sequence"] for event in events] == list(range(1, len(events) + 1))
    times = [event["occurred_at"] for event in events]
    assert times == sorted(set(times))
    assert tracking["reference"] == shipment["reference"]
    assert tracking["shipment_id"] == shipment["id"]
    assert events[-1] == {
        "id": events[-1]["id"],
        "sequence": 7,
        "type": "delivered",
        "occurred_at": times[-1],
        "shipment_id": shipment["id"],
        "reference": shipment["reference"],
        "tracking_number": shipment["tracking_number"],
        "description": "Delivered",
        "city": "Poznań",
        "country": "PL",
        "reason": None,
        "cod_collected": "129.90",
    }


def test_any_parcels_number_finds_the_shipment_also_as_scanned(carrier: Driver) -> None:
    shipment = carrier.create(courier_order(parcels=[PARCEL, PARCEL]))
    second = shipment["parcels"][1]["tracking_number"]

    for number in (second, f"00{second}"):
        tracking = carrier.get(f"/v1/tracking/{number}")
        assert (tracking["tracking_number"], tracking["shipment_id"]) == (second, shipment["id"])
    assert carrier.get("/v1/tracking/395212349999999990", 404)["code"] == "not_found"


@pytest.mark.parametrize(
    "target, after, reason",
    [
        ("delivery_failed", ["out_for_delivery", "delivery_failed"], "receiver_absent"),
        ("returned", ["returned"], "refused"),
        ("lost", ["lost"], "missing"),
    ],
)
def test_a_parcel_can_be_made_to_go_wrong(carrier: Driver, target: str, after: list[str], reason: str) -> None:
    number = carrier.create(courier_order())["tracking_number"]

    events = carrier.advance(tracking_number=number, to=target)

    assert [event["type"] for event in events][-len(after) :] == after
    assert carrier.statuses(number)[:3] == ["created", "label_ready", "collected"]
    assert events[-1]["reason"] == reason
    assert carrier.get(f"/v1/tracking/{number}")["status"] == target


def test_a_failed_delivery_goes_out_again(carrier: Driver) -> None:
    number = carrier.create(courier_order())["tracking_number"]
    carrier.advance(tracking_number=number, to="delivery_failed")

    carrier.advance(hours=24)

    assert carrier.statuses(number)[-3:] == ["delivery_failed", "out_for_delivery", "delivered"]


def test_what_has_ended_does_not_move(carrier: Driver) -> None:
    number = carrier.create(courier_order())["tracking_number"]
    carrier.advance(tracking_number=number, to="lost")

    problem = carrier.post("/_sim/advance", {"tracking_number": number, "to": "delivered"}, 409)

    assert problem["code"] == "shipment_ended"
    assert carrier.advance(hours=500) == []


def test_steps_move_one_parcel_only(carrier: Driver) -> None:
    moved, other = (carrier.create_ready(courier_order())["tracking_number"] for _ in range(2))

    assert [event["type"] for event in carrier.advance(tracking_number=moved, steps=2)] == ["collected", "in_transit"]
    assert carrier.statuses(other) == ["created", "label_ready"]


def test_a_locker_parcel_waits_and_is_returned_if_not_picked_up(carrier: Driver) -> None:
    carrier.put("/_sim/outcomes", {"returned": 1})
    number = carrier.create_ready(locker_order(handover="drop_off"))["tracking_number"]

    carrier.advance(hours=40)
    assert carrier.statuses(number) == [*UNTIL_THE_HUB, "ready_for_pickup"]
    carrier.advance(hours=48)

    last = carrier.get(f"/v1/tracking/{number}")["events"][-1]
    assert (last["type"], last["reason"], last["city"]) == ("returned", "not_picked_up", "Warszawa")


@pytest.mark.parametrize(
    "outcome, end",
    [
        ("second_attempt", ["delivery_failed", "out_for_delivery", "delivered"]),
        ("returned", ["out_for_delivery", "delivery_failed", "returned"]),
        ("lost", ["in_transit", "in_transit", "lost"]),
    ],
)
def test_outcomes_can_be_drawn(carrier: Driver, outcome: str, end: list[str]) -> None:
    carrier.put("/_sim/outcomes", {outcome: 1})
    number = carrier.create_ready(courier_order(handover="drop_off"))["tracking_number"]

    carrier.advance(hours=200)

    assert carrier.statuses(number)[-3:] == end


def test_outcomes_are_the_same_for_the_same_seed(start_carrier: MakeCarrier) -> None:
    ends = []
    for seed in ("7", "7", "8"):
        carrier = start_carrier("--seed", seed, "--label-delay", "0")
        carrier.put("/_sim/outcomes", {"lost": 0.5})
        numbers = [carrier.create_ready(courier_order(handover="drop_off"))["tracking_number"] for _ in range(12)]
        carrier.advance(hours=200)
        ends.append([carrier.get(f"/v1/tracking/{number}")["status"] for number in numbers])

    assert ends[0] == ends[1] != ends[2]
    assert set(ends[0]) == {"delivered", "lost"}


def test_parcels_move_by_themselves_on_a_fast_clock(start_carrier: MakeCarrier) -> None:
    carrier = start_carrier("--label-delay", "0", "--time-scale", "100000")
    number = carrier.create(courier_order(handover="drop_off"))["tracking_number"]

    eventually(lambda: carrier.get(f"/v1/tracking/{number}")["status"] == "delivered")
    carrier.put("/_sim/clock", {"time_scale": 0})
    still = carrier.get("/_sim/state")["clock"]["carrier_hours"]
    assert carrier.get("/_sim/state")["clock"]["carrier_hours"] == still


def test_the_feed_is_read_on_from_a_cursor_and_misses_nothing(carrier: Driver) -> None:
    numbers = [carrier.create_ready(courier_order(handover="drop_off"))["tracking_number"] for _ in range(3)]
    carrier.advance(hours=100)

    seen, cursor = [], None
    while True:
        page = carrier.get("/v1/events", params={"limit": "4", **({"after": cursor} if cursor else {})})
        seen += page["events"]
        cursor = page["next"]
        if not page["has_more"]:
            break

    assert [event["id"] for event in seen] == sorted({event["id"] for event in seen})
    assert len(seen) == 3 * 7
    assert {event["tracking_number"] for event in seen} == set(numbers)
    assert carrier.get(f"/v1/events?after={cursor}") == {"events": [], "next": cursor, "has_more": False}
    assert carrier.get("/v1/events?after=7", 400)["code"] == "bad_parameter"
