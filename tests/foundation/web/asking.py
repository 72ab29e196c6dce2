"""Asks a view as a person would, without the URL table."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from erp.foundation.accounts.models import User

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


def ask(
    view: type,
    user: User | None,
    path: str = "/page/",
    *,
    post: dict[str, Any] | None = None,
    htmx: bool = False,
    cookies: dict[str, str] | None = None,
    **url: Any,
) -> HttpResponse:
    """The answer of a view class to a request."""
    headers = HTMX if htmx else {}
    factory = RequestFactory()
    request: Any = factory.get(path, headers=headers) if post is None else factory.post(path, post, headers=headers)
    request.COOKIES.update(cookies or {})
    request.user = user or AnonymousUser()
    request.session = SessionStore()
    request.htmx = HtmxDetails(request)
    request._messages = FallbackStorage(request)
    response: HttpResponse = view.as_view()(request, **url)  # type: ignore[attr-defined]  # a class of view
    return response


def text_of(response: HttpResponse) -> str:
    """The body as text."""
    return response.content.decode()
