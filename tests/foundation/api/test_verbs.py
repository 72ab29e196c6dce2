"""Verbs: one permission, one use case, errors as problem+json."""

import pytest

from erp.foundation.organisation.models import Branch
from tests.factories.accounts import a_branch, a_company, a_member
from tests.factories.api import a_client, signed_in

pytestmark = pytest.mark.urls("tests.foundation.api.things")
THINGS = "/api/v1/things/"


def test_a_verb_acts_and_shows_the_row(db: None) -> None:
    company = a_company()
    answer = a_client(company, "organisation.*").post(THINGS, {"code": "WAW", "name": "Warszawa"}, format="json")

    made = Branch.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {"id": made.pk, "company": company.pk, "code": "WAW", "name": "Warszawa"}


def test_what_acts_is_written_into_history(db: None) -> None:
    company = a_company()
    branch = a_branch(company)
    client = a_client(company, "organisation.*")
    client.post(f"{THINGS}{branch.pk}/twin/")

    kept = Branch.objects.get(code="WAW2").history.get()  # type: ignore[attr-defined]
    assert kept.pgh_context["actor"].startswith("apikey:")
    assert len(kept.pgh_context["request_id"]) == 36


def test_without_the_verbs_permission_it_is_refused_and_nothing_changes(db: None) -> None:
    company = a_company()
    branch = a_branch(company)
    answer = a_client(company, "organisation.view").post(f"{THINGS}{branch.pk}/twin/")

    assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")
    assert Branch.objects.count() == 1


def test_a_foreign_row_is_not_found_and_nothing_changes(db: None) -> None:
    branch = a_branch(a_company("Inny"))
    answer = a_client(a_company("Kubek"), "organisation.*").post(f"{THINGS}{branch.pk}/twin/")

    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    assert Branch.objects.count() == 1


def test_an_anonymous_call_is_asked_for_credentials(db: None) -> None:
    from rest_framework.test import APIClient

    answer = APIClient().post(THINGS, {"code": "WAW", "name": "Warszawa"}, format="json")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="api"'
    assert answer["Content-Type"] == "application/problem+json"
    assert not Branch.objects.exists()


@pytest.mark.parametrize(
    "verb, status, code, detail",
    [
        ("close-down", 409, "closed", "Waw has closed."),
        (
            "wait",
            503,
            "busy",
            "Somebody else is changing this record right now. Nothing was changed; please try again.",
        ),
        ("rename", 422, "invalid", "This value can't be used: too long"),
    ],
)
def test_a_refusal_tells_its_status_code_and_sentence(db: None, verb: str, status: int, code: str, detail: str) -> None:
    company = a_company()
    branch = a_branch(company)
    body = a_client(company, "organisation.*").post(f"{THINGS}{branch.pk}/{verb}/").json()

    assert (body["status"], body["code"], body["detail"]) == (status, code, detail)
    assert body["type"] == f"urn:backroom:problem:{code}"


def test_wrong_values_are_pointed_at(db: None) -> None:
    sent = {"code": "WAW", "lines": [{"quantity": 1}, {"quantity": 0}], "colour": "blue"}
    client = a_client(a_company(), "organisation.*")
    unknown = client.post(THINGS, sent, format="json")
    del sent["colour"]
    wrong = client.post(THINGS, sent, format="json")

    assert unknown.status_code == wrong.status_code == 400
    assert [error["pointer"] for error in unknown.json()["errors"]] == ["#/colour"]
    assert [(error["pointer"], error["code"]) for error in wrong.json()["errors"]] == [
        ("#/name", "required"),
        ("#/lines/1/quantity", "min_value"),
    ]
    assert not Branch.objects.exists()


def test_broken_json_is_a_problem_too(db: None) -> None:
    answer = a_client(a_company(), "organisation.*").post(THINGS, "{", content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (400, "parse-error")


def test_a_defect_of_ours_shows_none_of_its_insides(db: None) -> None:
    company = a_company()
    branch = a_branch(company)
    client = a_client(company, "organisation.*")
    client.raise_request_exception = False
    answer = client.post(f"{THINGS}{branch.pk}/crash/")

    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "hunter2" not in answer.content.decode()


def test_a_verb_with_nothing_to_show_answers_204(db: None) -> None:
    company = a_company()
    branch = a_branch(company)
    answer = a_client(company, "organisation.*").post(f"{THINGS}{branch.pk}/clear/")

    assert (answer.status_code, answer.content) == (204, b"")


def test_an_unknown_address_is_a_problem(db: None) -> None:
    answer = a_client(a_company(), "organisation.*").get("/api/v1/nothing/here/")

    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_a_wrong_method_is_a_problem(db: None) -> None:
    answer = a_client(a_company(), "organisation.*").delete(THINGS)

    assert (answer.status_code, answer.json()["code"]) == (405, "method-not-allowed")


def test_the_sentence_is_in_the_callers_language(db: None) -> None:
    client = a_client(a_company(), "organisation.view")
    answer = client.get("/api/v1/companies/999/", HTTP_ACCEPT_LANGUAGE="pl")

    assert answer["Content-Language"] == "pl"


def test_a_session_needs_the_csrf_token_to_write(db: None) -> None:
    client = signed_in(a_member("administrator", a_company()), check_csrf=True)
    refused = client.post(THINGS, {"code": "WAW", "name": "Warszawa"}, format="json")

    assert refused.status_code == 403
    assert not Branch.objects.exists()
