"""The kit in a browser: accessible in both themes, quick, for the keyboard, without scripts, after a gap."""

import gzip
import re
from typing import TYPE_CHECKING

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, faults_of, picture

if TYPE_CHECKING:
    from erp.foundation.accounts.models import User

pytestmark = pytest.mark.browser
PAGES = {
    "kit": "/kit/",
    "list": "/kit/list/",
    "record": "/kit/record/",
    "form": "/kit/form/",
    "start": "/",
    "search": "/search/?q=x",
}
LOOKS = [
    ("en", "light", False),
    ("pl", "dark", False),
    ("pl", "light", True),
    ("en", "dark", True),
]


@pytest.mark.parametrize("language, theme, phone", LOOKS)
def test_pages_have_no_fault_and_fit(visit: Visit, owner: "User", language: str, theme: str, phone: bool) -> None:
    faults: dict[str, list[str]] = {}
    for name, path in PAGES.items():
        page = visit(path, owner, language=language, theme=theme, phone=phone)
        page.wait_for_timeout(300)
        picture(page, f"{name}-{'phone' if phone else 'desk'}-{theme}-{language}")
        found = faults_of(page) + complaints_of(page)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append("wider than the window")
        if found:
            faults[name] = found
    assert faults == {}


def test_the_sign_in_page_has_no_fault_and_signs_in(visit: Visit, owner: "User") -> None:
    from tests.factories.accounts import PASSWORD

    page = visit("/kit/", theme="dark")
    assert faults_of(page) == []
    picture(page, "login-desk-dark-en")
    page.get_by_label("E-mail").fill(owner.email)
    page.get_by_label("Password").fill("wrong password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Style guide")).to_be_visible()


