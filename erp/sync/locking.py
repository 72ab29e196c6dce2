"""Locks of the sync engine."""

from collections.abc import Iterable

from erp.foundation.db import lock_rows
from erp.sync.models import DesiredState


def lock_desired(account_ids: Iterable[int], kind: str, subjects: Iterable[str]) -> list[DesiredState]:
    """Lock what accounts should show of these subjects."""
    rows = DesiredState.objects.filter(account__in=list(account_ids), kind=kind, subject__in=list(subjects))
    return lock_rows(rows)
