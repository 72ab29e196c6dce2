"""
Every environment variable Backroom reads: typed, read once, in this file only.

A variable that is missing or malformed stops the start with a sentence that names it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

REPOSITORY = Path(__file__).resolve().parent.parent


class EnvError(SystemExit):
    """A variable is missing or malformed; the message says which and what to write instead."""


@dataclass(frozen=True, slots=True)
class Env:
    """The values, as the rest of the program sees them."""

    home: Path  # data folder: database files, uploads, keys, logs
    database_url: str  # role with SELECT and INSERT only on ledgers
    database_owner_url: str  # role that owns the tables: migrations, cloning for tests
    database_direct_url: str  # a connection that can LISTEN (not through a transaction pooler)
    database_role: str  # "app" or "owner": which of the two this process uses
    broker_url: str
    cache_url: str  # "" = memory of the process
    secret_key: str
    field_keys: str  # "id:base64,id:base64"; the first encrypts, all decrypt
    public_url: str
    allowed_hosts: tuple[str, ...]
    debug: bool
    email_url: str  # "" = mailbox page only
    oidc: str  # JSON list of OpenID Connect providers, "" = none
    log_level: str
    simulators: bool  # the demo's shop and carrier run beside us
    shop_simulator_url: str
    carrier_simulator_url: str
    metrics_token: str
    pg_bindir: str  # folder of pg_dump and pg_restore, "" = the system's own


def read_env(source: Mapping[str, str]) -> Env:
    """
    Read all variables.

    :raises EnvError: when one is missing or malformed.
    """
    database = _database(source, "DATABASE_URL", "postgresql:///backroom")
    role = source.get("DATABASE_ROLE", "app")
    if role not in {"app", "owner"}:
        raise EnvError(f"DATABASE_ROLE must be 'app' or 'owner', not {role!r}.")
    return Env(
        home=Path(source.get("BACKROOM_HOME") or REPOSITORY / "var"),
        database_url=database,
        database_owner_url=_database(source, "DATABASE_OWNER_URL", database),
        database_direct_url=_database(source, "DATABASE_DIRECT_URL", database),
        database_role=role,
        broker_url=source.get("BROKER_URL", "memory://"),
        cache_url=source.get("CACHE_URL", ""),
        secret_key=source.get("SECRET_KEY", ""),
        field_keys=source.get("FIELD_KEYS", ""),
        public_url=source.get("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/"),
        allowed_hosts=tuple(h.strip() for h in source.get("ALLOWED_HOSTS", "").split(",") if h.strip()),
        debug=_flag(source, "DEBUG"),
        email_url=source.get("EMAIL_URL", ""),
        oidc=source.get("OIDC_PROVIDERS", ""),
        log_level=source.get("LOG_LEVEL", "INFO").upper(),
        simulators=_flag(source, "SIMULATORS"),
        shop_simulator_url=source.get("SHOP_SIMULATOR_URL", ""),
        carrier_simulator_url=source.get("CARRIER_SIMULATOR_URL", ""),
        metrics_token=source.get("METRICS_TOKEN", ""),
        pg_bindir=source.get("ERP_PG_BINDIR", ""),
    )


def _database(source: Mapping[str, str], name: str, default: str) -> str:
    value = source.get(name) or default
    try:
        conninfo_to_dict(value)
    except Exception:  # psycopg's own message would repeat the password
        raise EnvError(f"{name} is not a PostgreSQL address like postgresql://user:password@host:5432/name.") from None
    return value


def _flag(source: Mapping[str, str], name: str) -> bool:
    value = source.get(name, "").strip().lower()
    if value in {"", "0", "no", "false", "off"}:
        return False
    if value in {"1", "yes", "true", "on"}:
        return True
    raise EnvError(f"{name} must be 1 or 0, not {value!r}.")


ENV = read_env(os.environ)
