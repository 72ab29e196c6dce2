"""What is open is found without reading what was delivered before."""

from uuid import uuid4

import pytest
from django.db import connection

from erp.foundation.events.relay import claiming

LONG_AGO = """
INSERT INTO events_event (id, name, data, actor_kind, actor_key, request_id, at, xid)
SELECT gen_random_uuid(), 'test.Old', '{}', 'system', 'backroom', '', now(), 1 FROM generate_series(1, 5000);
INSERT INTO events_delivery (event_id, handler, key, state, attempts, next_at, error, done_at)
SELECT id, 'test.hear', (row_number() OVER ())::text, 'done', 1, now(), '', now() FROM events_event;
ANALYZE events_delivery;
ANALYZE events_event;
"""


@pytest.mark.usefixtures("db")
def test_a_claim_reads_no_delivery_that_is_done() -> None:
    with connection.cursor() as cursor:
        cursor.execute(LONG_AGO)
        cursor.execute(
            "EXPLAIN " + claiming._CLAIM,
            {
                "handlers": ["test.hear", "test.pull"],
                "coalescing": ["test.pull"],
                "limit": 100,
                "claim": uuid4(),
                "lease": 60,
            },
        )
        plan = "\n".join(row for (row,) in cursor.fetchall())

    assert "Seq Scan on events_delivery" not in plan, plan
    assert "delivery_waiting" in plan
    assert "delivery_open_by_key" in plan
