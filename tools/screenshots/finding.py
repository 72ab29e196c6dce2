"""Which pages there are for a person: the navigation's, and what a click further leads to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page

_NOTHING = "q=zzzzzzzz"
_OK = (200,)


@dataclass(frozen=True, slots=True)
class Stop:
    """A page of the tour: its name for the file, its address, and what is done there before the picture."""

    name: str
    path: str
    statuses: tuple[int, ...] = _OK
    steps: tuple[Callable[[Page], None], ...] = field(default=())


def stops(context: BrowserContext) -> Iterator[Stop]:
    """Lists of the navigation, each with its empty state, a record with its tabs, its forms, a form sent empty."""
    page = context.new_page()
    page.goto("/")
    known = {"/"}
    yield Stop("start", "/")
    for path in _addresses(page, "#nav a.nav-item"):
        if path not in known:
            known.add(path)
            yield from _around(page, path, known)
    yield Stop("palette", "/", steps=(_open_palette,))
    yield Stop("search", "/search/?q=a")
    yield Stop("notices", "/notices/")
    page.close()


def _around(page: Page, path: str, known: set[str]) -> Iterator[Stop]:
    name = _name(path)
    yield Stop(name, path)
    page.goto(path)
    further = _addresses(page, "#main .page-head .buttons a.btn")
    if page.locator("#list-text").count():
        yield Stop(f"{name}-nothing-fits", f"{path}?{_NOTHING}")
    record = page.locator("#main tr[data-href]").first
    if record.count():
        opened = record.get_attribute("data-href") or ""
        if opened not in known:
            known.add(opened)
            yield from _record(page, opened, f"{name}-record")
    for address in further:
        if address not in known and "export=" not in address:
            known.add(address)
            yield from _form(page, address)


def _record(page: Page, path: str, name: str) -> Iterator[Stop]:
    yield Stop(name, path)
    page.goto(path)
    tabs = [tab for tab in _addresses(page, "#main .tabs a", query=True) if tab != path]
    for number, tab in enumerate(tabs, start=1):
        yield Stop(f"{name}-tab{number}", tab)
    if page.locator("#main .page-head details.menu").count():
        yield Stop(f"{name}-menu", path, steps=(_open_menu,))


def _form(page: Page, path: str) -> Iterator[Stop]:
    name = _name(path)
    yield Stop(name, path)
    page.goto(path)
    if page.locator("#main form.form [required], #main form.form [aria-required=true]").count():
        yield Stop(f"{name}-sent-empty", path, steps=(_send_empty,))


def _addresses(page: Page, selector: str, *, query: bool = False) -> list[str]:
    found = page.locator(selector).evaluate_all("links => links.map(link => link.pathname + link.search)")
    return list(dict.fromkeys(each if query else each.split("?")[0] for each in found))


def _name(path: str) -> str:
    return re.sub(r"\W+", "-", path.split("?")[0]).strip("-") or "start"


def _open_palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.locator("#palette .hit").first.wait_for()


def _open_menu(page: Page) -> None:
    page.locator("#main .page-head details.menu summary").first.click()


def _send_empty(page: Page) -> None:
    """Empty what is required and send: the page must come back with its complaints, and nothing is written."""
    page.locator("#main form.form").evaluate(
        """form => {
            for (const field of form.querySelectorAll('[required], [aria-required=true]')) field.value = ''
        }"""
    )
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.locator("#main form.form .btn-primary").last.click()
    page.wait_for_load_state()
