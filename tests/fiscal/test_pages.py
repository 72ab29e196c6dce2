"""The pages of tax rates and number series, as an accountant and others use them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from erp.fiscal import services as fiscal
from erp.fiscal.models import NumberSeries, TaxRate
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.factories.accounts import AT, a_company, a_member
from tests.factories.fiscal import TaxRateFactory

TODAY = clock.now().date()
SOON = TODAY + timedelta(days=30)


@pytest.fixture
def lipa(db: None) -> Company:
    return a_company("Lipa")


@pytest.fixture
def standard(lipa: Company) -> TaxRate:
    return TaxRateFactory.create()


@pytest.fixture
def invoices(lipa: Company) -> NumberSeries:
    return _series(lipa, "FV/{year}/{number}")


def _series(company: Company, pattern: str) -> NumberSeries:
    return fiscal.define_series(
        company=company, kind="invoice", code="main", pattern=pattern, period="year", actor=SYSTEM, at=AT
    )


def _signed_in(company: Company, role: str = "accountant") -> Client:
    browser = Client(headers={"Accept-Language": "en"})
    browser.force_login(a_member(role, company), backend="django.contrib.auth.backends.ModelBackend")
    return browser


def _typed(rate: str = "24", day: date = SOON) -> dict[str, str]:
    return {"country": "PL", "tax_class": "standard", "rate": rate, "valid_from": day.isoformat()}


def test_a_new_rate_ends_the_one_before_and_stands_in_its_history(lipa: Company, standard: TaxRate) -> None:
    browser = _signed_in(lipa)
    where = browser.post("/setup/taxes/new/", _typed())["Location"]

    assert list(TaxRate.objects.order_by("valid_from").values_list("rate", "valid_to")) == [
        (Decimal(23), SOON - timedelta(days=1)),
        (Decimal(24), None),
    ]
    for url in (where, f"/setup/taxes/{standard.pk}/"):
        assert f"24% from {SOON} on" in browser.get(url).content.decode()
    assert "to come" in browser.get("/setup/taxes/?state=later").content.decode()


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1), date(2020, 1, 1)])
def test_what_holds_today_does_not_change_for_today(lipa: Company, standard: TaxRate, day: date) -> None:
    answer = _signed_in(lipa).post("/setup/taxes/new/", _typed(day=day))

    assert answer.status_code == 422
    assert "from tomorrow on" in answer.content.decode()
    assert list(TaxRate.objects.values_list("rate", "valid_to")) == [(Decimal(23), None)]


def test_a_rate_to_come_is_taken_back_and_one_that_holds_is_not(lipa: Company, standard: TaxRate) -> None:
    browser = _signed_in(lipa)
    browser.post("/setup/taxes/new/", _typed())
    later = TaxRate.objects.get(rate=24)

    assert browser.post(f"/setup/taxes/{standard.pk}/withdraw/").status_code == 422
    assert browser.post(f"/setup/taxes/{later.pk}/withdraw/").status_code == 302
    assert list(TaxRate.objects.values_list("rate", "valid_to")) == [(Decimal(23), None)]


def test_the_law_of_all_is_not_set_by_who_looks_after_one_company(lipa: Company, standard: TaxRate) -> None:
    a_company("Inna")
    browser = _signed_in(lipa, "owner")

    answer = browser.post("/setup/taxes/new/", _typed())
    assert answer.status_code == 403
    assert "every company here" in answer.content.decode()
    with pytest.raises(fiscal.LawOfAll):
        fiscal.withdraw_tax_rate(tax_rate=standard, actor=a_member("owner", lipa).actor, at=clock.now())
    assert list(TaxRate.objects.values_list("rate", "valid_to")) == [(Decimal(23), None)]


@pytest.mark.parametrize(
    "change",
    [{"rate": Decimal(1)}, {"country": "GB"}, {"valid_from": date(2012, 1, 1)}, {"valid_to": date(2015, 1, 1)}],
)
def test_the_database_keeps_the_past(standard: TaxRate, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match="stays as it was"), transaction.atomic():
        TaxRate.objects.filter(pk=standard.pk).update(**change)
    with pytest.raises(IntegrityError, match="has begun stays"), transaction.atomic():
        standard.delete()


def test_the_page_shows_the_next_number_and_takes_none(lipa: Company, invoices: NumberSeries) -> None:
    browser = _signed_in(lipa)
    for _ in range(2):
        for url in ("/setup/numbers/", f"/setup/numbers/{invoices.pk}/"):
            page = browser.get(url).content.decode()
            assert f"FV/{TODAY.year}/1" in page
            assert "Invoices" in page
    assert not invoices.counters.exists()


def test_a_pattern_is_changed_on_its_page(lipa: Company, invoices: NumberSeries) -> None:
    with transaction.atomic():
        fiscal.take_number(series=invoices, on=TODAY)
    browser = _signed_in(lipa)
    change = f"/setup/numbers/{invoices.pk}/change/"

    assert "Next without a change" in browser.get(change).content.decode()
    wrong = browser.post(change, {"pattern": "FV/{number}", "period": "year"})
    assert (wrong.status_code, NumberSeries.objects.count()) == (422, 1)
    where = browser.post(change, {"pattern": "F-{year}-{number}", "period": "year"})["Location"]
    assert f"F-{TODAY.year}-1" in browser.get(where).content.decode()
    assert browser.get(change).status_code == 404  # the old series is replaced


def test_nobody_sees_or_changes_the_numbers_of_another_company(lipa: Company, invoices: NumberSeries) -> None:
    theirs = _series(a_company("Inna"), "TAJNE/{year}/{number}")
    browser = _signed_in(lipa, "owner")

    assert "TAJNE" not in browser.get("/setup/numbers/").content.decode()
    for url in (f"/setup/numbers/{theirs.pk}/", f"/setup/numbers/{theirs.pk}/change/"):
        assert browser.get(url).status_code == 404
    answer = browser.post(f"/setup/numbers/{theirs.pk}/change/", {"pattern": "X/{year}/{number}", "period": "year"})
    assert answer.status_code == 404
    theirs.refresh_from_db()
    assert theirs.pattern == "TAJNE/{year}/{number}"


@pytest.mark.parametrize("role", ["sales", "auditor"])
def test_who_only_looks_changes_nothing(lipa: Company, standard: TaxRate, invoices: NumberSeries, role: str) -> None:
    browser = _signed_in(lipa, role)

    assert browser.post("/setup/taxes/new/", _typed()).status_code == 404
    change = browser.post(f"/setup/numbers/{invoices.pk}/change/", {"pattern": "X{year}/{number}", "period": "year"})
    assert change.status_code == 404
    assert (TaxRate.objects.count(), NumberSeries.objects.get().pattern) == (1, "FV/{year}/{number}")
