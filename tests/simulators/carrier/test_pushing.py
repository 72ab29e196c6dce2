"""Tracking pushes: signed, at least once, retried, and wrong on order."""

import time

import pytest

from tests.simulators.carrier.conftest import MakeCarrier
from tests.simulators.carrier.driving import Driver, eventually
from tests.simulators.carrier.orders import courier_order
from tests.simulators.carrier.receiving import SECRET, Receiver


def test_events_are_pushed_signed_and_as_the_feed_has_them(carrier: Driver, receiver: Receiver) -> None:
    carrier.create(courier_order())
    before = len(carrier.get("/v1/events")["events"])
    receiver.subscribe(carrier)
    carrier.create_ready(courier_order())

    pushes = receiver.wait_for(2)

    assert [push.event for push in pushes][:2] == carrier.get("/v1/events")["events"][-2:]
    assert before >= 1
    for push in pushes:
        assert push.signature_is_right
        assert push.headers["x-carrier-event-id"] == push.event["id"]
        assert push.headers["x-carrier-attempt"] == "1"
        assert push.headers["content-type"] == "application/json"


def test_the_webhook_can_be_read_without_its_secret_changed_and_removed(carrier: Driver, receiver: Receiver) -> None:
    assert carrier.get("/v1/webhook", 404)["code"] == "not_found"
    receiver.subscribe(carrier)
    assert carrier.get("/v1/webhook") == {"url": receiver.url}
    short = carrier.put("/v1/webhook", {"url": "ftp://x", "secret": "short"}, 422)
    assert [error["pointer"] for error in short["errors"]] == ["/secret", "/url"]

    assert carrier.delete("/v1/webhook", 204) is None
    carrier.create(courier_order())

    assert carrier.get("/_sim/state")["pushes"] == {}
    assert receiver.pushes == []


def test_a_refused_push_is_retried_and_at_last_given_up(start_carrier: MakeCarrier, receiver: Receiver) -> None:
    carrier = start_carrier("--label-delay", "3600", "--push-backoff", "0.05,0.05")
    receiver.answers = [500, 404, 204, 503, 503, 503]
    receiver.subscribe(carrier)

    carrier.create(courier_order())
    eventually(lambda: carrier.get("/_sim/state")["pushes"] == {"sent": 1})
    carrier.create(courier_order())
    eventually(lambda: carrier.get("/_sim/state")["pushes"] == {"given_up": 1, "sent": 1})

    attempts = [(push.headers["x-carrier-attempt"], push.answered) for push in receiver.pushes]
    assert attempts == [("1", 500), ("2", 404), ("3", 204), ("1", 503), ("2", 503), ("3", 503)]
    assert receiver.pushes[0].body == receiver.pushes[1].body == receiver.pushes[2].body


def test_pushes_wait_for_a_receiver_that_is_away(start_carrier: MakeCarrier, receiver: Receiver) -> None:
    carrier = start_carrier("--label-delay", "3600", "--push-backoff", ",".join(["0.1"] * 50))
    carrier.put("/v1/webhook", {"url": "http://127.0.0.1:1/", "secret": SECRET})
    carrier.create(courier_order())
    eventually(lambda: carrier.get("/_sim/state")["pushes"] == {"waiting": 1})
    carrier.kill()
    carrier.start()

    receiver.subscribe(carrier)

    assert receiver.wait_for(1)[0].event["type"] == "created"


@pytest.mark.parametrize(
    "kind, expected",
    [
        ("push_drop", ["label_ready"]),
        ("push_duplicate", ["created", "created", "label_ready"]),
        ("push_reorder", ["label_ready", "created"]),
    ],
)
def test_pushes_go_wrong_on_order(carrier: Driver, receiver: Receiver, kind: str, expected: list[str]) -> None:
    receiver.subscribe(carrier)
    rule = carrier.fault(kind, match='"type": "created"', times=1)

    carrier.create_ready(courier_order())

    receiver.wait_for(len(expected))
    eventually(lambda: not carrier.get("/_sim/state")["pushes"].keys() & {"waiting", "held"})
    assert receiver.types == expected
    assert all(push.signature_is_right for push in receiver.pushes)
    (listed,) = carrier.get("/_sim/faults")["faults"]
    assert (listed["id"], listed["seen"], listed["hit"]) == (rule["id"], 1, 1)


def test_a_push_can_carry_a_bad_signature(carrier: Driver, receiver: Receiver) -> None:
    receiver.subscribe(carrier)
    carrier.fault("push_bad_signature", times=1)

    carrier.create_ready(courier_order())

    assert [push.signature_is_right for push in receiver.wait_for(2)] == [False, True]


def test_a_push_can_come_late(carrier: Driver, receiver: Receiver) -> None:
    receiver.subscribe(carrier)
    carrier.fault("push_delay", match='"type": "created"', seconds=0.2)

    carrier.create_ready(courier_order())

    receiver.wait_for(2)
    assert receiver.types == ["label_ready", "created"]


def test_a_held_push_comes_even_if_nothing_follows(start_carrier: MakeCarrier, receiver: Receiver) -> None:
    carrier = start_carrier("--label-delay", "3600")
    receiver.subscribe(carrier)
    carrier.fault("push_reorder")

    carrier.create(courier_order())

    assert receiver.wait_for(1)[0].event["type"] == "created"


def test_a_held_push_follows_the_next_event_at_once(carrier: Driver, receiver: Receiver) -> None:
    receiver.subscribe(carrier)
    carrier.fault("push_reorder", times=1)
    start = time.monotonic()

    carrier.create_ready(courier_order())
    receiver.wait_for(2)

    assert time.monotonic() - start < 1.5
