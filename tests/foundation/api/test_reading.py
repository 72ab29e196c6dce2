"""Lists and single rows: scoped, paged by key, filtered."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import a_branch, a_company, a_member
from tests.factories.api import a_client, signed_in


def test_a_list_holds_only_what_the_caller_sees(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    a_branch(mine, "WAW")
    a_branch(other, "KRK")

    answer = a_client(mine, "organisation.view").get("/api/v1/branches/")

    assert answer.status_code == 200
    assert [row["code"] for row in answer.json()["results"]] == ["WAW"]


def test_a_foreign_row_is_not_found(db: None) -> None:
    mine, other = a_company("Kubek"), a_company("Inny")
    client = a_client(mine, "organisation.view")

    hidden = client.get(f"/api/v1/companies/{other.pk}/")
    missing = client.get("/api/v1/companies/999999/")

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert hidden.json() | {"request": ""} == missing.json() | {"request": ""}
    assert hidden["Content-Type"] == "application/problem+json"


def test_pages_follow_each_other_by_key(db: None) -> None:
    company = a_company()
    for number in range(5):
        a_branch(company, f"B{number}")
    client = a_client(company, "organisation.view")

    first = client.get("/api/v1/branches/?page_size=3").json()
    a_branch(company, "A0")  # lands before the first page, and moves nothing on the next
    second = client.get(first["next"]).json()

    assert [row["code"] for row in first["results"] + second["results"]] == ["B0", "B1", "B2", "B3", "B4"]
    assert second["next"] is None


def test_a_filter_narrows_and_a_wrong_one_is_named(db: None) -> None:
    company = a_company()
    a_branch(company, "WAW")
    a_branch(company, "KRK")
    client = a_client(company, "organisation.view")

    assert [row["code"] for row in client.get("/api/v1/branches/?code=KRK").json()["results"]] == ["KRK"]
    refused = client.get("/api/v1/branches/?company=x")
    assert refused.status_code == 400
    assert [error["pointer"] for error in refused.json()["errors"]] == ["#/company"]


def test_a_list_costs_the_same_queries_however_long(db: None) -> None:
    company = a_company()
    client = a_client(company, "organisation.view")
    client.get("/api/v1/branches/")  # the key's first use is written down
    for number in range(10):
        a_branch(company, f"B{number}")

    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(client.get("/api/v1/branches/").json()["results"]) == 10

    assert len(queries) == 3  # the key, its access, the rows


def test_a_browser_session_reads_too(db: None) -> None:
    company = a_company()
    client = signed_in(a_member("sales", company))

    assert [row["name"] for row in client.get("/api/v1/companies/").json()["results"]] == [company.name]
    assert client.get("/api/v1/self/").json()["grants"][0]["company"] == company.pk
