"""What the database refuses of payments; each test fails when its constraint is dropped."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from erp.payments.models import TenderRefund
from tests.factories.payments import TenderFactory


@pytest.mark.parametrize(
    "statement, constraint",
    [
        ("UPDATE payments_tender SET amount = 0", "tender_amount_positive"),
        ("UPDATE payments_tender SET method = 'shells'", "tender_method_known"),
        ("UPDATE payments_tender SET state = 'lost'", "tender_state_known"),
        ("UPDATE payments_tender SET currency = 'zł'", "tender_currency_code|never change"),
        ("UPDATE payments_tenderrefund SET amount = 0", "tender_refund_amount_positive"),
        ("UPDATE payments_tenderrefund SET state = 'lost'", "tender_refund_state_known"),
        ("UPDATE payments_tenderrefund SET remote_id = 'same'", "tender_refund_once"),
    ],
)
def test_the_database_refuses(db: None, statement: str, constraint: str) -> None:
    tender = TenderFactory.create()
    for number in ("1", "2"):
        TenderRefund.objects.create(
            company=tender.company, tender=tender, owner_kind=tender.owner_kind, owner_key=tender.owner_key,
            source="x", remote_id=number, amount=Decimal(10), currency="PLN", state="done", at=tender.at,
        )  # fmt: skip
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
