"""
Live pages: a hint that something changed goes from a transaction to every open browser that shows it.

``notify(topic)`` at the end of a use case sends the topic's name with the commit; pages that show the topic read
their part again. A hint carries no data, so nobody learns by it what they may not see. Not for bulk work:
PostgreSQL lets commits with notifications pass one at a time.
"""

import re

from django.db import connection

CHANNEL = "live"
TOPIC = re.compile(r"[a-z][a-z0-9_.-]{0,60}(:[A-Za-z0-9_.-]{1,60})?")


def notify(*topics: str) -> None:
    """
    Say that what each topic names has changed: ``stock.level:17``, ``orders.list``.

    The database sends one hint per topic and transaction, however often this is called, and none if it rolls back.

    :raises ValueError: for a malformed topic.
    """
    for topic in topics:
        if not TOPIC.fullmatch(topic):
            raise ValueError(f"not a topic: {topic!r}")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, topic) FROM unnest(%s::text[]) AS topic", [CHANNEL, list(topics)])
