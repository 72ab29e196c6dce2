"""The browser of the tests: Debian's chromium, started once a run. Without it they skip; in CI they fail."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""
ARGUMENTS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """
    One browser for all tests of the run.

    Playwright keeps an event loop in the thread of the tests until the run ends: a second one can't be started beside
    it, and ``asyncio.run`` fails, so this fixture has one definition and its tests run last (:func:`browsers_last`).
    """
    if not CHROMIUM:
        if os.environ.get("CI"):
            pytest.fail("CI needs a browser: apt-get install chromium")
        pytest.skip("no chromium on this machine (apt-get install chromium, or set CHROMIUM)")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def browsers_last(items: list[pytest.Item]) -> None:
    """Put the tests that drive a browser at the end, in their order."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
