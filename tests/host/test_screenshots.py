"""`bin/erp screenshots`: what it sees on a page, and what it says when it can't look."""

import json
import os

import pytest
from playwright.sync_api import Page

from host.trouble import Trouble
from tools.screenshots import __main__ as command
from tools.screenshots import chromium, faults, finding, words

FAULTY = """<!doctype html><html lang="pl"><title>Backroom</title><body><main id="main">
<h1>Zamówienia</h1><h1>Zamówienia</h1><p>New order</p><p>None</p><p lang="en">New order</p>
<div id="cut" class="cut" style="overflow:hidden;width:50px;white-space:nowrap">Kubek ceramiczny z lipą</div>
<div style="width:2000px">x</div><button style="width:9px;height:9px;padding:0" class="tiny"></button></main>"""
SOUND = """<!doctype html><html lang="pl"><title>Zamówienia · Backroom</title><body><main id="main">
<h1>Zamówienia</h1><p>Nowe zamówienie</p></main>"""


@pytest.fixture
def page(browser) -> Page:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    yield page
    page.close()


@pytest.mark.browser
def test_faults_of_a_page_are_named(page):
    page.set_content(FAULTY)
    assert faults.of_page(page, "pl", phone=True) == [
        f"{page.evaluate('document.documentElement.scrollWidth') - 390} px too wide",
        "text is cut off in 'cut'",
        "less than 24 px to touch: 'tiny'",
        "raw value: 'None'",
        "no title of its own",
        "2 headings of the first level",
        "English on a Polish page: 'New order'",
    ]
    assert "axe button-name: button" in faults.of_axe(page)


@pytest.mark.browser
def test_a_sound_page_has_none(page):
    page.set_content(SOUND)
    assert faults.of_page(page, "pl", phone=True) == []
    assert [fault for fault in faults.of_axe(page) if "region" not in fault] == []


@pytest.mark.browser
def test_errors_of_scripts_and_failed_requests_are_heard(page, httpserver):
    httpserver.expect_request("/").respond_with_data(
        "<script>nothing_there()</script><img src='/missing.png'>", content_type="text/html"
    )
    httpserver.expect_request("/missing.png").respond_with_data("", status=404)
    watch = faults.Watch(page)
    watch.begin((200,))
    page.goto(httpserver.url_for("/"))
    assert sorted(watch.end()) == [
        f"answered 404: GET {httpserver.url_for('/missing.png')}",
        "script error: nothing_there is not defined",
    ]


def test_texts_with_a_polish_one_and_english_sentences_are_untranslated():
    seen = ["New order", "Nowe zamówienie", "The parcel is not here", "Shopify", "Kubek the best"]
    assert words.english(seen) == ["New order", "The parcel is not here"]


def test_a_page_is_named_after_its_address():
    assert (finding._name("/orders/new/?q=1"), finding._name("/")) == ("orders-new", "start")


def test_without_a_running_demo_it_says_how_to_start_one(tmp_path, monkeypatch):
    monkeypatch.setenv("BACKROOM_HOME", str(tmp_path))
    with pytest.raises(Trouble, match="does not run here") as trouble:
        command.running_at()
    assert "bin/up --detach" in str(trouble.value)


def test_it_finds_the_running_demo_and_its_people(tmp_path, monkeypatch):
    monkeypatch.setenv("BACKROOM_HOME", str(tmp_path))
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "up.lock").write_text(f"{os.getpid()} http://127.0.0.1:8123 ready")
    who = {"email": "a@lipa.example", "password": "secret", "role": "owner", "sees": "all"}
    (tmp_path / "logins.json").write_text(json.dumps({"logins": [who]}))
    assert command.running_at() == "http://127.0.0.1:8123"
    assert command.logins(None) == {"owner": ("a@lipa.example", "secret")}
    with pytest.raises(Trouble, match="no role buyer"):
        command.logins(["buyer"])


def test_without_a_browser_it_says_what_to_install(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(Trouble, match="can't be started") as trouble:
        chromium.start(None)
    assert "apt install chromium" in str(trouble.value)


def test_without_playwright_it_says_where_that_comes_from(tmp_path, monkeypatch):
    import sys

    monkeypatch.delitem(sys.modules, "tools.screenshots.touring", raising=False)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    with pytest.raises(Trouble, match="Playwright is not installed"):
        command.main(["--url", "http://127.0.0.1:1"])
