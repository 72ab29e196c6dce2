"""Times as the vendor writes them: UTC to the second in GraphQL, the shop's offset in webhooks."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo


def now() -> str:
    """Return the present as 2026-11-24T10:00:00Z."""
    return iso(datetime.now(UTC))


def iso(moment: datetime) -> str:
    """Return an aware datetime in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse(text: str) -> datetime:
    """
    Read an ISO 8601 date or time; without an offset it is UTC.

    :raises ValueError: if it is neither.
    """
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def in_zone(text: str | None, zone: str) -> str | None:
    """Return the time as webhooks show it: 2026-11-24T11:00:00+01:00."""
    return parse(text).astimezone(_zone(zone)).isoformat(timespec="seconds") if text else None


@lru_cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
