"""Waits until the pages answer, and says where to go."""

import http.client
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from host.paths import Home


def answers(port: int) -> bool:
    """True when /readyz is answered, whatever it finds; errors of the server are no answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def wait_ready(port: int, seconds: float, *, meanwhile: Callable[[], None]) -> bool:
    """Wait for the pages; False when they don't answer in time."""
    limit = time.monotonic() + seconds
    while not answers(port):
        if time.monotonic() > limit:
            return False
        meanwhile()
        time.sleep(0.05)
    return True


def text(place: Home, variables: Mapping[str, str], *, ready: bool) -> str:
    """The greeting: address, who may sign in, what to look at, how to stop."""
    lines = [""]
    if ready:
        lines.append(f"Backroom runs at {variables['PUBLIC_URL']}")
    else:
        lines.append(f"Backroom was started, but {variables['PUBLIC_URL']} does not answer yet: see {place.logs}")
    found = _logins(place)
    if found.get("begin"):
        lines += ["", "Nobody is here yet. Begin with your own company at", f"  {found['begin']}"]
    if found.get("logins"):
        lines += ["", "Sign in as"]
        lines += [
            f"  {each.get('email', ''):<34} {each.get('password', ''):<22} {each.get('role', '')}"
            + (f": {each['sees']}" if each.get("sees") else "")
            for each in found["logins"]
        ]
    if found.get("look_at"):
        lines += ["", "Look at", *(f"  {each}" for each in found["look_at"])]
    lines += ["", f"Data and logs: {place.root}", "Stop: Ctrl-C here, or bin/down", ""]
    return "\n".join(lines)


def _logins(place: Home) -> dict[str, Any]:
    try:
        found = json.loads(place.logins.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
