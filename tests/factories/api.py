"""Callers of the API for tests."""

from rest_framework.test import APIClient

from erp.foundation.accounts.models import User
from erp.foundation.accounts.services import create_api_key
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from tests.factories.accounts import AT, a_member


def a_client(company: Company, *scopes: str, reads: tuple[str, ...] = ()) -> APIClient:
    """A client that sends an API key of a company with these scopes."""
    owner = a_member("owner", company)
    _row, key = create_api_key(
        company=company, name="test", scopes=scopes, reads=reads, owner=owner, actor=SYSTEM, at=AT
    )
    return client_of(key)


def client_of(token: str) -> APIClient:
    """A client that sends a bearer token."""
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def signed_in(user: User, *, check_csrf: bool = False) -> APIClient:
    """A client with a browser's session."""
    client = APIClient(enforce_csrf_checks=check_csrf)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