def test_a_list_is_filtered_sorted_and_paged_without_leaving_it(visit: Visit, owner: "User") -> None:
    page = visit("/kit/list/", owner)
    page.locator("#chip-status > summary").click()
    expect(page.locator("#chip-status .option .count").first).to_be_visible()
    page.get_by_label("Held").check()
    expect(page.locator("#chip-status .value")).to_have_text("Held")
    expect(page).to_have_url(re.compile(r"/kit/list/\?status=1$"))
    assert page.locator("#chip-status").get_attribute("open") is not None
    page.get_by_role("link", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/kit/list/$"))
    first = page.locator("tbody a.main").first.inner_text()
    page.get_by_role("link", name="Next").click()
    expect(page.locator("tbody a.main").first).not_to_have_text(first)
    page.go_back()
    expect(page.locator("tbody a.main").first).to_have_text(first)
    page.get_by_role("link", name="Status").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Status")
    assert complaints_of(page) == []


def test_rows_are_chosen_with_the_keyboard_and_a_bulk_action_asks_first(visit: Visit, owner: "User") -> None:
    page = visit("/kit/list/?status=0", owner)
    for key in ("j", "x", "j", "x"):
        page.keyboard.press(key)
    expect(page.locator("[data-chosen]")).to_have_text("Chosen rows: 2")
    page.locator(".bulkbar").get_by_role("button", name="Pack").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("2 rows will change")
    assert faults_of(page) == []
    page.keyboard.press("Enter")
    expect(page.locator("#toasts")).to_contain_text("2 rows changed.")
    expect(dialog).to_be_hidden()
    assert complaints_of(page) == []


def test_the_palette_goes_where_one_types(visit: Visit, owner: "User") -> None:
    page = visit("/kit/", owner)
    page.keyboard.press("Control+k")
    expect(page.locator("#palette input")).to_be_focused()
    expect(page.locator("#palette .hit").first).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()


def test_lines_are_typed_pasted_and_summed(visit: Visit, owner: "User") -> None:
    page = visit("/kit/form/", owner, language="pl")
    page.locator("[name=lines-0-product_text]").fill("żan")
    expect(page.locator("#id_lines-0-product_list [role=option]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[name=lines-0-product]")).to_have_value("3")
    page.keyboard.press("Enter")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    page.keyboard.type("1 234,50")
    expect(page.locator("[data-total]")).to_have_text("2\u00a0469,00")
    page.keyboard.press("Enter")
    expect(page.locator("[name=lines-1-product_text]")).to_be_focused()
    paste(page, "[name=lines-1-pieces]", "3\t10,00\n4\t5\n1\t1\n1\t1")
    expect(page.locator(".lines tbody tr")).to_have_count(5)
    expect(page.locator("[data-total]")).to_have_text("2\u00a0521,00")
    assert complaints_of(page) == []


def test_what_was_typed_survives_an_expired_session(visit: Visit, owner: "User") -> None:
    from tests.factories.accounts import PASSWORD

    page = visit("/kit/form/", owner)
    page.locator("#id_note").fill("Careful, fragile")
    page.locator("[name=lines-2-pieces]").fill("7")
    page.wait_for_timeout(500)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Place order").click()
    page.get_by_label("E-mail").fill(owner.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(re.compile("/kit/form/$"))
    expect(page.locator("#id_note")).to_have_value("Careful, fragile")
    expect(page.locator("[name=lines-2-pieces]")).to_have_value("7")
    expect(page.locator("[data-draft-note]")).to_be_visible()
    page.get_by_role("button", name="Begin anew").click()
    expect(page.locator("#id_note")).to_have_value("")


def test_a_live_list_reads_itself_again_and_says_when_it_is_stale(visit: Visit, owner: "User", own_db: str) -> None:
    page = visit("/kit/list/", owner)
    page.wait_for_timeout(1000)
    with page.expect_response(lambda response: "live=1" in response.url):
        with psycopg.connect(own_db, autocommit=True) as connection:
            connection.execute("SELECT pg_notify('live', 'kit.list')")
    expect(page).to_have_url(re.compile(r"/kit/list/$"))
    assert complaints_of(page) == []


@pytest.mark.parametrize("path", ["/kit/list/?status=1", "/kit/record/", "/kit/"])
def test_pages_are_read_without_scripts(visit: Visit, owner: "User", path: str) -> None:
    page = visit(path, owner, scripts=False)
    expect(page.locator("h1")).to_be_visible()
    if "list" in path:
        expect(page.locator("tbody tr").first).to_contain_text("Held")
        page.locator("#chip-status > summary").click()
        page.get_by_label("Shipped").check()
        page.locator("#chip-status").get_by_role("button", name="Apply").click()
        expect(page.locator("#chip-status .value")).to_have_text("Held, Shipped")


def test_the_phone_has_its_navigation_in_a_drawer(visit: Visit, owner: "User") -> None:
    page = visit("/kit/list/", owner, phone=True)
    expect(page.locator("#nav")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#nav")).to_be_visible()
    assert faults_of(page) == []
    picture(page, "drawer-phone-light-en")


def test_the_first_load_is_small(visit: Visit, owner: "User") -> None:
    page = visit("/kit/list/", owner, language="pl")
    page.wait_for_timeout(500)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    sizes = {"page": len(gzip.compress(page.request.get("/kit/list/").body()))}
    for url in {url for url in loaded if "/static/" in url} | {page.url.split("/kit/")[0] + "/static/vendor/icons.svg"}:
        body = page.request.get(url).body()
        sizes[url.rsplit("/", 1)[-1]] = len(body if url.endswith(".woff2") else gzip.compress(body))
    assert len(sizes) > 10
    assert sum(sizes.values()) <= 200_000, sizes


def complaints_of(page: Page) -> list[str]:
    found: list[str] = page.complaints  # type: ignore[attr-defined]  # set by the fixture
    return list(found)


def paste(page: Page, selector: str, text: str) -> None:
    """Paste as a spreadsheet would."""
    page.evaluate(
        """([selector, text]) => {
            const input = document.querySelector(selector);
            input.focus();
            const clipboard = new DataTransfer();
            clipboard.setData("text/plain", text);
            const event = {clipboardData: clipboard, bubbles: true, cancelable: true};
            input.dispatchEvent(new ClipboardEvent("paste", event));
        }""",
        [selector, text],
    )
