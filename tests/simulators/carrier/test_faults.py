"""Faults on order, and what is left when the carrier dies."""

import time

import httpx2
import pytest

from tests.simulators.carrier.conftest import MakeCarrier
from tests.simulators.carrier.driving import Driver, NotStarted
from tests.simulators.carrier.orders import courier_order, locker_order


def test_a_lost_answer_leaves_a_shipment_that_the_same_request_finds(carrier: Driver) -> None:
    carrier.fault("lost_answer", method="POST", path="/v1/shipments", times=1)
    order = courier_order()

    with pytest.raises(httpx2.RemoteProtocolError, match="disconnected"):
        carrier.call("POST", "/v1/shipments", order)

    (left,) = carrier.get("/v1/shipments", params={"reference": order["reference"]})["shipments"]
    assert carrier.post("/v1/shipments", order)["id"] == left["id"]
    assert carrier.get("/_sim/state")["requests"]["POST /v1/shipments cut"] == 1


@pytest.mark.parametrize("when, left", [("before", 0), ("after", 1)])
@pytest.mark.parametrize(
    "kind, status, code",
    [("error_500", 500, "internal_error"), ("error_503", 503, "unavailable"), ("rate_limited", 429, "rate_limited")],
)
def test_errors_come_before_or_after_the_work(
    carrier: Driver, kind: str, status: int, code: str, when: str, left: int
) -> None:
    carrier.fault(kind, when=when, seconds=3, times=1)

    answer = carrier.call("POST", "/v1/shipments", courier_order())

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers.get("Retry-After") == (None if status == 500 else "3")
    assert len(carrier.get("/v1/shipments")["shipments"]) == left


def test_a_delay_and_an_error_happen_in_turn(carrier: Driver) -> None:
    carrier.fault("delay", seconds=0.2)
    carrier.fault("error_500")
    start = time.monotonic()

    carrier.get("/v1/points", 500)

    assert time.monotonic() - start >= 0.2


@pytest.mark.parametrize("when, left", [("before", 0), ("after", 1)])
def test_a_hanging_request_says_nothing_and_holds_nobody_up(carrier: Driver, when: str, left: int) -> None:
    carrier.fault("hang", path="/v1/shipments", method="POST", when=when)

    with pytest.raises(httpx2.ReadTimeout):
        carrier.call("POST", "/v1/shipments", courier_order(), timeout=0.3)

    assert len(carrier.get("/v1/shipments")["shipments"]) == left


def test_a_hanging_request_can_be_cut_after_a_while(carrier: Driver) -> None:
    carrier.fault("hang", seconds=0.1)

    with pytest.raises(httpx2.RemoteProtocolError):
        carrier.call("GET", "/v1/points")


def test_a_malformed_answer_hides_work_that_was_done(carrier: Driver) -> None:
    carrier.fault("malformed", method="POST", times=1)

    answer = carrier.call("POST", "/v1/shipments", courier_order())

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert len(carrier.get("/v1/shipments")["shipments"]) == 1


def test_a_label_may_never_come(carrier: Driver) -> None:
    carrier.fault("label_never", match='"service": "locker"')

    stuck, fine = carrier.create_ready(locker_order()), carrier.create_ready(courier_order())

    assert (stuck["label"]["status"], fine["label"]["status"]) == ("pending", "ready")
    assert carrier.get(f"/v1/shipments/{stuck['id']}/label", 409)["code"] == "label_not_ready"


@pytest.mark.parametrize("when, left", [("before", 0), ("after", 1)])
def test_the_carrier_dies_once_and_comes_back_with_what_it_had(
    start_carrier: MakeCarrier, when: str, left: int
) -> None:
    carrier = start_carrier("--label-delay", "0")
    kept = carrier.create_ready(courier_order())
    carrier.fault("die", method="POST", path="/v1/shipments", when=when, times=1)
    order = courier_order()

    with pytest.raises((httpx2.RemoteProtocolError, httpx2.ReadError)):
        carrier.call("POST", "/v1/shipments", order)
    assert carrier.wait_dead() == -9
    carrier.start()

    assert carrier.get(f"/v1/shipments/{kept['id']}") == kept
    assert len(carrier.get("/v1/shipments", params={"reference": order["reference"]})["shipments"]) == left
    assert carrier.call("POST", "/v1/shipments", order).status_code == (200 if left else 201)
    assert carrier.get("/_sim/faults")["faults"][0]["hit"] == 1


def test_a_killed_carrier_goes_on_with_labels_and_parcels(start_carrier: MakeCarrier) -> None:
    carrier = start_carrier("--label-delay", "0.4")
    shipment = carrier.create(courier_order(handover="drop_off"))
    carrier.kill()
    carrier.start()

    carrier.post("/_sim/advance", {"labels": True})
    carrier.advance(hours=10)
    carrier.kill()
    carrier.start()
    carrier.advance(hours=100)

    assert carrier.statuses(shipment["tracking_number"])[-1] == "delivered"
    assert len(carrier.statuses(shipment["tracking_number"])) == 7


def test_probability_is_drawn_from_the_seed_and_repeats(carrier: Driver) -> None:
    runs = []
    for seed in (5, 5, 6):
        carrier.delete("/_sim/faults", 204)
        carrier.fault("error_503", probability=0.5, seed=seed)
        runs.append([carrier.call("GET", "/v1/points?limit=1").status_code for _ in range(20)])

    assert runs[0] == runs[1] != runs[2]
    assert set(runs[0]) == {200, 503}


def test_faults_are_narrowed_counted_listed_and_removed(carrier: Driver) -> None:
    rule = carrier.fault("error_500", method="GET", path="/v1/poi*", match="Opole", skip=1, times=1)
    paths = [
        "/v1/points?city=Opole",
        "/v1/points?city=Gdynia",
        "/v1/events",
        "/v1/points?city=Opole",
        "/v1/points?city=Opole",
    ]

    assert [carrier.call("GET", path).status_code for path in paths] == [200, 200, 200, 500, 200]

    (listed,) = carrier.get("/_sim/faults")["faults"]
    assert (listed["kind"], listed["seen"], listed["hit"]) == ("error_500", 3, 1)
    carrier.delete(f"/_sim/faults/{rule['id']}", 204)
    assert carrier.get("/_sim/faults")["faults"] == []
    carrier.delete(f"/_sim/faults/{rule['id']}", 404)


@pytest.mark.parametrize(
    "rule", [{"kind": "meteor"}, {"kind": "lost_answer", "when": "before"}, {"kind": "die", "oops": 1}]
)
def test_a_fault_that_makes_no_sense_is_refused(carrier: Driver, rule: dict[str, object]) -> None:
    carrier.post("/_sim/faults", rule, 422)
    assert carrier.get("/_sim/faults")["faults"] == []


def test_a_second_carrier_refuses_the_folder(start_carrier: MakeCarrier) -> None:
    first = start_carrier()
    second = Driver(first.data, first.options)

    try:
        with pytest.raises(NotStarted, match="said ''"):
            second.start()
    finally:
        if second.running:
            second.kill()

    assert first.get("/v1/points")["points"] != []


def test_carrier_time_goes_on_where_it_was(start_carrier: MakeCarrier) -> None:
    carrier = start_carrier()
    carrier.advance(hours=10)
    carrier.kill()
    carrier.start()

    assert carrier.get("/_sim/state")["clock"]["carrier_hours"] == 10.0
