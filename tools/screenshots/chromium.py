"""The browser: Debian's Chromium, or the one that CHROMIUM names."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

from host.trouble import Trouble

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


def start(playwright: Playwright) -> Browser:
    """
    Start it.

    :raises Trouble: when there is none.
    """
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None or not shutil.which(program):
        raise Trouble(
            "There is no Chromium on this machine." if program is None else f"{program} can't be started.",
            "As root: `apt install chromium`. Or name one in CHROMIUM.",
        )
    return playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
