"""The frame: navigation by role, preferences, palette, start page, health."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from config.env import ENV
from erp.foundation.accounts.models import User
from erp.foundation.web import nav, start

LOGIN = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def entries() -> Iterator[None]:
    """Two entries of the navigation and a card of the start page, taken away again."""
    nav.register(nav.NavItem("tests", "For all", "web:alerts", "bell", "signed-in", counter=lambda actor: 1234))
    nav.register(nav.NavItem("tests", "For bosses", "web:search", "search", "accounts.manage_people"))
    start.register(
        start.StartCard("tests", "Chores", "signed-in", lambda actor: {"work": [start.Work(3, "Parcels", "/p/")]})
    )
    yield
    nav._items.pop(("tests", "web:alerts"))
    nav._items.pop(("tests", "web:search"))
    start._cards.pop("tests")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, LOGIN)
    return client


def test_the_navigation_holds_only_what_one_may_open(anna: User, piotr: User, entries: None) -> None:
    boss, picker = (signed_in(user).get("/").content.decode() for user in (anna, piotr))
    assert "For all" in boss
    assert "1,234" in boss
    assert "For bosses" in boss
    assert "For all" in picker
    assert "For bosses" not in picker


def test_the_start_page_says_what_to_do(anna: User, entries: None) -> None:
    page = signed_in(anna).get("/").content.decode()
    assert "Chores" in page
    assert "Parcels" in page


def test_preferences_are_kept_and_unknown_ones_are_not(anna: User) -> None:
    client = signed_in(anna)
    client.post("/preferences/", {"theme": "dark", "language": "pl", "density": "huge", "next": "/notices/"})
    assert client.cookies["theme"].value == "dark"
    assert "density" not in client.cookies
    page = client.get("/notices/").content.decode()
    assert '<html lang="pl" data-theme="dark" data-density="dense">' in page
    assert "Powiadomienia" in page
    anna.refresh_from_db()
    assert (anna.theme, anna.language) == ("dark", "pl")


def test_a_scope_that_is_not_ones_own_is_refused(anna: User) -> None:
    client = signed_in(anna)
    assert client.post("/scope/", {"scope": "company:999999"}).status_code == 404
    assert "web.scope" not in client.session


def test_the_palette_finds_pages_by_the_beginning_of_their_words(anna: User, entries: None) -> None:
    client = signed_in(anna)
    assert "For bosses" in client.get("/palette/?q=boss").content.decode()
    assert "For bosses" not in client.get("/palette/?q=osses").content.decode()


def test_pages_carry_the_strict_policy_and_no_inline_code(anna: User) -> None:
    response = signed_in(anna).get("/kit/")
    policy = response["Content-Security-Policy"]
    page = response.content.decode()
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    for inline in ("<style", " style=", " onclick=", "javascript:", "<script>"):
        assert inline not in page
    assert len(page) < 150_000


def test_the_admin_site_has_a_policy_of_its_own(db: None) -> None:
    policy = Client().get("/admin/login/")["Content-Security-Policy"]
    assert "'unsafe-eval'" in policy


def test_unknown_pages_say_so_with_a_reference(db: None) -> None:
    response = Client().get("/no/such/page/")
    assert response.status_code == 404
    assert "Reference to quote" in response.content.decode()


def test_the_process_lives_and_is_ready(db: None) -> None:
    assert Client().get("/healthz").content == b"ok\n"
    response = Client().get("/readyz")
    assert response.json() == {"ready": True, "checks": {"database": True, "migrations": True}}


def test_metrics_are_for_this_machine_or_for_the_token(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Client().get("/metrics").status_code == 200
    assert Client().get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert Client().get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 404
    object.__setattr__(ENV, "metrics_token", "secret")
    try:
        assert Client().get("/metrics").status_code == 404
        assert Client().get("/metrics", headers={"Authorization": "Bearer secret"}).status_code == 200
    finally:
        object.__setattr__(ENV, "metrics_token", "")


def test_vendored_files_are_those_of_the_manifest() -> None:
    root = Path(settings.BASE_DIR)
    manifest: dict[str, Any] = json.loads((root / "static/vendor/manifest.json").read_text())
    named = {path for package in manifest.values() for path in package["files"]}
    for package in manifest.values():
        assert package["licence"]
        for path, digest in package["files"].items():
            assert hashlib.sha256((root / path).read_bytes()).hexdigest() == digest, path
    present = {str(path.relative_to(root)) for path in (root / "static/vendor").iterdir()}
    assert present - named == {"static/vendor/icons.txt", "static/vendor/manifest.json"}
