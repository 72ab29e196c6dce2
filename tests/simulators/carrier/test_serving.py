"""Tokens, limits, addresses, points, the state and the page."""

import re
import statistics
import time

import pytest

from erp.simulators.carrier.numbers import check_digit, make_sscc
from tests.simulators.carrier.conftest import MakeCarrier
from tests.simulators.carrier.driving import Driver
from tests.simulators.carrier.orders import courier_order


@pytest.mark.parametrize("header", [None, "Bearer wrong", "Basic sandbox-token", "sandbox-token", "Bearer"])
def test_without_the_right_token_nothing_is_done(carrier: Driver, header: str | None) -> None:
    answer = carrier.call("POST", "/v1/shipments", courier_order(), headers={"Authorization": header or ""})

    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert carrier.get("/v1/shipments")["shipments"] == []


def test_too_many_requests_are_told_when_to_come_back(start_carrier: MakeCarrier) -> None:
    carrier = start_carrier("--rate-limit", "2")

    answers = [carrier.call("GET", "/v1/points?limit=1") for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["3", "2", "1", "0", "0"]
    assert answers[-1].headers["RateLimit-Limit"] == "2"
    assert answers[-1].headers["Retry-After"] == "1"
    assert answers[-1].json()["code"] == "rate_limited"
    other = {"Authorization": "Bearer other-token"}
    assert carrier.call("GET", "/v1/points", headers=other).status_code == 200


def test_unknown_addresses_and_methods_are_problems(carrier: Driver) -> None:
    assert carrier.get("/v1/nothing", 404)["code"] == "not_found"
    assert carrier.get("/v1/shipments/1", 404)["code"] == "not_found"
    answer = carrier.call("PATCH", "/v1/shipments")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == "POST, GET"


def test_a_body_that_is_too_large_is_refused(carrier: Driver) -> None:
    answer = carrier.call("POST", "/v1/shipments", content=b" " * 1_000_001)

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_points_are_found_by_place_and_sorted_by_distance(carrier: Driver) -> None:
    in_poznan = carrier.get("/v1/points", params={"city": "poznań"})["points"]
    by_postcode = carrier.get("/v1/points?postcode=60")["points"]
    near = carrier.get("/v1/points?near=52.4064,16.9252&limit=2")["points"]

    assert [point["id"] for point in in_poznan] == ["POZ01", "POZ02", "POZ03"]
    assert [point["id"] for point in by_postcode] == ["POZ02"]
    assert [point["id"] for point in near] == ["POZ01", "POZ03"]
    assert near[0]["distance_m"] == 69
    assert carrier.get("/v1/points/WAW05")["status"] == "out_of_service"
    assert carrier.get("/v1/points?country=DE")["points"] == []
    assert carrier.get("/v1/points/NONE", 404)["code"] == "not_found"
    assert carrier.get("/v1/points?near=here", 400)["code"] == "bad_parameter"


def test_the_state_counts_what_happened(carrier: Driver) -> None:
    shipment = carrier.create_ready(courier_order())
    carrier.get("/v1/shipments/shp_999999999999", 404)

    state = carrier.get("/_sim/state")

    assert state["shipments"] == {"label_ready": 1}
    assert state["requests"]["POST /v1/shipments 201"] == 1
    assert state["requests"]["GET /v1/shipments/{public_id} 404"] == 1
    assert state["latest"][0]["reference"] == shipment["reference"]
    assert state["events"] == 2
    assert 0 < state["cpu_seconds"] < 60


def test_a_reset_forgets_all_but_gives_no_number_twice(carrier: Driver) -> None:
    order = courier_order()
    before = carrier.create(order)
    carrier.fault("delay")
    carrier.post("/_sim/reset", {}, 204)

    after = carrier.create(order)

    assert carrier.get("/_sim/faults")["faults"] == []
    assert after["id"] > before["id"]
    assert after["tracking_number"] != before["tracking_number"]


def test_the_page_needs_nothing_from_elsewhere(carrier: Driver) -> None:
    answer = carrier.call("GET", "/")

    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"""(src|href)=|url\(|@import|https?://""", answer.text)


def test_check_digits_are_gs1s() -> None:
    # The worked example of GS1's check digit page, a GTIN-13.
    assert check_digit("629104150021") == "3"
    assert make_sscc(1) == "395212340000000014"


def test_answers_do_not_wait_for_the_network(carrier: Driver) -> None:
    times = []
    for _ in range(21):
        start = time.perf_counter()
        carrier.get("/v1/points?limit=1")
        times.append(time.perf_counter() - start)

    # With Nagle's algorithm at work, every answer on a kept connection takes 40 ms.
    assert statistics.median(times) < 0.03
