"""`bin/erp audit [--company NAME]`: the books held against documents, payments and goods; 1 when they disagree."""

from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from erp.finance.audits import CHECKS
from erp.finance.audits.checking import SINCE
from erp.finance.models import AuditFinding, AuditRun
from erp.finance.services import run_audit
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company

SHOWN = 5
LABELS = {check.name: check.label for check in CHECKS}


class Command(BaseCommand):
    """Makes every check for one company or for all, prints the first faults of each, and keeps the result."""

    help = "Hold the books against documents, payments and goods."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--company", help="name or number of one company; all of them otherwise")

    def handle(self, *args: Any, **options: Any) -> None:
        faults = 0
        for company in _companies(options["company"]):
            run = run_audit(company=company, actor=SYSTEM, at=clock.now())
            self.stdout.write(f"{company.name}")
            faults += self._print(run)
        if faults:
            raise CommandError(f"{faults} faults", returncode=1)

    def _print(self, run: AuditRun) -> int:
        findings = list(run.findings.order_by("position"))
        for finding in findings:
            mark = "ok    " if not finding.count else "FAILED"
            on_the_way = f", {len(finding.waiting)} on the way{_age(finding, run.at)}" if finding.waiting else ""
            self.stdout.write(f"  {mark} {LABELS.get(finding.name, finding.name)}: {finding.count}{on_the_way}")
            for row in finding.rows[:SHOWN]:
                self.stdout.write("           " + ", ".join(f"{name} {value}" for name, value in row))
        return sum(finding.count for finding in findings)


def _age(finding: AuditFinding, at: datetime) -> str:
    since = min((value for row in finding.waiting for name, value in row if name == SINCE), default="")
    return f", the oldest for {int((at - datetime.fromisoformat(since)).total_seconds())} s" if since else ""


def _companies(wanted: str | None) -> list[Company]:
    rows = Company.objects.order_by("pk")
    if wanted:
        rows = rows.filter(pk=int(wanted)) if wanted.isdecimal() else rows.filter(name=wanted)
    found = list(rows)
    if not found:
        raise CommandError("There is no such company." if wanted else "There is no company yet.")
    return found
