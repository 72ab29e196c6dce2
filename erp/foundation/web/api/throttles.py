"""How often the API answers one caller. Limits that money hangs on are guarded in the database, not here."""

from typing import Any

from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from erp.foundation.web.api.credentials import credentials_of


class ClientThrottle(SimpleRateThrottle):
    """So many requests a minute for each key, app or person."""

    scope = "client"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        credentials = credentials_of(request)
        return f"throttle:{credentials.client}" if credentials else None


class AnonymousThrottle(SimpleRateThrottle):
    """So many requests a minute from an address that sends no valid credentials."""

    scope = "anonymous"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        if credentials_of(request):
            return None
        return f"throttle:anonymous:{self.get_ident(request)}"
