"""
Every address and every action of the API, as every role, anonymous and foreign people included.

New addresses are found by themselves. One that declares no rule fails here, as does one that names a record
without an example (see ``examples.py``). A denial must leave every table as it was.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from erp.foundation.accounts import scoping
from erp.foundation.accounts.models import User
from erp.foundation.accounts.roles import ROLES
from erp.foundation.organisation.models import Company
from erp.foundation.web.access import SIGNED_IN
from tests.contract import examples
from tests.contract.endpoints import ADMIN_FRAME, INSTALLATION, NOBODY, OWN, PUBLIC, Endpoint, all_endpoints
from tests.factories.accounts import a_company, a_member

examples.load()
ENDPOINTS = all_endpoints()
GUARDED = [endpoint for endpoint in ENDPOINTS if not endpoint.public]
# Pages of libraries about oneself lead through steps of their own; that they are closed to others is tested.
READABLE = [
    endpoint
    for endpoint in GUARDED
    if "get" in endpoint.methods and endpoint.url_name not in OWN and endpoint.permission != NOBODY
]
MARK = "Tajna Firma 7f3a"  # name of the company whose rows nobody else may see
ANONYMOUS, RUNNER = "anonymous", "who runs the installation"
# Without a role in the company: they see their own things only.
OUTSIDE = {"foreign owner", "without roles", RUNNER}
# Written by a request whatever becomes of it: sessions, attempts to sign in.
_NOISE = ("django_session", "axes_")


@dataclass(frozen=True)
class World:
    """Two companies, and a browser for each role in the first, for a foreign owner, and for nobody."""

    company: Company
    people: dict[str, User]
    browsers: dict[str, Client]


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The world, made once in a transaction that is taken back at the end."""
    with django_db_blocker.unblock(), _taken_back():
        company, foreign = a_company(MARK), a_company("Inna Firma")
        people = {role: a_member(role, company) for role in ROLES}
        people["foreign owner"] = a_member("owner", foreign, name="Foreign Owner")
        people["without roles"] = User.objects.create_user("nobody@example.com", name="Nobody")
        people[RUNNER] = User.objects.create_user("runner@example.com", name="Runner", runs_installation=True)
        browsers = {ANONYMOUS: Client()}
        for name, person in people.items():
            browsers[name] = Client()
            browsers[name].force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        yield World(company, people, browsers)


@pytest.fixture
def world(cast: World, django_db_blocker: Any) -> Iterator[World]:
    """The world as it was made, whatever the test before did to it."""
    cache.clear()
    cookies = {name: dict(browser.cookies) for name, browser in cast.browsers.items()}
    with django_db_blocker.unblock(), _taken_back():
        yield cast
    for name, browser in cast.browsers.items():
        browser.cookies.clear()
        browser.cookies.update(cookies[name])
    cache.clear()


@contextmanager
def _taken_back() -> Iterator[None]:
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]  # so that code which must run outside a transaction may
    with block:
        yield
        transaction.set_rollback(True)


def test_every_endpoint_declares_who_may() -> None:
    lawless = [f"{e.route} ({e.name})" for e in ENDPOINTS if not e.public and not e.permission]

    assert lawless == []


def test_every_public_address_is_listed_and_exists() -> None:
    names = {endpoint.url_name for endpoint in ENDPOINTS}
    optional = {name for name in PUBLIC if name.startswith("oauth2_provider:")}

    assert set(PUBLIC) - optional - names == set()


def test_every_permission_that_an_endpoint_asks_for_is_declared() -> None:
    from erp.foundation.permissions import permissions

    asked = {endpoint.permission for endpoint in GUARDED} - {SIGNED_IN, ADMIN_FRAME, INSTALLATION, NOBODY, ""}
    assert asked - set(permissions()) == set()


