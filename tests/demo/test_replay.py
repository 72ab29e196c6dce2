"""A whole replay of a small history: own processes, shop and carrier, and everything equal at the end."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from erp.demo.replay import comparing
from erp.demo.replay.comparing import Equality
from erp.foundation.organisation.models import Company
from erp.foundation.workqueue.models import WorkItem
from erp.inventory.models import Shortage, StockMove
from erp.orders.models import Order, OrderRefund
from erp.shipping.models import Shipment
from erp.sync.models import ChannelAccount
from tests.factories.organisation import CompanyFactory

HISTORY = Path(__file__).parent / "history.csv"


@pytest.mark.long
def test_a_small_history_goes_through_everything_and_comes_out_equal(
    reference_db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.json"
    connections.close_all()
    call_command("replay", str(HISTORY), speed=4.0, relays=1, run="small", report=report)

    said, found = capsys.readouterr().out, json.loads(report.read_text())
    assert found["equal"] is True, said
    company = Company.objects.get(name="Replay small")
    assert (company.currency, company.tax_id) == ("GBP", "")
    _orders_are_those_of_the_history(company)
    _cancellations_are_matched_and_the_rest_is_listed(company, found)
    _corrections_have_their_reasons(company)
    _goods_that_were_short_came_in_and_everything_left(company, found)
    assert ChannelAccount.objects.get(company=company).status == "paused"


def _orders_are_those_of_the_history(company: Company) -> None:
    totals = Order.objects.filter(company=company).order_by("total").values_list("total", "shipping_total")
    assert list(totals) == [
        (Decimal("9.90"), Decimal("0.00")),
        (Decimal("16.50"), Decimal("0.00")),
        (Decimal("20.85"), Decimal("0.00")),
        (Decimal("34.75"), Decimal("6.95")),
        (Decimal("42.45"), Decimal("0.00")),
        (Decimal("54.95"), Decimal("18.40")),
        (Decimal("56.80"), Decimal("50.00")),
        (Decimal("85.00"), Decimal("0.00")),
    ]
    assert Order.objects.filter(company=company, identity_difference=0).count() == 8


def _cancellations_are_matched_and_the_rest_is_listed(company: Company, found: dict[str, dict[str, str]]) -> None:
    amounts = OrderRefund.objects.filter(order__company=company).order_by("amount").values_list("amount", flat=True)
    # Two lanterns, the discount, four lanterns more, three jugs.
    assert list(amounts) == [Decimal("5.10"), Decimal("5.50"), Decimal("10.20"), Decimal("22.95")]
    unplaced = found["lines of the history without a place, by reason"]
    assert len(unplaced) == 9
    assert WorkItem.objects.filter(company=company, state="open", kind__startswith="demo.").count() == 9
    item = WorkItem.objects.get(company=company, kind="demo.other_price")
    assert item.params == {"invoice": "C600010", "code": "10002a", "amount": "-1.30 GBP"}


def _corrections_have_their_reasons(company: Company) -> None:
    moves = StockMove.objects.filter(company=company, origin_kind="demo.correction").order_by("pk")
    assert [(move.purpose, move.quantity, move.reason) for move in moves] == [
        ("write-off", Decimal(2), "damages"),
        ("adjustment", Decimal(3), "found"),
        ("adjustment", Decimal(1), "no reason given"),
    ]


def _goods_that_were_short_came_in_and_everything_left(company: Company, found: dict[str, dict[str, int]]) -> None:
    assert found["steps"]["receipts"] >= 1
    assert not Shortage.objects.filter(company=company).exists()
    assert set(Order.objects.filter(company=company).values_list("status", flat=True)) <= {"shipped", "completed"}
    by_forwarder = Shipment.objects.filter(company=company, method__code="freight").values_list(
        "order__number", flat=True
    )
    assert len(by_forwarder) == 1  # to EIRE: no carrier of ours goes there
    assert found["seconds"]["sale to ERP"]["count"] == 8


def test_a_difference_of_a_penny_is_a_difference() -> None:
    same = {"shop": Decimal("10.00"), "orders": Decimal("10.00")}
    assert Equality("money", same | {"ledger": Decimal("10.0")}).holds
    assert not Equality("money", same | {"ledger": Decimal("10.01")}).holds


@pytest.mark.long
def test_a_replay_that_is_not_equal_ends_with_status_1(
    reference_db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison is told one order more than was sent; nothing else is touched."""
    connections.close_all()
    told = comparing.equalities
    monkeypatch.setattr(comparing, "equalities", lambda scene, sent: told(scene, sent + 1))
    with pytest.raises(SystemExit) as ended:
        call_command("replay", str(HISTORY), orders=1, speed=0.0, relays=1, run="odd", report=tmp_path / "report.json")

    assert ended.value.code == 1
    assert json.loads((tmp_path / "report.json").read_text())["equal"] is False


def test_a_file_that_is_something_else_is_refused_in_words(reference_db: str, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n")
    with pytest.raises(CommandError, match="the columns should be InvoiceNo"):
        call_command("replay", str(tmp_path / "other.csv"), run="none")


def test_a_name_is_taken_once(reference_db: str) -> None:
    CompanyFactory(name="Replay twice")
    with pytest.raises(CommandError, match="There was a run called twice already"):
        call_command("replay", str(HISTORY), run="twice")
