"""The locks of customers: rows by primary key, and names under which a customer may be recognised."""

from collections.abc import Iterable

from django.db import connection

from erp.crm.models import Customer
from erp.foundation.db import lock_rows
from erp.foundation.errors import NotFound

# Sorted, so that two batches that know the same people don't wait for each other in a circle.
_LOCK_NAMES = """
SELECT pg_advisory_xact_lock(hash)
FROM (SELECT DISTINCT hashtextextended('crm:' || name, 0) AS hash FROM unnest(%s::text[]) AS name ORDER BY 1) AS names
"""


def lock_customers(customer_ids: Iterable[int]) -> dict[int, Customer]:
    """
    Lock customers by id.

    :raises NotFound: when one of them doesn't exist.
    """
    wanted = set(customer_ids)
    locked = {customer.pk: customer for customer in lock_rows(Customer.objects.filter(pk__in=wanted))}
    if locked.keys() != wanted:
        raise NotFound
    return locked


def lock_names(names: Iterable[str]) -> None:
    """
    Keep others from making a customer of these names (identities, verified addresses) until the transaction ends.

    There is no row to lock yet; the unique constraints stand behind this.

    :raises RuntimeError: outside a transaction.
    """
    wanted = sorted(set(names))
    if not wanted:
        return
    if not connection.in_atomic_block:
        raise RuntimeError("a lock outside a transaction holds nothing")
    with connection.cursor() as cursor:
        cursor.execute(_LOCK_NAMES, [wanted])
