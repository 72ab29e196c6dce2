"""The only place that reads the time; services are told the time by their caller."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def now() -> datetime:
    """The present moment in UTC; call it at the edge (view, handler, command) and pass it in."""
    return datetime.now(UTC)


def day_in(zone: str, at: datetime) -> date:
    """The calendar day of a moment in a company's time zone: the day its books use."""
    return at.astimezone(ZoneInfo(zone)).date()


def start_of_day(zone: str, day: date) -> datetime:
    """The moment at which a calendar day begins in a company's time zone."""
    return datetime.combine(day, time.min, ZoneInfo(zone))
