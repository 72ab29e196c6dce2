"""The benchmarks measure what they say; their figures are not judged here, on a server without fsync."""

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from django.db.models import Sum

from erp.demo.bench import (
    arrivals,
    asking,
    contention,
    ground,
    names,
    orders,
    pages,
    relay,
    results,
    running,
    shopfront,
    stock,
    webhooks,
)
from erp.demo.bench.results import Bar, Result
from erp.foundation import clock
from erp.foundation.events.models import Delivery
from erp.inventory.models import Reservation, StockLevel
from erp.orders.models import Order
from erp.orders.portal.lists import OrderList
from erp.shipping.models import Shipment
from erp.sync.models import DesiredState


def a_ground(skus: int) -> ground.Ground:
    return ground.prepare(f"Bench {uuid4().hex[:8]}", clock.now(), skus=skus)


def test_floor_writes_the_rows_of_the_program_and_both_take_all_orders(reference_db: str) -> None:
    result = orders.measure(a_ground(12), rounds=2, per_round=3, bulk_rounds=1)

    # Warm-up and two rounds of three, one batch in bulk: by the program and by the floor.
    assert Order.objects.count() == 2 * (3 * 3 + 500)
    assert result.facts["rows_per_order"]["orders_orderline"] == [3, 0]
    assert result.facts["rows_per_order"]["inventory_reservation"] == [3, 0]
    assert [bar.name for bar in result.bars] == ["one by one / floor", "bulk / floor", "bulk / one by one"]
    assert all(bar.value > 0 for bar in result.bars)


def test_a_floor_that_writes_less_is_found_out(reference_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def lazy(*_arguments: object) -> None:
        """Writes nothing."""

    monkeypatch.setattr(orders, "write_orders", lazy)
    with pytest.raises(orders.NotTheSame, match="orders_order"):
        orders.measure(a_ground(3), rounds=1, per_round=1, bulk_rounds=1)


def test_writers_after_the_last_pieces_sell_them_once(reference_db: str) -> None:
    result = contention.measure(a_ground(12), seconds=3.0, rounds=1, count=4, few=5)

    last = result.facts["last_pieces"]
    assert (last["sold"], last["oversold"]) == (last["pieces"], 0)
    assert Reservation.objects.exists()
    assert {bar.name: bar.value for bar in result.bars if bar.bar == 0} == {
        "oversold pieces": 0,
        "deadlocks": 0,
        "faults found by the audit of stock": 0,
    }


def test_relay_and_floor_deliver_everything(reference_db: str) -> None:
    result = relay.measure(one_by_one=30, batched=40, rounds=1)

    assert Delivery.objects.filter(handler=relay.PLAIN, state="done").count() == 60
    assert Delivery.objects.filter(handler=relay.BATCH, state="done").count() == 40
    assert result.facts["deliveries_per_second"]["floor"] > 0


def test_messages_at_a_steady_rate_become_orders_once(reference_db: str) -> None:
    result = webhooks.measure(per_second=20, seconds=1.5, say=print)

    values = {bar.name: bar.value for bar in result.bars}
    latency = values.pop("p99 of seconds from a message's moment to its answer")
    assert 0 < latency < arrivals.PATIENCE_SECONDS
    assert values == dict.fromkeys(values, 0), result.facts
    # Six orders, four messages each and one of them twice.
    assert (result.facts["messages"], result.facts["kept"], result.facts["counted_as_copies"]) == (30, 24, 6)
    assert Order.objects.count() == 6
    assert Reservation.objects.count() == Shipment.objects.count() * webhooks.LINES == 18
    assert result.facts["left_open"] == {}
    assert set(result.facts["cpu_seconds_in_all"]) == {"program", "simulators"}


def test_a_burst_and_single_changes_are_shown_by_the_shop(reference_db: str) -> None:
    result = stock.measure(skus=330, changes=300, per_second=5, seconds=2, say=print)

    values = {bar.name: bar.value for bar in result.bars}
    assert values["SKUs that the shop shows wrongly"] == 0, result.facts
    assert result.facts["calls"] == 2  # of 250 items at most
    assert result.facts["single_changes"]["count"] == 10
    # 300 pieces came in, ten broke: and the shop was asked, not only our own notes.
    assert StockLevel.objects.aggregate(total=Sum("on_hand"))["total"] == 330 * shopfront.STOCK + 300 * 7 - 10
    assert DesiredState.objects.filter(kind="stock", pending=False).count() == 330
    assert 0 < values["p95 of seconds from a single change to the shop"] < stock.PATIENCE_SECONDS
    assert result.facts["burst_seconds"]["floor"] > 0


def test_pages_ask_as_much_in_a_large_company_as_in_a_small_one(reference_db: str) -> None:
    result = pages.measure(orders=120, skus=60, samples=2, warming=1)

    ways = result.facts["queries"]
    assert {way.partition(",")[0] for way in ways} == {"order list", "order page", "stock list", "search"}
    # The small company's lists are shorter than a page, those of the large one are not.
    assert Order.objects.filter(company__name=pages.SMALL).count() == pages.SMALL_ORDERS + pages.SMALL_OPEN
    assert {way: found for way, found in ways.items() if found[0] != found[1] or len(found[0]) != 1} == {}
    assert next(bar.value for bar in result.bars if bar.name.startswith("pages whose")) == 0
    for name in ("order list", "order page", "stock list", "search"):
        assert any("Execution Time" in line for line in result.kept["plans"][name]["plan"])
    assert all(found["p95"] > 0 for found in result.facts["seconds"].values())


def test_a_page_that_asks_per_row_is_found_out(reference_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The customer of each order is fetched one by one; nothing else is touched."""
    rows = OrderList.rows
    monkeypatch.setattr(OrderList, "rows", lambda page: rows(page).select_related(None))
    result = pages.measure(orders=100, skus=20, samples=1, warming=0)

    assert next(bar.value for bar in result.bars if bar.name.startswith("pages whose")) > 0


def test_an_address_that_is_no_page_stops_the_measure(reference_db: str) -> None:
    with pytest.raises(asking.NotShown, match="302 Found"):
        asking.queries_of("", "/orders/")


def test_every_benchmark_has_its_measure() -> None:
    assert {*names.MEASURED, "prepare"} == set(running.MEASURES)


def test_a_server_without_fsync_is_refused(reference_db: str) -> None:
    with pytest.raises(running.NotDurable):
        running.run("calibrate", running.Wishes(orders=1, seconds=None, keep="-"), say=print)


def test_a_result_is_a_line_of_json_and_knows_whether_it_is_met(tmp_path: Path) -> None:
    result = Result("x", bars=[Bar("a", 0.5, 0.35), Bar("b", 3, 0, at_least=False)], facts={"n": 1})
    results.keep(result.line(at=datetime(2026, 1, 2, tzinfo=UTC), calibration={"cores": 2}), tmp_path / "kept.jsonl")

    line = json.loads((tmp_path / "kept.jsonl").read_text())
    assert (line["met"], [bar["met"] for bar in line["bars"]]) == (False, [True, False])
    assert (line["facts"], line["calibration"]) == ({"n": 1}, {"cores": 2})
    assert "MISSED b: 3 (bar <= 0)" in "\n".join(result.shown())


@pytest.mark.parametrize(("share", "value"), [(0.5, 51), (0.95, 96), (0.99, 100), (1.0, 100)])
def test_percentiles_are_of_the_values_themselves(share: float, value: int) -> None:
    assert results.percentile(list(range(1, 101)), share) == value
