"""Payments and refunds are recorded once, and never more goes back than came in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from erp.foundation.actor import SYSTEM
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from erp.payments import queries
from erp.payments import services as payments
from erp.payments.models import Tender, TenderBalance, TenderRefund
from tests.factories.organisation import CompanyFactory
from tests.factories.payments import TenderFactory

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ORDER = Ref("orders.order", "17")


def zl(amount: str) -> Money:
    return Money(amount, "PLN")


@pytest.fixture
def lipa(db: None) -> Company:
    return CompanyFactory.create(name="Lipa")


def _record(company: Company, state: str, money: Money = Money(100, "PLN"), **other: Any) -> Tender:  # noqa: B008
    said: dict[str, Any] = {"owner": ORDER, "source": "shopify:1", "remote_id": "9001", "method": "card"} | other
    return payments.record_tender(company=company, money=money, state=state, actor=SYSTEM, at=AT, **said)


def _refund(company: Company, money: Money, remote_id: str = "r1", **other: Any) -> TenderRefund:
    said: dict[str, Any] = {"owner": ORDER, "source": "shopify:1", "remote_id": remote_id} | other
    return payments.record_tender_refund(company=company, money=money, actor=SYSTEM, at=AT, **said)


def _facts() -> list[str]:
    return list(Event.objects.order_by("id").values_list("name", flat=True))


def test_a_payment_is_kept_and_told_once(lipa: Company) -> None:
    tender = _record(lipa, "paid", gateway="Stripe", reference="ch_1")
    assert _record(lipa, "paid") == tender
    assert (tender.money, tender.owner, tender.gateway) == (zl("100"), ORDER, "Stripe")
    assert queries.paid(ORDER) == zl("100")
    assert _facts() == ["payments.TenderRecorded", "payments.TenderPaid"]


def test_a_payment_goes_through_its_states(lipa: Company) -> None:
    for state in ("pending", "authorised", "authorised", "paid"):
        _record(lipa, state)
    assert Tender.objects.get().state == "paid"
    assert _facts() == ["payments.TenderRecorded"] * 3 + ["payments.TenderPaid"]


@pytest.mark.parametrize("late", ["pending", "authorised", "failed", "voided"])
def test_a_state_heard_late_changes_nothing(lipa: Company, late: str) -> None:
    _record(lipa, "paid")
    assert _record(lipa, late).state == "paid"
    assert queries.paid(ORDER) == zl("100")
    assert len(_facts()) == 2


def test_what_is_not_paid_does_not_count(lipa: Company) -> None:
    _record(lipa, "authorised")
    assert queries.paid(ORDER, "PLN") == zl("0")
    with pytest.raises(ValueError, match="0 currencies"):
        queries.paid(ORDER)


def test_the_same_payment_with_another_amount_is_refused(lipa: Company) -> None:
    _record(lipa, "paid")
    for changed in ({"money": zl("99")}, {"owner": Ref("orders.order", "18")}):
        with pytest.raises(payments.TenderDiffers):
            _record(lipa, "paid", **changed)
    assert queries.paid(ORDER) == zl("100")


@pytest.mark.parametrize("wrong", [{"money": Money(0, "PLN")}, {"money": Money(-1, "PLN")}, {"method": "shells"}])
def test_a_payment_that_cannot_be_is_refused(lipa: Company, wrong: dict[str, Any]) -> None:
    with pytest.raises(payments.InvalidTender):
        _record(lipa, "paid", **wrong)
    assert not Tender.objects.exists()


def test_refunds_go_up_to_what_was_paid(lipa: Company) -> None:
    tender = _record(lipa, "paid")
    _refund(lipa, zl("60"), tender=tender)
    _refund(lipa, zl("60"), tender=tender)
    with pytest.raises(payments.RefundExceedsPayment) as refused:
        _refund(lipa, zl("40.01"), "r2")
    assert refused.value.params == {"left": "40", "currency": "PLN"}
    _refund(lipa, zl("40"), "r2")
    assert (queries.paid(ORDER), queries.refunded(ORDER)) == (zl("100"), zl("100"))
    assert _facts()[2:] == ["payments.TenderRefunded"] * 2


def test_a_pending_refund_counts_when_it_is_done(lipa: Company) -> None:
    _record(lipa, "paid")
    assert _refund(lipa, zl("60"), state="pending").state == "pending"
    assert queries.refunded(ORDER) == zl("0")
    assert _refund(lipa, zl("60")).state == "done"
    assert _refund(lipa, zl("60"), state="failed").state == "done"
    assert queries.refunded(ORDER) == zl("60")


def test_nothing_goes_back_where_nothing_came_in(lipa: Company) -> None:
    with pytest.raises(payments.RefundExceedsPayment):
        _refund(lipa, zl("1"))
    _record(lipa, "paid", money=Money(100, "EUR"))
    with pytest.raises(payments.RefundExceedsPayment):
        _refund(lipa, zl("1"))
    assert not TenderRefund.objects.exists()


def test_a_refund_names_a_payment_of_its_own_record(lipa: Company) -> None:
    _record(lipa, "paid")
    other = TenderFactory.create(company=lipa, owner_key="18")
    with pytest.raises(payments.InvalidTender):
        _refund(lipa, zl("1"), tender=other)
    with pytest.raises(IntegrityError, match="tender_refund_of_same_owner"), transaction.atomic():
        _insert_refund(lipa, "1", "r1", tender=other)


def test_the_same_refund_with_another_amount_is_refused(lipa: Company) -> None:
    _record(lipa, "paid")
    _refund(lipa, zl("60"))
    with pytest.raises(payments.RefundDiffers):
        _refund(lipa, zl("61"))
    assert queries.refunded(ORDER) == zl("60")


# --- guards


def _insert_refund(company: Company, amount: str, remote_id: str, **other: Any) -> TenderRefund:
    return TenderRefund.objects.create(
        company=company, owner_kind=ORDER.kind, owner_key=ORDER.key, source="x", remote_id=remote_id,
        amount=Decimal(amount), currency="PLN", state="done", at=AT, **other,
    )  # fmt: skip


def test_the_database_refuses_to_give_back_more_than_came_in(lipa: Company) -> None:
    _record(lipa, "paid")
    _insert_refund(lipa, "60", "1")
    with pytest.raises(IntegrityError, match="tender_balance_refunds_within_paid"), transaction.atomic():
        _insert_refund(lipa, "41", "2")
    with pytest.raises(IntegrityError, match="tender_balance_refunds_within_paid"), transaction.atomic():
        Tender.objects.update(state="voided")
    with pytest.raises(IntegrityError, match="tender_balance_refunds_within_paid"), transaction.atomic():
        Tender.objects.update(amount=Decimal(59))
    with pytest.raises(IntegrityError, match="tender_balance_refunds_within_paid"), transaction.atomic():
        TenderRefund.objects.update(amount=Decimal(101))
    assert (queries.paid(ORDER), queries.refunded(ORDER)) == (zl("100"), zl("60"))


def test_the_database_keeps_owner_and_currency(lipa: Company) -> None:
    _record(lipa, "paid")
    for change in ({"owner_key": "18"}, {"currency": "EUR"}):
        with pytest.raises(IntegrityError, match="never change"), transaction.atomic():
            Tender.objects.update(**change)


def test_counters_written_by_hand_are_refused(lipa: Company) -> None:
    _record(lipa, "paid")
    connection.check_constraints()
    TenderBalance.objects.update(paid=Decimal(1000))
    with pytest.raises(IntegrityError, match="is not the sum"):
        connection.check_constraints()


def test_counters_follow_deletion(lipa: Company) -> None:
    _record(lipa, "paid")
    refund = _insert_refund(lipa, "60", "1")
    refund.delete()
    Tender.objects.all().delete()
    assert queries.paid(ORDER) == zl("0")
    connection.check_constraints()


def test_a_payment_stands_once(lipa: Company) -> None:
    TenderFactory.create(company=lipa, remote_id="1")
    with pytest.raises(IntegrityError, match="tender_once"), transaction.atomic():
        TenderFactory.create(company=lipa, remote_id="1")


# --- races


def _race(company: Company, refund: Any) -> list[str]:
    start = Barrier(8)

    def run(number: int) -> str:
        start.wait()
        try:
            refund(company, number)
        except (payments.RefundExceedsPayment, IntegrityError) as error:
            return type(error).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(8) as pool:
        return sorted(pool.map(run, range(8)))


def test_of_eight_refunds_at_once_only_what_was_paid_goes_back(own_db: str) -> None:
    lipa = CompanyFactory.create()
    _record(lipa, "paid")
    outcome = _race(lipa, lambda company, number: _refund(company, zl("30"), f"r{number}"))
    assert outcome == ["RefundExceedsPayment"] * 5 + ["done"] * 3
    assert queries.refunded(ORDER) == zl("90")


def test_the_database_alone_holds_in_the_race(own_db: str) -> None:
    lipa = CompanyFactory.create()
    _record(lipa, "paid")
    outcome = _race(lipa, lambda company, number: _insert_refund(company, "30", str(number)))
    assert outcome == ["IntegrityError"] * 5 + ["done"] * 3
    assert queries.refunded(ORDER) == zl("90")


def test_without_the_counters_more_goes_back(own_db: str) -> None:
    """The control: everybody sums up first, then everybody inserts, and nothing stands behind."""
    lipa = CompanyFactory.create()
    _record(lipa, "paid")
    _as_owner("ALTER TABLE payments_tenderrefund DISABLE TRIGGER tender_refund_counted")
    everybody_summed = Barrier(8)

    def refund(company: Company, number: int) -> None:
        left = 100 - sum(TenderRefund.objects.values_list("amount", flat=True))
        everybody_summed.wait()
        if left >= 30:
            _insert_refund(company, "30", str(number))

    assert _race(lipa, refund) == ["done"] * 8
    assert sum(TenderRefund.objects.values_list("amount", flat=True)) == 240


def _as_owner(statement: str) -> None:
    import psycopg

    from config.env import ENV

    with psycopg.connect(ENV.database_owner_url, autocommit=True) as owner:
        owner.execute(statement)
