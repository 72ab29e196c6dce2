"""The ways to call the API: an own key, an OAuth2 token, the browser's session."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.translation import gettext as _
from oauth2_provider.contrib.rest_framework import OAuth2Authentication
from rest_framework.authentication import BaseAuthentication, SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from erp.foundation import clock
from erp.foundation.accounts.models import ApiKey, User
from erp.foundation.accounts.services.keys import MARK, PREFIX_LENGTH, digest_of
from erp.foundation.actor import Actor
from erp.foundation.web.api.credentials import Credentials

USED_EVERY = timedelta(minutes=1)
REALM = 'Bearer realm="api"'


class KeyAuthentication(BaseAuthentication):
    """``Authorization: Bearer brk_...``: an own key of one company."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, Credentials] | None:
        """
        Find the key; other bearer tokens are left to OAuth2.

        :raises AuthenticationFailed: for a key that is wrong, revoked or too old; nobody can tell which.
        """
        text = bearer_token(request)
        if not text.startswith(MARK):
            return None
        at = clock.now()
        key = ApiKey.objects.filter(prefix=text[:PREFIX_LENGTH]).first()
        if key is None or not secrets.compare_digest(key.digest, digest_of(text)) or not _usable(key, at):
            raise AuthenticationFailed(_("This key can't be used."))
        _note_use(key, at)
        return AnonymousUser(), Credentials(key.actor, str(key.actor))

    def authenticate_header(self, request: Request) -> str:
        return REALM


class OAuthAuthentication(OAuth2Authentication):
    """A token that a person gave to an application: the person's rights, cut to the token's scopes."""

    def authenticate(self, request: Request) -> tuple[User, Credentials] | None:
        """Find the token and its person, who must still be allowed in; nothing is read of calls without one."""
        if not bearer_token(request):
            return None
        found: tuple[Any, Any] | None = super().authenticate(request)
        if found is None:
            return None
        user, token = found
        if not isinstance(user, User) or not user.is_active:
            raise AuthenticationFailed(_("This token can't be used."))
        actor = Actor("oauth", f"{user.pk}.{token.application_id}.{token.pk}")
        return user, Credentials(actor, f"oauth:{user.pk}.{token.application_id}")

    def authenticate_header(self, request: Request) -> str:
        return REALM


class BrowserAuthentication(SessionAuthentication):
    """The signed-in person of the pages; writing asks for the CSRF token."""

    def authenticate(self, request: Request) -> tuple[User, Credentials] | None:
        """Find the session's person."""
        found = super().authenticate(request)
        if found is None:
            return None
        user = found[0]
        assert isinstance(user, User)
        return user, Credentials(user.actor, str(user.actor))


def bearer_token(request: Request) -> str:
    """The token of the Authorization header, "" without one."""
    scheme, _space, token = get_authorization_header(request).partition(b" ")
    return token.decode("ascii", "replace").strip() if scheme.lower() == b"bearer" else ""


def _usable(key: ApiKey, at: datetime) -> bool:
    return key.revoked_at is None and (key.expires_at is None or key.expires_at > at)


def _note_use(key: ApiKey, at: datetime) -> None:
    """Write when the key was last used, at most once a minute."""
    long_ago = at - USED_EVERY
    if key.last_used_at is None or key.last_used_at < long_ago:
        stale = Q(last_used_at=None) | Q(last_used_at__lt=long_ago)
        ApiKey.objects.filter(stale, pk=key.pk).update(last_used_at=at)