@pytest.mark.parametrize("endpoint", GUARDED, ids=lambda endpoint: endpoint.name)
def test_who_may_not_is_denied_and_changes_nothing(world: World, endpoint: Endpoint) -> None:
    url = _url(endpoint, world.company)
    before = _state()

    for name, method, response in _denied_answers(world, endpoint, url):
        assert _is_denial(response, endpoint), f"{name} may {method} {url}: {response.status_code}"
        assert MARK not in response.content.decode(errors="replace"), f"{name} sees {MARK} at {url}"
    assert _state() == before


@pytest.mark.parametrize("endpoint", READABLE, ids=lambda endpoint: endpoint.name)
def test_who_may_read_is_not_denied(world: World, endpoint: Endpoint) -> None:
    url = _url(endpoint, world.company)
    for name, person in world.people.items():
        if (name in ROLES or endpoint.permission in {ADMIN_FRAME, INSTALLATION}) and _may(person, endpoint):
            response = world.browsers[name].get(url)
            assert response.status_code in {200, 204, 302, 400, 404, 405}, f"{name} at {url}: {response.status_code}"
            assert not _goes_to_login(response), f"{name} is sent away from {url}"
            if not endpoint.places:
                assert response.status_code not in {400, 404}, f"{name} at {url}: {response.status_code}"


@pytest.mark.parametrize(
    "endpoint", [endpoint for endpoint in READABLE if not endpoint.places], ids=lambda endpoint: endpoint.name
)
def test_a_foreign_owner_sees_nothing_of_the_other_company(world: World, endpoint: Endpoint) -> None:
    response = world.browsers["foreign owner"].get(_url(endpoint, world.company))

    if not getattr(response, "streaming", False):
        assert MARK not in response.content.decode(errors="replace")


def _denied_answers(world: World, endpoint: Endpoint, url: str) -> Iterator[tuple[str, str, Any]]:
    for name, browser in world.browsers.items():
        if (name in ROLES or name == RUNNER) and _may(world.people[name], endpoint):
            continue
        if name in OUTSIDE and endpoint.permission == SIGNED_IN:
            continue
        if (
            name == "foreign owner"
            and endpoint.permission not in {INSTALLATION, NOBODY}
            and not examples.names_a_record(endpoint.url_name, endpoint.places)
        ):
            continue  # their own company's page; see the test above
        for method in endpoint.methods:
            yield name, method, getattr(browser, method)(url)


def _may(person: User, endpoint: Endpoint) -> bool:
    match endpoint.permission:
        case "signed-in":
            return True
        case "admin frame":
            return person.runs_installation or scoping.can(person.actor, "admin.open")
        case "installation":
            return person.runs_installation
        case "nobody":
            return False
    return scoping.can(person.actor, endpoint.permission)


def _is_denial(response: Any, endpoint: Endpoint) -> bool:
    if _goes_to_login(response):
        return True
    return response.status_code in ({401, 403, 404} if endpoint.is_api else {401, 404})


def _goes_to_login(response: Any) -> bool:
    return response.status_code == 302 and response["Location"].startswith(reverse(settings.LOGIN_URL))


def _url(endpoint: Endpoint, company: Company) -> str:
    values = examples.values_for(endpoint.url_name, set(endpoint.places), endpoint.model, company)
    if not endpoint.url_name:
        (place,) = re.findall("<[^>]+>", endpoint.route)
        return "/" + endpoint.route.replace(place, str(next(iter(values.values()))))
    try:
        return reverse(endpoint.url_name, kwargs=values)
    except NoReverseMatch:
        pytest.fail(f"{endpoint.name}: the example {values} does not fit {endpoint.route}")


def _state() -> list[tuple[str, int, int]]:
    """Rows and a checksum of every table."""
    tables = [t for t in sorted(connection.introspection.table_names()) if not t.startswith(_NOISE)]
    one = "SELECT '{0}', count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text FROM \"{0}\" t"
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(one.format(table) for table in tables))
        return sorted(cursor.fetchall())
