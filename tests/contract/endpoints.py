"""Every address of the program, with who may open it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from erp.foundation.accounts.admin_site import ScopedModelAdmin
from erp.foundation.web.access import SIGNED_IN
from erp.foundation.web.api.rules import permission_of

# Open to everybody, each with its reason. A class that says `public = True` must be named here as well.
PUBLIC = {
    "healthz": "is the process alive",
    "readyz": "can it serve",
    "metrics": "guarded by a token of its own",
    "api-docs": "describes the API, shows no data",
    "api-schema": "describes the API, shows no data",
    "api-not-found": "answers 404",
    "web:preferences": "keeps language and theme in a cookie",
    "accounts:begin": "by a signed key, while nobody is here",
    "orders:track": "by a signed link that ends; shows one order's status",
    "admin:login": "sends to the one page to sign in",
    "account_login": "sign in",
    "account_logout": "sign out",
    "account_inactive": "says that access was stopped",
    "account_signup": "says that nobody signs up",
    "account_email_verification_sent": "a step of allauth",
    "account_confirm_email": "by a signed key",
    "account_confirm_login_code": "a step of allauth",
    "account_reset_password": "asks for a mail",
    "account_reset_password_done": "says that a mail was sent",
    "account_reset_password_from_key": "by a signed key",
    "account_reset_password_from_key_done": "says that it is done",
    "mfa_authenticate": "the second step of signing in",
    "socialaccount_login_cancelled": "a step of signing in elsewhere",
    "socialaccount_login_error": "a step of signing in elsewhere",
    "socialaccount_signup": "closed by the adapter",
    "openid_connect_login": "starts signing in elsewhere",
    "openid_connect_callback": "ends signing in elsewhere",
    "sync:channel-webhook": "by the channel's signature of the body",
    "sync:reached": "answers a word, to prove which installation an address leads to",
    "oauth2_provider:token": "by the application's own secret",
    "oauth2_provider:revoke-token": "by the application's own secret",
}
# Addresses of libraries that show a person their own things: whoever is signed in.
OWN = {
    "account_change_password",
    "account_email",
    "account_reauthenticate",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
    "oauth2_provider:authorize",
    "socialaccount_connections",
}
# The administration site: its frame, rows of companies, what belongs to the installation, and what nobody may there.
ADMIN, ADMIN_FRAME, INSTALLATION, NOBODY = "admin.open", "admin frame", "installation", "nobody"
REDIRECTS_OF_LIBRARIES = "accounts/social/"
ADMIN_CATCH_ALL = "admin/(?P<url>.*)$"  # answers 404, or leads to sign in


@dataclass(frozen=True)
class Endpoint:
    """
    One thing that can be asked of an address. ``permission`` is "" where there is no rule, which fails.

    ``name`` is unique among endpoints; ``url_name`` reverses to the address.
    """

    name: str
    url_name: str
    route: str
    places: frozenset[str]
    methods: tuple[str, ...]
    permission: str
    model: type[models.Model] | None = None
    public: bool = False
    is_api: bool = False


def all_endpoints() -> list[Endpoint]:
    """Every endpoint of the URL table; each action of the API on its own."""
    return [endpoint for route, pattern, name in _walk(get_resolver()) for endpoint in _of(route, pattern, name)]


def _walk(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, URLPattern, str]]:
    for pattern in resolver.url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, route, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield route, pattern, f"{space}{pattern.name}" if pattern.name else ""


def _of(route: str, pattern: URLPattern, name: str) -> Iterator[Endpoint]:
    callback: Any = pattern.callback
    places = frozenset(_places(route))
    if actions := getattr(callback, "actions", None):
        for method, action in actions.items():
            permission = permission_of(callback.cls, action)
            model = getattr(callback.cls.queryset, "model", None)
            yield Endpoint(f"{name}.{action}", name, route, places, (method,), permission, model, is_api=True)
        return
    view = getattr(callback, "view_class", callback)
    permission = _of_admin(name, callback) if route.startswith("admin/") else _permission(name, view)
    public = name in PUBLIC or route == ADMIN_CATCH_ALL or route.startswith(REDIRECTS_OF_LIBRARIES)
    known = ("get",) if name == "admin:autocomplete" else ("get", "post")
    methods = tuple(method for method in known if not isinstance(view, type) or hasattr(view, method))
    site = getattr(callback, "model_admin", None)
    model = site.model if site else getattr(view, "model", None)
    yield Endpoint(name or route, name, route, places, methods, permission, model, public)


def _of_admin(name: str, callback: Any) -> str:
    """Rows of companies are for their administrators to look at; what libraries keep is the installation's."""
    site = getattr(callback, "model_admin", None)
    if site is None or not name:  # without a name: leads to the page of the row
        return NOBODY if name == "admin:autocomplete" else ADMIN_FRAME
    if isinstance(site, ScopedModelAdmin):
        return NOBODY if name.endswith(("_add", "_delete")) else ADMIN
    return NOBODY if name.startswith("admin:axes_") and name.endswith("_add") else INSTALLATION


def _permission(name: str, view: Any) -> str:
    if name in OWN:
        return SIGNED_IN
    return str(getattr(view, "permission", "") or "")


def _places(route: str) -> set[str]:
    return set(re.findall(r"<(?:\w+:)?(\w+)>", route))
