"""Pages asked for by somebody who is signed in: over HTTP for their time, in this process for their queries."""

import io
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import httpx2
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext

from erp.foundation.accounts.models import User

_BACKEND = "django.contrib.auth.backends.ModelBackend"
_HOST = "127.0.0.1"


class NotShown(Exception):
    """A page did not come, so its time would say nothing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The queries of one page, in their order, with their seconds."""

    queries: Sequence[tuple[str, float]]

    @property
    def slowest(self) -> str:
        """Of those that only read: a plan is had by running them, and a list's own EXPLAIN has none."""
        reading = [query for query in self.queries if query[0].lstrip().startswith(("SELECT", "WITH"))]
        return max(reading, key=lambda query: query[1])[0]


def signed_in(user: User) -> str:
    """The session cookie of a person who has just signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = _BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def browser(address: str, cookie: str) -> httpx2.Client:
    """A client that keeps its connection, as a browser does."""
    return httpx2.Client(base_url=address, headers={"Cookie": cookie}, timeout=60, trust_env=False)


def seconds_of(client: httpx2.Client, path: str) -> float:
    """
    How long the server takes for a page, first byte to last.

    :raises NotShown: when it is not the page.
    """
    started = time.perf_counter()
    answer = client.get(path)
    took = time.perf_counter() - started
    if answer.status_code != 200:
        raise NotShown(f"{path}: {answer.status_code}")
    return took


def queries_of(cookie: str, path: str) -> Asked:
    """
    Ask for a page through the whole WSGI stack in this process, and look on at the database.

    :raises NotShown: when it is not the page.
    """
    from config.wsgi import application

    said: list[str] = []

    def start(status: str, _headers: Any, _error: Any = None, /) -> Callable[[bytes], object]:
        said.append(status)
        return len

    reset_queries()  # Django keeps a limited number of them
    with CaptureQueriesContext(connection) as captured:
        body: Any = application(_environ(cookie, path), start)
        b"".join(body)
        body.close()
    if not said or not said[0].startswith("200"):
        raise NotShown(f"{path}: {said}")
    return Asked([(query["sql"], float(query["time"])) for query in captured.captured_queries])


def plan_of(sql: str) -> list[str]:
    """What PostgreSQL says of how it runs a query, having run it."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {sql}")
        return [line for (line,) in cursor.fetchall()]


def _environ(cookie: str, path: str) -> dict[str, Any]:
    path, _mark, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(path),
        "QUERY_STRING": query,
        "SERVER_NAME": _HOST,
        "SERVER_PORT": "80",
        "HTTP_HOST": _HOST,
        "REMOTE_ADDR": _HOST,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_COOKIE": cookie,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
