"""Holding the books of a company against everything they should agree with."""

from datetime import datetime

from erp.finance.audits import CHECKS, Check, Found
from erp.finance.models import AuditFinding, AuditRun
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.organisation.models import Company

ROWS_KEPT = 50


@use_case
def run_audit(*, company: Company, actor: Actor, at: datetime) -> AuditRun:
    """Make every check and keep what it found; reads only, but for the run itself."""
    answers = [(check, check.find(company)) for check in CHECKS]
    run = AuditRun.objects.create(company=company, at=at, actor=str(actor))
    AuditFinding.objects.bulk_create(
        [_finding(run, position, check, found) for position, (check, found) in enumerate(answers, 1)]
    )
    return run


def _finding(run: AuditRun, position: int, check: Check, found: Found) -> AuditFinding:
    return AuditFinding(
        run=run,
        position=position,
        name=check.name,
        count=len(found.faults),
        rows=[list(row.items()) for row in found.faults[:ROWS_KEPT]],
        waiting=[list(row.items()) for row in found.waiting[:ROWS_KEPT]],
    )
