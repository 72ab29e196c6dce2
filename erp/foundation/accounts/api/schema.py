"""How the description of the API tells programs to sign in."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

_HERE = "erp.foundation.accounts.api.authentication"


class KeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself
    """An own key."""

    target_class = f"{_HERE}.KeyAuthentication"
    name = "apiKey"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "description": "A key made under Set-up, API keys: brk_..."}


class OAuthScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """A token that a person gave to an application."""

    target_class = f"{_HERE}.OAuthAuthentication"
    name = "oauth2"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        flow = {"authorizationUrl": "/oauth/authorize/", "tokenUrl": "/oauth/token/", "scopes": {}}
        return {"type": "oauth2", "flows": {"authorizationCode": flow}}


class BrowserScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The session of the pages."""

    target_class = f"{_HERE}.BrowserAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        return {"type": "apiKey", "in": "cookie", "name": "sessionid"}
