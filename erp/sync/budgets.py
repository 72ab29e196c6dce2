"""
The budget of an account's API: a leaky bucket in PostgreSQL, shared by all workers and kept over restarts.

Whoever wants to call takes the cost out first; when there is too little, it waits outside the row's lock. What the
channel says of itself overrules what we count.
"""

import random
import time
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

from erp.foundation import clock
from erp.foundation.db import outside_transaction
from erp.sync.models import Budget
from erp.sync.protocol import Retryable

LONGEST_WAIT_SECONDS = 45.0  # below a delivery's lease: whoever waits longer is tried again later
RESERVE = Decimal("0.05")  # of the maximum, left for a person at the shop's own pages

# What is there now; a clock that was set back takes nothing away.
_THERE = "least(maximum, available + per_second * greatest(0, extract(epoch FROM %(now)s - as_of))::numeric)"
_TAKE = f"""
UPDATE sync_budget SET
    available = {_THERE} - %(cost)s,
    as_of = %(now)s, calls = calls + 1
WHERE account_id = %(account)s AND (blocked_until IS NULL OR blocked_until <= %(now)s)
  AND {_THERE} >= least(%(cost)s + maximum * %(reserve)s, maximum)
RETURNING available
"""  # noqa: S608  # put together from constants only
_WAIT = f"""
SELECT greatest(
    extract(epoch FROM coalesce(blocked_until, %(now)s) - %(now)s),
    (least(%(cost)s + maximum * %(reserve)s, maximum) - {_THERE}) / per_second)
FROM sync_budget WHERE account_id = %(account)s
"""  # noqa: S608  # put together from constants only


class StoredBudget:
    """The budget of one account."""

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id

    @outside_transaction
    def acquire(self, cost: int) -> None:
        """
        Take room for a call of this cost, waiting for it where needed.

        :raises Retryable: when it would take too long.
        """
        deadline = time.monotonic() + LONGEST_WAIT_SECONDS
        while (wait := self._take(cost)) is not None:
            if time.monotonic() + wait > deadline:
                raise Retryable("The shop allows no more calls for now.", after=wait)
            time.sleep(max(wait, 0.02) * random.uniform(1.0, 1.2))

    def learn(self, *, available: Decimal, maximum: Decimal, per_second: Decimal) -> None:
        """What the channel said of the bucket, after a call."""
        Budget.objects.filter(pk=self.account_id).update(
            available=min(available, maximum), maximum=maximum, per_second=per_second, as_of=clock.now()
        )

    def throttled(self, wait_seconds: float) -> None:
        """The channel refused a call: nobody calls before this has passed."""
        row = Budget.objects.filter(pk=self.account_id)
        row.update(blocked_until=clock.now() + timedelta(seconds=wait_seconds))
        with connection.cursor() as cursor:
            cursor.execute("UPDATE sync_budget SET throttled = throttled + 1 WHERE account_id = %s", [self.account_id])

    def _take(self, cost: int) -> float | None:
        """Seconds to wait, or None when the cost is taken."""
        parameters: dict[str, Any] = {"now": clock.now(), "cost": cost, "account": self.account_id, "reserve": RESERVE}
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_TAKE, parameters)
            if cursor.fetchone():
                return None
            cursor.execute(_WAIT, parameters)
            row = cursor.fetchone()
            if row is None:
                raise Retryable("The account has no budget yet.")
            return float(row[0])
