"""The tour: as each role, in each language and size, through the pages of the role's own navigation."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from tools.screenshots import chromium, faults, finding

LOCALES = {"pl": "pl-PL", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Looks:
    """What the pages are looked at in; ``only`` keeps those whose name or address contains it."""

    languages: tuple[str, ...]
    sizes: dict[str, tuple[int, int]]
    themes: tuple[str, ...]
    only: str = ""


@dataclass(slots=True)
class Seen:
    """The tour's result: how many pictures, which pages, and each fault with where it was seen."""

    pictures: int = 0
    pages: set[str] = field(default_factory=set)
    faults: dict[str, list[str]] = field(default_factory=dict)

    def add(self, place: str, found: list[str]) -> None:
        for fault in dict.fromkeys(found):
            self.faults.setdefault(fault, []).append(place)


def tour(url: str, people: dict[str, tuple[str, str]], looks: Looks, out: Path) -> Seen:
    """Visit everything; pictures go to ``out/ROLE/``, named by page, language, size and theme."""
    seen = Seen()
    with sync_playwright() as playwright:
        browser = chromium.start(playwright)
        with _signed_in(browser, url, None) as context:
            stops = [finding.Stop("sign-in", "/accounts/login/"), finding.Stop("not-found", "/no-such-page/", (404,))]
            _visit(browser, url, context, stops, looks, out / "anybody", "anybody", seen)
        for role, login in people.items():
            with _signed_in(browser, url, login) as context:
                stops = list(finding.stops(context))
                _visit(browser, url, context, stops, looks, out / role, role, seen)
            print(f"{role}: {len(stops)} pages", flush=True)
        browser.close()
    return seen


@contextmanager
def _signed_in(browser: Browser, url: str, login: tuple[str, str] | None) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=url, reduced_motion="reduce")
    if login is not None:
        page = context.new_page()
        page.goto("/accounts/login/")
        page.locator("[name=login]").fill(login[0])
        page.locator("[name=password]").fill(login[1])
        page.locator("[name=password]").press("Enter")
        page.locator("#nav").wait_for(state="attached")
        page.close()
    yield context
    context.close()


def _visit(
    browser: Browser,
    url: str,
    context: BrowserContext,
    stops: list[finding.Stop],
    looks: Looks,
    folder: Path,
    role: str,
    seen: Seen,
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [stop for stop in stops if looks.only in stop.name or looks.only in stop.path]
    for language in looks.languages:
        for size, (width, height) in looks.sizes.items():
            # The browser's own words (dates, files) follow its locale, which a context keeps for good.
            spoken = browser.new_context(
                base_url=url,
                storage_state=context.storage_state(),
                viewport={"width": width, "height": height},
                locale=LOCALES[language],
                reduced_motion="reduce",
            )
            page = spoken.new_page()
            _speak(page, language)
            watch = faults.Watch(page)
            for stop in wanted:
                place = f"{role} {stop.name} {language} {size}"
                try:
                    _look(page, stop, watch, place, looks.themes, folder, seen, language)
                except Error as error:
                    seen.add(place, [f"could not be visited: {error.message.splitlines()[0]}"])
                seen.pages.add(f"{role} {stop.name}")
            spoken.close()


def _speak(page: Page, language: str) -> None:
    """Switch the language as a person does: the choice is remembered for the account."""
    page.goto("/")
    page.evaluate(
        """language => {
            const form = document.createElement('form')
            form.method = 'post'; form.action = '/preferences/'
            const token = document.querySelector('[name=csrfmiddlewaretoken]')
            if (token) form.append(token.cloneNode())
            const field = document.createElement('input')
            field.name = 'language'; field.value = language
            form.append(field); document.body.append(form); form.submit()
        }""",
        language,
    )
    page.wait_for_selector(f"html[lang={language}]", state="attached")


def _look(
    page: Page,
    stop: finding.Stop,
    watch: faults.Watch,
    place: str,
    themes: tuple[str, ...],
    folder: Path,
    seen: Seen,
    language: str,
) -> None:
    watch.begin(stop.statuses)
    answer = page.goto(stop.path)
    if answer is not None and answer.status not in stop.statuses:
        seen.add(place, [f"answered {answer.status}"])
    for step in stop.steps:
        step(page)
    page.wait_for_timeout(250)
    _, size = place.rsplit(" ", 1)
    seen.add(place, faults.of_page(page, language, phone=size == "phone"))
    for theme in themes:
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        page.wait_for_timeout(50)
        seen.add(f"{place} {theme}", faults.of_axe(page))
        page.screenshot(path=folder / f"{stop.name}-{language}-{size}-{theme}.png", full_page=size == "phone")
        seen.pictures += 1
    seen.add(place, watch.end())
