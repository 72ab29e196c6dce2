"""Messages that never came: the poll finds what they were about, whatever our clock says."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from config.env import ENV
from erp.foundation import clock
from erp.orders.models import Order
from erp.sync import pulling
from erp.sync.models import Binding
from tests.factories.organisation import CompanyFactory
from tests.flows.stage import Firm, firm, shop, start_carrier
from tests.foundation.mail.test_sending import deliver, queue

__all__ = ["firm", "shop", "start_carrier"]  # fixtures


@pytest.fixture
def deaf(firm: Firm) -> Firm:
    """The firm, to which no message comes through."""
    firm.shop.post("faults", {"kind": "webhook_drop", "probability": 1})
    return firm


def poll(firm: Firm) -> None:
    firm.account.refresh_from_db()
    pulling.poll(firm.account)


def test_what_changed_in_the_second_in_which_it_was_read_is_found(deaf: Firm) -> None:
    """The shop's versions are seconds: one and the same names an order before and after it was paid."""
    for _attempt in range(20):
        remote = deaf.buys(("MUG-1", 1), financialStatus="PENDING")
        pulling.pull(deaf.account, kind="order", remote_id=remote)
        number = remote.rpartition("/")[2]
        before = deaf.shop.get(f"orders/{number}")["updatedAt"]
        deaf.shop.post(f"orders/{number}/pay")
        if deaf.shop.get(f"orders/{number}")["updatedAt"] == before:
            break
    else:
        pytest.fail("no two changes fell into one second")

    poll(deaf)
    assert Order.objects.get(source_ref=remote).payment_status == "paid"
    assert Binding.objects.get(kind="order", remote_id=remote).remote_version <= before


WRONG = pytest.mark.parametrize("shift", [timedelta(days=1), timedelta(days=-1)], ids=["a day ahead", "a day behind"])


@WRONG
def test_a_clock_that_is_wrong_loses_no_order(deaf: Firm, monkeypatch: pytest.MonkeyPatch, shift: timedelta) -> None:
    set_clock(monkeypatch, shift)
    for count in (1, 2):
        deaf.buys(("MUG-1", 1))
        poll(deaf)
        assert Order.objects.count() == count


@WRONG
def test_a_clock_that_is_wrong_puts_nothing_off(own_db: str, monkeypatch: pytest.MonkeyPatch, shift: timedelta) -> None:
    set_clock(monkeypatch, shift)
    queue(CompanyFactory.create(name="Lipa"))
    object.__setattr__(ENV, "email_url", "smtp://127.0.0.1:1")  # where nobody answers
    try:
        deliver()
    finally:
        object.__setattr__(ENV, "email_url", "")
    with connection.cursor() as cursor:
        cursor.execute("SELECT state, attempts, next_at - now() BETWEEN '0' AND '2 s' FROM events_delivery")
        assert cursor.fetchall() == [("waiting", 1, True)]


def set_clock(monkeypatch: pytest.MonkeyPatch, shift: timedelta) -> None:
    """Make our clock wrong; the shop's and the database's are right."""
    real = clock.now

    def wrong() -> datetime:
        return real() + shift

    monkeypatch.setattr(clock, "now", wrong)
