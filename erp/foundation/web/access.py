"""
Who is asking and what they may do, as the pages need to know it.

The kit lies below accounts, so accounts hands it a provider: ``access.set_provider(AccountsProvider())`` in its
``AppConfig.ready``. Until then nobody is signed in and nothing is allowed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url

from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound

SIGNED_IN = "signed-in"
"""The rule of pages that everybody who is signed in may open."""

SCOPE_SESSION_KEY = "web.scope"


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """A company or one of its branches that a person may work in; ``key`` is what the session keeps."""

    key: str
    label: str
    under: str = ""  # key of the company, for a branch


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as the shell shows it; ``zone`` is an IANA time zone, "" = the default one."""

    name: str
    email: str = ""
    zone: str = ""


class Provider(Protocol):
    """What accounts gives to the pages. Answers are remembered by the provider for the length of a request."""

    def actor_of(self, request: HttpRequest) -> Actor | None:
        """The actor of a request, None when nobody is signed in."""

    def can(self, actor: Actor, permission: str, row: Any = None) -> bool:
        """Whether the actor holds a permission somewhere, or on this row."""

    def reads(self, actor: Actor, rule: str, row: Any = None) -> bool:
        """Whether values of a field rule (``cost``) show to the actor: on this row, or wherever they work."""

    def scopes(self, request: HttpRequest) -> Sequence[ScopeChoice]:
        """Companies and branches to switch between; fewer than two means no switch is shown."""

    def person(self, request: HttpRequest) -> Person:
        """Who is signed in."""

    def names(self, actors: Iterable[Actor]) -> Mapping[Actor, str]:
        """Names of actors for timelines and comments, in one query."""

    def people(self, actor: Actor, text: str) -> Sequence[tuple[str, str]]:
        """(user key, name) of colleagues whose name begins with the text, for mentions."""

    def why_visible(self, actor: Actor, row: Any) -> Sequence[str]:
        """Sentences that say why the actor may see this row; empty when there is nothing to tell."""

    def remember(self, request: HttpRequest, name: str, value: str) -> None:
        """Keep a preference (language, theme) with the person, beside the cookie."""


class Nobody:
    """The provider before accounts gives one: nobody is signed in."""

    def actor_of(self, request: HttpRequest) -> Actor | None:
        return None

    def can(self, actor: Actor, permission: str, row: Any = None) -> bool:
        return False

    def reads(self, actor: Actor, rule: str, row: Any = None) -> bool:
        return False

    def scopes(self, request: HttpRequest) -> Sequence[ScopeChoice]:
        return ()

    def person(self, request: HttpRequest) -> Person:
        return Person("")

    def names(self, actors: Iterable[Actor]) -> Mapping[Actor, str]:
        return {}

    def people(self, actor: Actor, text: str) -> Sequence[tuple[str, str]]:
        return ()

    def why_visible(self, actor: Actor, row: Any) -> Sequence[str]:
        return ()

    def remember(self, request: HttpRequest, name: str, value: str) -> None:
        return None


_provider: Provider = Nobody()


def set_provider(provider: Provider) -> Provider:
    """Register who answers; returns the one before, so that a test can put it back."""
    global _provider
    before, _provider = _provider, provider
    return before


def provider() -> Provider:
    """Who answers now."""
    return _provider


def actor_of(request: HttpRequest) -> Actor:
    """
    The actor of a request that has passed its view's rule.

    :raises NotFound: when nobody is signed in.
    """
    actor = _provider.actor_of(request)
    if actor is None:
        raise NotFound
    return actor


def can(actor: Actor | None, permission: str, row: Any = None) -> bool:
    """Whether the actor holds a permission somewhere, or on this row; ``SIGNED_IN`` asks for a person only."""
    if actor is None:
        return False
    return permission == SIGNED_IN or _provider.can(actor, permission, row)


def scope_of(request: HttpRequest) -> str:
    """Key of the company or branch that the person works in now, "" = all of theirs."""
    session = getattr(request, "session", None)
    return str(session.get(SCOPE_SESSION_KEY, "")) if session is not None else ""


def sign_in_url(path: str) -> str:
    """Where an anonymous visitor of a page is sent, to come back afterwards."""
    return f"{resolve_url(settings.LOGIN_URL)}?next={quote(path)}"
