"""OAuth2: a person connects an application, which then calls the API for them."""

import base64
import hashlib
from urllib.parse import parse_qs, urlparse

from django.test import Client
from oauth2_provider.models import get_access_token_model, get_application_model

from tests.factories.accounts import a_company, a_member
from tests.factories.api import client_of

VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
BACK = "https://till.example.com/back"


def _application() -> str:
    made = get_application_model().objects.create(
        name="Tills",
        client_type="public",
        authorization_grant_type="authorization-code",
        redirect_uris=BACK,
    )
    return str(made.client_id)


def _asked(client_id: str, **changes: str) -> dict[str, str]:
    asked = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": BACK,
        "scope": "organisation.view",
        "state": "s1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    return {name: value for name, value in (asked | changes).items() if value}


def test_a_person_connects_an_application_that_then_calls_for_them(db: None) -> None:
    company = a_company()
    browser = Client()
    browser.force_login(a_member("owner", company), backend="django.contrib.auth.backends.ModelBackend")
    asked = _asked(_application())
    page = browser.get("/oauth/authorize/", asked)
    assert page.status_code == 200
    assert "See companies, branches and departments" in page.content.decode()

    agreed = browser.post("/oauth/authorize/", asked | {"allow": "1"})
    back = parse_qs(urlparse(agreed["Location"]).query)
    assert back["state"] == ["s1"]
    token = Client().post(
        "/oauth/token/",
        {
            "grant_type": "authorization_code",
            "code": back["code"][0],
            "client_id": asked["client_id"],
            "redirect_uri": BACK,
            "code_verifier": VERIFIER,
        },
    )
    assert token.status_code == 200
    client = client_of(token.json()["access_token"])
    assert [row["name"] for row in client.get("/api/v1/companies/").json()["results"]] == [company.name]
    assert client.get("/api/v1/orders/").status_code == 403

    Client().post("/oauth/revoke/", {"token": token.json()["access_token"], "client_id": asked["client_id"]})
    assert client.get("/api/v1/companies/").status_code == 401


def test_a_stranger_signs_in_first(db: None) -> None:
    answer = Client().get("/oauth/authorize/", _asked(_application()))

    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/accounts/login/")


def test_without_proof_of_possession_nothing_is_given(db: None) -> None:
    browser = Client()
    browser.force_login(a_member("owner", a_company()), backend="django.contrib.auth.backends.ModelBackend")
    answer = browser.get("/oauth/authorize/", _asked(_application(), code_challenge="", code_challenge_method=""))

    assert "code=" not in answer.get("Location", "")
    assert not get_access_token_model().objects.exists()
