"""
Tests that drive a real browser (Debian's chromium) against the whole site on a port of this machine.

Pictures go to ``screenshots/``, which git ignores.
"""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

if TYPE_CHECKING:
    from erp.foundation.accounts.models import User

HERE = Path(__file__).parent
SCREENSHOTS = HERE.parent.parent / "screenshots"
AXE = (HERE / "vendor" / "axe.min.js").read_text()
LOGIN = "django.contrib.auth.backends.ModelBackend"
START_SECONDS = 20
PHONE_BELOW = 600


@pytest.fixture
def site(browser: Browser, own_db: str) -> Iterator[str]:
    """The address of the site, served from threads of this process on a database of its own."""
    import uvicorn
    from a2wsgi import WSGIMiddleware
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.wsgi import get_wsgi_application

    from erp.foundation.web.live import events_app

    files_first: Any = StaticFilesHandler(get_wsgi_application())
    pages: Any = WSGIMiddleware(files_first, workers=4)

    async def both(scope: Any, receive: Any, send: Any) -> None:
        await (events_app if scope["path"] == "/events" else pages)(scope, receive, send)

    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(both, log_level="error", lifespan="off", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + START_SECONDS
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(5)


Visit = Callable[..., Page]


class Complaints(list[str]):
    """What the browser's console complained about."""


@contextmanager
def visiting(browser: Browser, site: str) -> Iterator[tuple[Visit, list[BrowserContext]]]:
    """Opens pages as a person, in a language, theme and size; closes them afterwards."""
    contexts: list[BrowserContext] = []

    def visit(
        path: str = "/",
        user: "User | None" = None,
        *,
        language: str = "en",
        theme: str = "light",
        phone: bool = False,
        scripts: bool = True,
    ) -> Page:
        size: Any = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
        context = browser.new_context(base_url=site, viewport=size, java_script_enabled=scripts)
        contexts.append(context)
        cookies = {"theme": theme, "django_language": language} | ({"sessionid": session_of(user)} if user else {})
        context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
        page = context.new_page()
        complaints = Complaints()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.complaints = complaints  # type: ignore[attr-defined]  # read by the tests
        page.goto(path)
        return page

    yield visit, contexts
    for context in contexts:
        context.close()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """``visit("/kit/", user, theme="dark")`` gives the opened page; ``page.complaints`` is what its console said."""
    with visiting(browser, site) as (opened, _contexts):
        yield opened


@pytest.fixture
def owner(site: str) -> "User":
    """Owner of a company."""
    from tests.factories.accounts import PASSWORD, a_company, a_member

    return a_member("owner", a_company(), name="Anna Nowak", password=PASSWORD)


def session_of(user: "User") -> str:
    """A session of somebody who has signed in."""
    from django.test import Client

    client = Client()
    client.force_login(user, LOGIN)
    return client.cookies["sessionid"].value


def faults_of(page: Page) -> list[str]:
    """What axe finds wrong, one line each: rule, where, and why."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [
        f"{fault['id']}: {node['target']} {json.dumps([check['message'] for check in node['any'] + node['all']])[:300]}"
        for fault in found
        for node in fault["nodes"]
    ]


def picture(page: Page, name: str) -> None:
    """Keep what the page looks like."""
    SCREENSHOTS.mkdir(exist_ok=True)
    phone = page.viewport_size is not None and page.viewport_size["width"] < PHONE_BELOW
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=phone)
