"""The money ledger refuses, by the database, whatever isn't double entry."""

import threading
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from erp.finance import queries, services
from erp.finance.models import Account, AccountMapping, Entry, EntryLine, Journal, Role
from erp.finance.services import AccountMissing, Posting
from erp.foundation.actor import Actor
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref
from tests.factories.organisation import CompanyFactory

EWA = Actor("user", "3")
AT = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
ON = date(2026, 11, 2)
PARCEL = Ref("tests.parcel", "7")


def pln(amount: str) -> Money:
    return Money(amount, "PLN")


SALE = (
    Posting(Role.RECEIVABLES, pln("123.00")),
    Posting(Role.SALES, pln("-100.00")),
    Posting(Role.OUTPUT_TAX, pln("-23.00")),
)


def a_company() -> Company:
    company = CompanyFactory()
    services.set_up_accounts(company=company, actor=EWA, at=AT)
    return company


def post(company: Company, postings: tuple[Posting, ...] = SALE, purpose: str = "sale") -> Entry | None:
    return services.post_entry(
        company_id=company.pk,
        journal=Journal.SALES,
        on=ON,
        postings=postings,
        origin=PARCEL,
        purpose=purpose,
        actor=EWA,
        at=AT,
    )


def test_an_entry_is_posted_once_per_act(own_db: str) -> None:
    company = a_company()
    first, second = post(company), post(company)

    assert first is not None
    assert first == second
    assert EntryLine.objects.count() == 3
    assert {
        (row.account.code, row.debit, row.credit)
        for row in queries.trial_balance(company.pk)
        if row.debit or row.credit
    } == {
        ("200", Decimal("123.0000"), Decimal(0)),
        ("730", Decimal(0), Decimal("100.0000")),
        ("221", Decimal(0), Decimal("23.0000")),
    }


@pytest.mark.parametrize(
    "postings",
    [
        (Posting(Role.RECEIVABLES, pln("123.00")), Posting(Role.SALES, pln("-122.99"))),
        (Posting(Role.RECEIVABLES, pln("123.00")),),
        (
            Posting(Role.RECEIVABLES, pln("400.00"), Money("100.00", "EUR")),
            Posting(Role.SALES, pln("-400.00"), Money("-99.99", "EUR")),
        ),
    ],
)
def test_what_does_not_balance_is_refused_at_commit(own_db: str, postings: tuple[Posting, ...]) -> None:
    company = a_company()
    with pytest.raises(IntegrityError, match="does not balance"):
        post(company, postings)
    assert Entry.objects.count() == 0


def test_lines_can_not_join_an_entry_later(own_db: str) -> None:
    company = a_company()
    entry = post(company)
    accounts = queries.accounts_by_role(company.pk)
    assert entry is not None

    late = [
        EntryLine(entry=entry, account=accounts[Role.STOCK], debit=5, amount=5, currency="PLN"),
        EntryLine(entry=entry, account=accounts[Role.SALES], credit=5, amount=-5, currency="PLN"),
    ]
    with pytest.raises(IntegrityError, match="only in the transaction that made it"):
        EntryLine.objects.bulk_create(late)
    assert EntryLine.objects.count() == 3


def test_a_header_without_lines_is_refused(own_db: str) -> None:
    with pytest.raises(IntegrityError, match="does not balance"):
        Entry.objects.create(
            company=a_company(), journal="sales", on=ON, at=AT, origin_kind="x", origin_key="1", purpose="x", actor="x"
        )


@pytest.mark.parametrize("table", ["finance_entry", "finance_entryline"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {0} SET id = id",
        "DELETE FROM {0}",
        "TRUNCATE {0} CASCADE",
        "SET LOCAL pgtrigger.ignore = '{{{0}:append_only}}'; DELETE FROM {0}",
    ],
)
def test_the_application_can_not_change_the_ledger(own_db: str, table: str, statement: str) -> None:
    post(a_company())
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))
    assert (Entry.objects.count(), EntryLine.objects.count()) == (1, 3)


def test_a_reversal_takes_an_entry_back_once(own_db: str) -> None:
    company = a_company()
    entry = post(company)
    assert entry is not None

    first = services.reverse_entry(entry_id=entry.pk, on=ON, actor=EWA, at=AT)
    second = services.reverse_entry(entry_id=entry.pk, on=ON, actor=EWA, at=AT)

    assert first == second
    assert first.reverses_id == entry.pk
    assert [row.balance for row in queries.trial_balance(company.pk) if row.balance] == []
    assert queries.balance_of(company.pk, Role.SALES) == 0


def test_a_part_without_an_account_is_named(own_db: str) -> None:
    company = a_company()
    AccountMapping.objects.filter(company=company, role=Role.SALES).delete()
    with pytest.raises(AccountMissing, match="Sales of goods"):
        post(company)
    assert Entry.objects.count() == 0


def test_nothing_to_post_makes_no_entry(own_db: str) -> None:
    assert post(a_company(), (Posting(Role.SALES, pln("0")), Posting(Role.RECEIVABLES, pln("0")))) is None


def test_setting_up_twice_keeps_what_was_changed(own_db: str) -> None:
    company = a_company()
    Account.objects.filter(company=company, code="730").update(name_pl="Sprzedaż internetowa")
    count = Account.objects.count()
    services.set_up_accounts(company=company, actor=EWA, at=AT)
    assert Account.objects.count() == count
    assert Account.objects.get(company=company, code="730").name_pl == "Sprzedaż internetowa"


def test_ten_at_once_post_one_entry(own_db: str) -> None:
    company = a_company()
    posted: list[int] = []

    def work() -> None:
        try:
            entry = post(company)
            assert entry is not None
            posted.append(entry.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(posted) == 10
    assert len(set(posted)) == 1
    assert (Entry.objects.count(), EntryLine.objects.count()) == (1, 3)
