"""Who calls the API."""

from dataclasses import dataclass

from django.http import HttpRequest
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from erp.foundation.actor import Actor


@dataclass(frozen=True, slots=True)
class Credentials:
    """
    What an authentication class found: ``request.auth``.

    ``client`` names the caller for throttles and Idempotency-Keys (``apikey:7``, ``user:3``), also across
    tokens that replace each other.
    """

    actor: Actor
    client: str


def credentials_of(request: Request) -> Credentials | None:
    """The caller's credentials, None for an anonymous one."""
    return request.auth if isinstance(request.auth, Credentials) else None


def actor_of(request: Request) -> Actor:
    """:raises NotAuthenticated: for an anonymous caller."""
    credentials = credentials_of(request)
    if credentials is None:
        raise NotAuthenticated
    return credentials.actor


def is_api(request: HttpRequest) -> bool:
    """Whether a request is for the API, by its path."""
    return request.path.startswith("/api/")
