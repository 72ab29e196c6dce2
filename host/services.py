"""PostgreSQL and Valkey of one installation, and the environment variables that point a process at them."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from host import roles
from host.binaries import find_binaries
from host.keys import ensure_keys
from host.locks import Users
from host.paths import Home, home
from host.postgres import APP, OWNER, Cluster
from host.valkey import Valkey, find_program

_ADDRESSES = frozenset({"DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_DIRECT_URL"})


@dataclass(frozen=True, slots=True)
class Services:
    """The embedded servers that this installation needs; None where a variable names another one."""

    home: Home
    postgres: Cluster | None
    valkey: Valkey | None

    def start(self) -> None:
        """
        Start what is down.

        :raises Trouble: when one can't start.
        """
        if self.postgres is not None:
            self.postgres.start()
            roles.make_roles(self.postgres)
            roles.make_database(self.postgres)
        if self.valkey is not None:
            self.valkey.start()

    def revive(self) -> list[str]:
        """Start again what has died; names what it was."""
        named = {"PostgreSQL": self.postgres, "Valkey": self.valkey}
        dead = {name: server for name, server in named.items() if server is not None and not server.is_ready()}
        for server in dead.values():
            server.start()
        return list(dead)

    def stop(self) -> None:
        """Stop both; nothing that was committed is lost."""
        if self.valkey is not None:
            self.valkey.stop()
        if self.postgres is not None:
            self.postgres.stop()


def services_of(environ: Mapping[str, str]) -> Services:
    """Which servers are ours to run."""
    place = home(environ)
    postgres = valkey = None
    if not environ.get("DATABASE_URL"):
        postgres = Cluster(place.postgres, place.run, place.logs / "postgres.log", find_binaries(environ))
    if not environ.get("BROKER_URL") and (program := find_program()):
        valkey = Valkey(program, place.valkey, place.run, place.logs / "valkey.log")
    return Services(place, postgres, valkey)


def environment(services: Services, environ: Mapping[str, str]) -> dict[str, str]:
    """All variables of a process of this installation. What the person has set stays."""
    place = services.home
    given = {name: value for name, value in environ.items() if value}
    found: dict[str, str] = {
        "BACKROOM_HOME": str(place.root),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        **ensure_keys(place.keys),
    }
    if services.postgres is not None:
        found["DATABASE_URL"] = found["DATABASE_DIRECT_URL"] = services.postgres.url(APP)
        found["DATABASE_OWNER_URL"] = services.postgres.url(OWNER)
        # A stray owner address in the shell must not send migrations to another server.
        given = {
            name: value for name, value in given.items() if not name.startswith("DATABASE_") or name.endswith("ROLE")
        }
        found["ERP_PG_BINDIR"] = str(services.postgres.binaries.folder)
    if services.valkey is not None:
        found["BROKER_URL"] = services.valkey.broker_url
        found["CACHE_URL"] = services.valkey.cache_url
    elif not environ.get("BROKER_URL"):
        # Loses messages when it is killed; the sweeper sends them again, late.
        found["BROKER_URL"] = "filesystem://"
    return found | given


@contextmanager
def running(environ: Mapping[str, str]) -> Iterator[tuple[Services, dict[str, str]]]:
    """
    The services, up for as long as the block lasts; the last user of this installation stops them.

    :raises Trouble: when one can't start.
    """
    place = home(environ)
    place.make()
    services = services_of(environ)
    users = Users(place.run / "users.lock")
    try:
        services.start()
        yield services, environment(services, environ)
    finally:
        users.leave(services.stop)


def apply(variables: Mapping[str, str]) -> None:
    """Make them this process's own, before anything reads config.env."""
    os.environ.update(variables)
