"""
What every test runs in.

- PostgreSQL only. A test that asks for `db` runs inside a transaction of a database of this run, as the
  application's role, so a test sees the rights that the program has.
- A test that needs commits, threads or processes of its own asks for `own_db`.
- The network is closed except for this machine.
- Nothing here touches the data folder of the person who runs the tests.
"""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from host.paths import REPOSITORY, Home

TEST_HOME = Home(Path(os.environ.get("BACKROOM_TEST_HOME") or REPOSITORY / "var" / "test").resolve())

os.environ.update(
    DJANGO_SETTINGS_MODULE="config.settings.test",
    BACKROOM_HOME=str(TEST_HOME.root / "home"),
    DATABASE_URL="postgresql://backroom_app@/no_database_asked_for",
    DATABASE_OWNER_URL="postgresql://backroom_owner@/no_database_asked_for",
    DATABASE_DIRECT_URL="postgresql://backroom_app@/no_database_asked_for",
    DATABASE_ROLE="app",
    BROKER_URL="memory://",
    CACHE_URL="",
    FIELD_KEYS="test:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    PUBLIC_URL="http://127.0.0.1:8000",
    ALLOWED_HOSTS="testserver",
    SIMULATORS="0",
    EMAIL_URL="",
    OIDC_PROVIDERS="",
    DEBUG="0",
    LOG_LEVEL="WARNING",
    TZ="UTC",
)

from django.conf import settings  # noqa: E402  # reads the environment set above
from django.db import connections  # noqa: E402

settings.INSTALLED_APPS  # noqa: B018  # loads the settings now, which is how pytest-django learns of them

from tests import database  # noqa: E402  # needs the settings
from tests.chromium import browser, browsers_last  # noqa: E402  # after the environment, as above

__all__ = ["browser"]  # a fixture with one definition for all

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0", ""})
FLUSHES = frozenset({"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"})
FLUSHING_MARKS = ("transaction", "reset_sequences", "serialized_rollback")


class NetworkClosed(RuntimeError):
    """A test tried to leave this machine."""


@pytest.fixture(autouse=True, scope="session")
def _closed_network() -> Iterator[None]:
    """Only this machine can be reached: a test that needs the world is not a test."""
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in LOOPBACK:
            raise NetworkClosed(f"tests may not connect to {address[0]}")
        connect(self, address)

    def guarded_resolve(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and name not in LOOPBACK:
            raise NetworkClosed(f"tests may not look up {name}")
        return resolve(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_resolve)
        yield


@pytest.fixture(autouse=True, scope="session")
def _own_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploads of tests go to a folder of this run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEDIA_ROOT", str(tmp_path_factory.mktemp("files")))
        yield


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After pytest-django has put tests with a transaction first."""
    browsers_last(items)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Name the way out to whoever asks for pytest-django's flush, which ledgers refuse."""
    wanted = set(getattr(item, "fixturenames", ()))
    marker = item.get_closest_marker("django_db")
    flushing_marker = marker is not None and (any(marker.args) or any(marker.kwargs.get(key) for key in FLUSHING_MARKS))
    if wanted & FLUSHES or flushing_marker:
        pytest.fail("TRUNCATE is refused on ledgers, so nothing can be flushed: use the fixture own_db.", pytrace=False)
    if "own_db" in wanted and ("db" in wanted or marker is not None):
        pytest.fail("own_db is a database of its own: don't ask for db beside it.", pytrace=False)


@pytest.fixture(scope="session")
def test_server() -> Iterator[database.Server]:
    with database.server(TEST_HOME) as place:
        yield place


@pytest.fixture(scope="session")
def template_db(test_server: database.Server, django_db_blocker: Any) -> str:
    """Name of the migrated template."""
    with django_db_blocker.unblock():
        return database.ensure_template(test_server)


@pytest.fixture(scope="session")
def django_db_setup(test_server: database.Server, template_db: str, django_db_blocker: Any) -> Iterator[None]:
    """pytest-django's hook: `db` runs on this run's clone, as the application's role."""
    name = database.clone(test_server, template_db, "run")
    with django_db_blocker.unblock():
        database.point_at(test_server.app_url(name), owner_url=test_server.owner_url(name))
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    database.drop(test_server, name)


@pytest.fixture
def own_db(
    test_server: database.Server,
    template_db: str,
    django_db_setup: None,
    django_db_blocker: Any,
    request: pytest.FixtureRequest,
) -> Iterator[str]:
    """
    A fresh database for one test, with real commits: for threads, processes, faults. Yields its address.

    Django's connection and ENV point at it meanwhile; it is dropped afterwards.
    """
    urls = database.current_urls()
    name = database.clone(test_server, template_db, "own")
    with django_db_blocker.unblock():
        database.point_at(test_server.app_url(name), owner_url=test_server.owner_url(name))
        try:
            yield test_server.app_url(name)
        finally:
            connections.close_all()
            database.drop(test_server, name)
            database.point_at(urls[0], owner_url=urls[1])


@pytest.fixture
def own_environ(own_db: str) -> dict[str, str]:
    """Environment variables under which a process of its own uses `own_db`."""
    owner = database.current_urls()[1]
    return dict(os.environ) | {
        "DATABASE_URL": own_db,
        "DATABASE_DIRECT_URL": own_db,
        "DATABASE_OWNER_URL": owner,
        "PYTHONPATH": str(REPOSITORY),
    }
