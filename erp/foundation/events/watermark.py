"""Following the log by a cursor: ids are not commit order, so readers stop at the watermark."""

from collections.abc import Iterator

from django.db import connection

from erp.foundation.events.models import Event


def watermark() -> int:
    """
    The lowest transaction still open in the cluster: every event below it is committed or gone.

    Any open write, of another database too, holds it back; its age is a metric.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])


def events_between(low: int, high: int, *, chunk: int = 1000) -> Iterator[Event]:
    """Events with ``low <= xid < high``, in order of transaction; ``high`` is a watermark taken before."""
    return Event.objects.filter(xid__gte=low, xid__lt=high).order_by("xid", "id").iterator(chunk_size=chunk)
