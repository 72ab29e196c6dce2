"""Pages speak the language of who is signed in, unless they chose another one on this device."""

import pytest
from django.test import Client

from tests.factories.accounts import a_company, a_member


@pytest.mark.parametrize(
    ("own", "cookie", "spoken"), [("pl", None, "pl"), ("en", None, "en"), ("pl", "en", "en"), ("en", "pl", "pl")]
)
def test_the_persons_language_is_spoken(db: None, own: str, cookie: str | None, spoken: str) -> None:
    user = a_member("owner", a_company())
    user.language = own
    user.save()
    client = Client(headers={"Accept-Language": "de"})
    client.force_login(user)
    if cookie:
        client.cookies["django_language"] = cookie

    assert f'<html lang="{spoken}"' in client.get("/").content.decode()
