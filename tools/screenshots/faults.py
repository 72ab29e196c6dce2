"""What is wrong on a page, as far as a machine can see it."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from host.paths import REPOSITORY
from tools.screenshots import words

_AXE = (REPOSITORY / "tests" / "browser" / "vendor" / "axe.min.js").read_text()
_TARGET = 24
_GATHER = (REPOSITORY / "tools" / "screenshots" / "gather.js").read_text()


class Watch:
    """Listens to a page's console and to its requests."""

    def __init__(self, page: Page) -> None:
        self._heard: list[str] = []
        self._statuses: tuple[int, ...] = ()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self._heard.append(f"script error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def begin(self, statuses: tuple[int, ...]) -> None:
        """Forget what was heard; these statuses are expected of the page itself."""
        self._heard, self._statuses = [], statuses

    def end(self) -> list[str]:
        """What was heard since."""
        return self._heard

    def _said(self, message: ConsoleMessage) -> None:
        expected = message.text.startswith("Failed to load resource")  # told by its response
        if message.type == "error" and not expected:
            self._heard.append(f"console: {message.text[:300]}")

    def _failed(self, request: Request) -> None:
        # Pages that one leaves cut off their live connection and what they were still reading.
        if request.failure and "ERR_ABORTED" not in request.failure:
            self._heard.append(f"request failed: {request.method} {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        refused = response.request.method == "POST" and response.status == 422
        if response.status >= 400 and response.status not in self._statuses and not refused:
            self._heard.append(f"answered {response.status}: {response.request.method} {response.url}")


def of_page(page: Page, language: str, *, phone: bool) -> list[str]:
    """Too wide, clipped, without title or heading, raw values, targets too small for a thumb, untranslated words."""
    seen = page.evaluate(_GATHER, [phone, _TARGET])
    found = [f"{seen['wider']} px too wide"] if seen["wider"] > 0 else []
    found += [f"text is cut off in {name!r}" for name in seen["clipped"]]
    found += [f"less than {_TARGET} px to touch: {name!r}" for name in seen["small"]]
    found += [f"raw value: {text!r}" for text in seen["raw"]]
    found += ["no title of its own"] if seen["bare"] else []
    found += [f"{seen['heads']} headings of the first level"] if seen["heads"] != 1 else []
    if language == "pl":
        found += [f"English on a Polish page: {text!r}" for text in words.english(seen["texts"])]
    return found


def of_axe(page: Page) -> list[str]:
    """What axe-core finds, one line each: rule and where."""
    page.evaluate(_AXE)
    violations = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [f"axe {fault['id']}: {node['target'][0]}" for fault in violations for node in fault["nodes"]]
