"""Signing in at the firm's own provider, by the code flow over real HTTP: known people with a verified e-mail only."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session

from erp.foundation.accounts.models import User
from tests.factories.accounts import a_company, a_member
from tests.oidc.serve import CLIENT, SECRET
from tests.running import free_port, wait_until, web_server

EMAIL = "anna.nowak@example.com"


@dataclass
class Provider:
    """The provider's process, and the person who is signed in there."""

    site: str
    url: str

    def signed_in_as(self, email: str, *, verified: bool = True) -> httpx2.Client:
        """A browser of ours after it has gone through the provider as this person."""
        answer = httpx2.get(f"{self.url}/be/?email={email}&verified={int(verified)}", trust_env=False, timeout=60)
        assert answer.status_code == 200
        browser = httpx2.Client(base_url=self.site, follow_redirects=True, trust_env=False, timeout=60)
        page = browser.get("/accounts/login/")
        assert "Sign in with Firm" in page.text
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
        assert token is not None
        end = browser.post("/accounts/oidc/firm/login/", data={"csrfmiddlewaretoken": token[1]})
        visited = [*(str(step.url) for step in end.history), str(end.url)]
        assert any(url.startswith(f"{self.url}/o/authorize/") and "code_challenge=" in url for url in visited), visited
        assert any("/accounts/oidc/firm/login/callback/?code=" in url for url in visited), visited
        return browser


@pytest.fixture
def provider(own_db: str, tmp_path: Path, settings: Any) -> Iterator[Provider]:
    port = free_port()
    with web_server() as site:
        callback = f"{site}/accounts/oidc/firm/login/callback/"
        command = [sys.executable, "-m", "tests.oidc.serve", str(port), str(tmp_path), callback]
        process = subprocess.Popen(command)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until(lambda: _answers(f"{url}/o/.well-known/openid-configuration"), "no provider", seconds=90)
            app = {"provider_id": "firm", "name": "Firm", "client_id": CLIENT, "secret": SECRET}
            app["settings"] = {"server_url": f"{url}/o/.well-known/openid-configuration"}  # type: ignore[assignment]  # its values differ in kind
            settings.SOCIALACCOUNT_PROVIDERS = {
                "openid_connect": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": [app]}
            }
            yield Provider(site, url)
        finally:
            process.kill()
            process.wait(20)


def _answers(url: str) -> bool:
    try:
        return httpx2.get(url, trust_env=False, timeout=60).status_code == 200
    except httpx2.TransportError:
        return False


def whoever_is_in() -> set[str]:
    """Keys of the people who are signed in."""
    return {key for session in Session.objects.all() if (key := session.get_decoded().get("_auth_user_id"))}


def test_who_may_sign_in_through_the_provider(provider: Provider) -> None:
    """One story, since the provider takes seconds to start."""
    anna = a_member("sales", a_company(), name="Anna Nowak")

    unknown = provider.signed_in_as("stranger@example.com")
    assert unknown.get("/").url.path == "/accounts/login/"
    unverified = provider.signed_in_as(EMAIL, verified=False)
    assert unverified.get("/").url.path == "/accounts/login/"
    assert (whoever_is_in(), SocialAccount.objects.count(), User.objects.count()) == (set(), 0, 1)

    known = provider.signed_in_as(EMAIL)
    assert known.get("/").url.path == "/"
    assert known.get("/orders/").status_code == 200
    assert whoever_is_in() == {str(anna.pk)}
    assert SocialAccount.objects.get().user == anna
    assert not User.objects.get().has_usable_password()

    Session.objects.all().delete()
    User.objects.update(is_active=False)
    stopped = provider.signed_in_as(EMAIL)
    assert stopped.get("/").url.path == "/accounts/login/"
    assert whoever_is_in() == set()

    User.objects.update(is_active=True)
    TOTP.activate(anna, generate_totp_secret())
    first_step = provider.signed_in_as(EMAIL)
    assert first_step.get("/").url.path == "/accounts/2fa/authenticate/"
    assert whoever_is_in() == set()


def test_a_browser_may_go_on_from_the_form_to_the_provider() -> None:
    """Browsers refuse to follow a form to an origin that the content policy's form-action doesn't name."""
    told = json.dumps([{"provider_id": "firm", "settings": {"server_url": "https://id.firm.example:8443/realms/x"}}])
    command = "from config.settings import base; print(base.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'])"
    environ = {**os.environ, "OIDC_PROVIDERS": told}
    ran = subprocess.run([sys.executable, "-c", command], env=environ, capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == str(["'self'", "https://id.firm.example:8443"])
