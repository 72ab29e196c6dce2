"""Sixteen clerks bill at once and some think better of it: the numbers have neither gaps nor twins."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import transaction

from erp.finance import services
from erp.finance.models import Entry, Invoice
from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberSeries
from erp.foundation.actor import SYSTEM
from erp.foundation.refs import Ref
from erp.orders.models import Order
from tests.builders import an_order
from tests.concurrency.racing import race
from tests.factories.finance import a_shop_with_books, sent
from tests.factories.orders import AT

CLERKS, EACH = 16, 3


class SecondThoughts(Exception):
    """The transaction is taken back after the number was taken."""


@pytest.fixture
def parcels(own_db: str) -> list[tuple[Order, Ref]]:
    """Orders of one company that have left and stand on no invoice."""
    shop = a_shop_with_books()
    orders = [an_order("reserved", shop=shop) for _ in range(CLERKS * EACH)]
    return [(order, sent(order)) for order in orders]


def bill(order: Order, shipment: Ref) -> Invoice | None:
    return services.issue_invoice(order_id=order.pk, origin=shipment, actor=SYSTEM, at=AT)


@transaction.atomic
def bill_and_regret(order: Order, shipment: Ref) -> None:
    bill(order, shipment)
    raise SecondThoughts


def clerk(parcels: list[tuple[Order, Ref]], number: int) -> None:
    """Every third invoice is rolled back first."""
    for i in range(EACH):
        order, shipment = parcels[number * EACH + i]
        if (number + i) % 3 == 0:
            with pytest.raises(SecondThoughts):
                bill_and_regret(order, shipment)
        bill(order, shipment)


def clerks(parcels: list[tuple[Order, Ref]]) -> list[Callable[[], None]]:
    return [partial(clerk, parcels, number) for number in range(CLERKS)]


def serials() -> list[int]:
    return sorted(int(number.rpartition("/")[2]) for number in Invoice.objects.values_list("number", flat=True))


def errors(results: list[object]) -> list[object]:
    return [result for result in results if isinstance(result, Exception)]


def test_numbers_have_neither_gaps_nor_twins(parcels: list[tuple[Order, Ref]]) -> None:
    assert errors(race(clerks(parcels))) == []
    assert serials() == list(range(1, CLERKS * EACH + 1))
    assert Entry.objects.filter(origin_kind="finance.invoice").count() == CLERKS * EACH


def test_control_numbers_from_a_sequence_have_gaps(
    parcels: list[tuple[Order, Ref]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a sequence would do: it forgets nothing that was rolled back."""
    taken = iter(range(1, 1000))

    def from_a_sequence(*, series: NumberSeries, on: object) -> str:
        return f"FV/2026/11/{next(taken)}"

    monkeypatch.setattr(fiscal, "take_number", from_a_sequence)
    assert errors(race(clerks(parcels))) == []
    assert serials() != list(range(1, CLERKS * EACH + 1))


def test_control_numbers_counted_from_what_is_there_have_twins_that_the_database_refuses(
    parcels: list[tuple[Order, Ref]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def next_after_the_last(*, series: NumberSeries, on: object) -> str:
        return f"FV/2026/11/{Invoice.objects.count() + 1}"

    monkeypatch.setattr(fiscal, "take_number", next_after_the_last)
    refused = errors(race(clerks(parcels)))
    assert refused
    assert all("invoice_number_once" in str(error) for error in refused)


def test_twins_of_one_shipment_make_one_invoice(parcels: list[tuple[Order, Ref]]) -> None:
    order, shipment = parcels[0]
    results = race([partial(bill, order, shipment)] * CLERKS)
    assert errors(results) == []
    assert len({invoice.pk for invoice in results}) == 1
    assert serials() == [1]
    assert Entry.objects.filter(origin_kind="finance.invoice").count() == 1
