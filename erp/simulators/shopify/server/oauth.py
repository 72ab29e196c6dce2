"""
Access tokens: the fixed one of a legacy custom app, the 24 h one of client credentials, and expiring offline ones with
rotation.

An offline token lives an hour, its refresh token 90 days; the refresh token before the last stays good until the new
one is used. All lifetimes are multiplied by the time scale.
"""

import secrets
import time

from erp.simulators.shopify.graph.queries import SCOPES
from erp.simulators.shopify.server.messages import Request, Response, answer
from erp.simulators.shopify.state.store import Doc
from erp.simulators.shopify.state.world import World

HOUR, DAY = 3600, 86_400
REFRESH_DAYS = 90


def grant(world: World, request: Request) -> Response:
    """Answer POST /admin/oauth/access_token."""
    given = request.document()
    if given.get("client_id") != world.settings.client_id or given.get("client_secret") != world.settings.client_secret:
        return answer({"error": "invalid_client", "error_description": "Client authentication failed"}, 401)
    kind = given.get("grant_type") or "authorization_code"
    with world.store.transaction():
        if kind == "client_credentials":
            return answer({"access_token": _issue(world, "access", DAY), "scope": _scope(world), "expires_in": DAY - 1})
        if kind == "refresh_token":
            return _refresh(world, str(given.get("refresh_token", "")))
        if not given.get("code"):
            return answer({"error": "invalid_request", "error_description": "The code is missing"}, 400)
        if str(given.get("expiring")) != "1":
            return answer({"access_token": _issue(world, "access", None), "scope": _scope(world)})
        return answer(_pair(world))


def _scope(world: World) -> str:
    return ",".join(world.settings.scopes or SCOPES)


def _issue(world: World, kind: str, seconds: float | None) -> str:
    token = {"access": "shpat_", "refresh": "shprt_"}[kind] + secrets.token_hex(16)
    expires = time.time() + seconds * world.settings.time_scale if seconds is not None else None
    world.store.write("INSERT INTO tokens (token, kind, expires) VALUES (?, ?, ?)", token, kind, expires)
    return token


def _pair(world: World) -> Doc:
    return {
        "access_token": _issue(world, "access", HOUR), "expires_in": HOUR, "scope": _scope(world),
        "refresh_token": _issue(world, "refresh", REFRESH_DAYS * DAY), "refresh_token_expires_in": REFRESH_DAYS * DAY,
    }  # fmt: skip


def _refresh(world: World, token: str) -> Response:
    store = world.store
    row = store.row("SELECT * FROM tokens WHERE token = ? AND kind = 'refresh'", token)
    stale = (
        row is not None
        and row["replaced_by"]
        and store.value("SELECT used FROM tokens WHERE token = ?", row["replaced_by"])
    )
    if row is None or stale or row["expires"] < time.time():
        return answer({"error": "invalid_grant", "error_description": "The refresh token is invalid or expired"}, 400)
    pair = _pair(world)
    store.write("UPDATE tokens SET used = 1, replaced_by = ? WHERE token = ?", pair["refresh_token"], token)
    return answer(pair)


def accepted(world: World, token: str | None) -> bool:
    """Say whether an access token is good now."""
    if not token:
        return False
    if secrets.compare_digest(token.encode(), world.settings.access_token.encode()):
        return True
    row = world.store.row("SELECT expires FROM tokens WHERE token = ? AND kind = 'access'", token)
    return row is not None and (row["expires"] is None or row["expires"] > time.time())
