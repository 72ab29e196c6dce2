"""Turns a PostgreSQL address into Django's DATABASES entry."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

LOCK_TIMEOUT_MS = 3000
IDLE_IN_TRANSACTION_MS = 60_000


def database(url: str, *, application: str = "backroom") -> dict[str, Any]:
    """
    Django settings for one PostgreSQL address.

    Connections stay open, one per thread: the web servers run a fixed number of threads, so a
    pool would only add a hand-over to each request.
    """
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "backroom"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": parts
        | {
            "application_name": application,
            "options": (
                f"-c lock_timeout={LOCK_TIMEOUT_MS} -c idle_in_transaction_session_timeout={IDLE_IN_TRANSACTION_MS}"
            ),
        },
    }
