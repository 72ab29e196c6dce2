"""Who may call: own keys, OAuth2 tokens, and how often."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from oauth2_provider.models import get_access_token_model, get_application_model
from rest_framework.test import APIClient

from erp.foundation.accounts.models import ApiKey, User
from erp.foundation.accounts.services import TooWide, create_api_key, deactivate_user, revoke_api_key
from erp.foundation.actor import SYSTEM
from erp.foundation.errors import Invalid
from erp.foundation.organisation.models import Company
from erp.foundation.web.api.throttles import AnonymousThrottle, ClientThrottle
from tests.factories.accounts import AT, a_branch, a_company, a_member, a_person
from tests.factories.api import a_client, client_of

BRANCHES = "/api/v1/branches/"


def _a_key(company: Company, **options: Any) -> tuple[ApiKey, str]:
    owner = a_member("owner", company)
    return create_api_key(
        company=company, name="till", scopes=["organisation.view"], owner=owner, actor=owner.actor, at=AT, **options
    )


def test_the_key_itself_is_not_kept(db: None) -> None:
    row, key = _a_key(a_company())

    assert key.startswith("brk_")
    assert len(key) > 40
    assert key not in str(ApiKey.objects.filter(pk=row.pk).values().get())


@pytest.mark.parametrize("token", ["brk_", "brk_wrong", "brk_" + "A" * 43, "", "brk_ó"])
def test_a_wrong_key_is_refused(db: None, token: str) -> None:
    _a_key(a_company())

    assert client_of(token).get(BRANCHES).status_code == 401


def test_the_right_prefix_with_a_wrong_rest_is_refused(db: None) -> None:
    _row, key = _a_key(a_company())

    assert client_of(key[:-1] + ("A" if key[-1] != "A" else "B")).get(BRANCHES).status_code == 401


def test_a_revoked_key_stops_at_once(db: None) -> None:
    row, key = _a_key(a_company())
    assert client_of(key).get(BRANCHES).status_code == 200
    revoke_api_key(key=row, actor=SYSTEM, at=AT)

    assert client_of(key).get(BRANCHES).status_code == 401


def test_a_key_ends_at_its_time(db: None) -> None:
    company = a_company()
    _row, ended = _a_key(company, expires_at=timezone.now() - timedelta(seconds=1))
    _other, good = _a_key(company, expires_at=timezone.now() + timedelta(hours=1))

    assert client_of(ended).get(BRANCHES).status_code == 401
    assert client_of(good).get(BRANCHES).status_code == 200


def test_a_key_of_one_branch_sees_that_branch_only_where_it_matters(db: None) -> None:
    company = a_company()
    branch = a_branch(company, "WAW")
    _row, key = _a_key(company, branch=branch)

    assert client_of(key).get("/api/v1/self/").json()["grants"] == [
        {"company": company.pk, "branch": branch.pk, "permissions": ["organisation.view"], "reads": []}
    ]


def test_the_last_use_is_written_at_most_once_a_minute(db: None) -> None:
    row, key = _a_key(a_company())
    client_of(key).get(BRANCHES)
    row.refresh_from_db()
    first = row.last_used_at
    client_of(key).get(BRANCHES)
    row.refresh_from_db()
    assert first is not None
    assert row.last_used_at == first

    ApiKey.objects.filter(pk=row.pk).update(last_used_at=first - timedelta(minutes=2))
    client_of(key).get(BRANCHES)
    row.refresh_from_db()
    assert row.last_used_at is not None
    assert row.last_used_at >= first


def test_a_key_is_never_wider_than_its_maker(db: None) -> None:
    company = a_company()
    seller = a_member("sales", company)

    with pytest.raises(TooWide):
        create_api_key(company=company, name="x", scopes=["accounts.*"], owner=seller, actor=seller.actor, at=AT)
    with pytest.raises(TooWide):
        create_api_key(
            company=a_company("Inny"),
            name="x",
            scopes=["organisation.view"],
            owner=seller,
            actor=seller.actor,
            at=AT,
        )
    with pytest.raises(TooWide):
        create_api_key(
            company=company,
            name="x",
            scopes=["organisation.view"],
            reads=["cost"],
            owner=seller,
            actor=seller.actor,
            at=AT,
        )
    with pytest.raises(Invalid):
        create_api_key(company=company, name="x", scopes=["no.such"], owner=seller, actor=seller.actor, at=AT)
    assert not ApiKey.objects.exists()


def test_a_scope_pattern_is_kept_as_what_it_means_today(db: None) -> None:
    company = a_company()
    owner = a_member("owner", company)
    row, _key = create_api_key(
        company=company, name="x", scopes=["organisation.*"], owner=owner, actor=owner.actor, at=AT
    )

    assert row.scopes == ["organisation.manage", "organisation.view"]


def _a_token(user: User, scope: str, *, minutes: int = 10) -> APIClient:
    application = get_application_model().objects.create(
        name="Tills", client_type="confidential", authorization_grant_type="authorization-code"
    )
    get_access_token_model().objects.create(
        user=user,
        application=application,
        token="token-of-tills",
        scope=scope,
        expires=timezone.now() + timedelta(minutes=minutes),
    )
    return client_of("token-of-tills")


def test_a_token_has_the_persons_rights_cut_to_its_scopes(db: None) -> None:
    company = a_company()
    a_company("Inny")
    client = _a_token(a_member("owner", company), "organisation.view reads:cost")

    assert [row["name"] for row in client.get("/api/v1/companies/").json()["results"]] == [company.name]
    assert client.get("/api/v1/self/").json()["grants"] == [
        {"company": company.pk, "branch": None, "permissions": ["organisation.view"], "reads": ["cost"]}
    ]


def test_a_token_gives_nothing_that_the_person_has_not(db: None) -> None:
    client = _a_token(a_member("warehouse", a_company()), "accounts.manage_people reads:cost")

    assert client.get("/api/v1/companies/").status_code == 403
    assert client.get("/api/v1/self/").json()["grants"][0]["permissions"] == []


def test_a_token_ends_with_its_time_and_with_its_person(db: None) -> None:
    person = a_person("Anna Nowak")
    assert _a_token(person, "organisation.view", minutes=-1).get("/api/v1/self/").status_code == 401

    other = a_member("sales", a_company())
    get_access_token_model().objects.all().delete()
    client = _a_token(other, "organisation.view")
    deactivate_user(user=other, actor=SYSTEM, at=AT)
    assert client.get("/api/v1/self/").status_code == 401


@pytest.mark.parametrize("throttle", [ClientThrottle, AnonymousThrottle])
def test_too_many_calls_are_told_when_to_come_back(db: None, throttle: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throttle, "THROTTLE_RATES", {"client": "2/min", "anonymous": "2/min"})
    anonymous = throttle is AnonymousThrottle
    client = client_of("brk_wrong") if anonymous else a_client(a_company(), "organisation.view")
    answers = [client.get("/api/v1/self/") for _ in range(3)]

    assert [answer.status_code for answer in answers] == ([401] * 2 if anonymous else [200] * 2) + [429]
    assert answers[2].json()["code"] == "throttled"
    assert 0 < int(answers[2]["Retry-After"]) <= 61


def test_the_docs_page_relaxes_the_policy_for_itself_only(db: None) -> None:
    client = APIClient()
    page = client.get("/api/v1/")
    script = client.get("/api/v1/?script=")

    assert (page.status_code, script.status_code) == (200, 200)
    assert "style-src 'self' 'unsafe-inline'" in page["Content-Security-Policy"]
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert "unsafe" not in client.get("/api/v1/nothing/")["Content-Security-Policy"]
    assert settings.SPECTACULAR_SETTINGS["OAS_VERSION"] in client.get("/api/v1/openapi.json").content.decode()
