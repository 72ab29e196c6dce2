"""Who was billed stays on the invoice as long as tax law wants it, and can be forgotten afterwards."""

from datetime import UTC, datetime

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from erp.finance import services
from erp.finance.models import Invoice, InvoiceBuyer
from erp.finance.services import NotKeptLongEnough
from erp.foundation.actor import SYSTEM
from tests import database
from tests.builders import an_order
from tests.factories.finance import a_shop_with_books, billed, sent
from tests.factories.orders import AT

LATER = datetime(2032, 1, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def invoice(own_db: str) -> Invoice:
    order = an_order("reserved", shop=a_shop_with_books())
    return billed(order, sent(order))


def time_passes() -> None:
    """As if the years were over: only the owner of the tables can do this, with the trigger off."""
    with psycopg.connect(database.current_urls()[1], autocommit=True) as owner:
        owner.execute("ALTER TABLE finance_invoicebuyer DISABLE TRIGGER USER")
        owner.execute("UPDATE finance_invoicebuyer SET keep_until = '2020-12-31'")
        owner.execute("ALTER TABLE finance_invoicebuyer ENABLE TRIGGER USER")


def test_the_buyer_is_not_forgotten_early(invoice: Invoice) -> None:
    with pytest.raises(NotKeptLongEnough, match="2031-12-31"):
        services.erase_buyer(invoice_id=invoice.pk, actor=SYSTEM, at=AT)
    assert InvoiceBuyer.objects.get().name == "Anna Nowak"


def test_the_buyer_is_forgotten_when_the_time_is_over_and_the_invoice_stays(invoice: Invoice) -> None:
    time_passes()
    services.erase_buyer(invoice_id=invoice.pk, actor=SYSTEM, at=LATER)
    buyer = services.erase_buyer(invoice_id=invoice.pk, actor=SYSTEM, at=LATER)
    assert (buyer.name, buyer.street, buyer.city, buyer.email, buyer.country) == ("", "", "", "", "PL")
    assert Invoice.objects.get().gross == invoice.gross


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE finance_invoicebuyer SET name = 'Kto Inny'",
        "UPDATE finance_invoicebuyer SET name = '', street = '', city = '', email = '', erased_on = '2040-01-01'",
        "DELETE FROM finance_invoicebuyer",
    ],
)
def test_the_database_keeps_the_buyer(invoice: Invoice, statement: str) -> None:
    with (
        pytest.raises((IntegrityError, Exception), match=r"fixed until|Cannot delete"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert InvoiceBuyer.objects.get().name == "Anna Nowak"


@pytest.mark.parametrize("table", ["finance_invoice", "finance_invoiceline", "finance_invoicetax"])
@pytest.mark.parametrize("statement", ["UPDATE {0} SET gross = gross + 1", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"])
def test_the_application_can_not_change_an_invoice(invoice: Invoice, table: str, statement: str) -> None:
    with pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert Invoice.objects.get().gross == invoice.gross
