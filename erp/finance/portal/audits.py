"""Audits: the runs there were, and what each check said."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from erp.finance import services as finance
from erp.finance.audits import CHECKS
from erp.finance.models import AuditFinding, AuditRun
from erp.finance.portal import shown
from erp.finance.portal.names import FIELDS
from erp.foundation.accounts.scoping import require, visible
from erp.foundation.organisation.models import Company
from erp.foundation.web.formats import moment_html
from erp.foundation.web.lists import Column, Empty, ListPage
from erp.foundation.web.records import Card, RecordPage, Status
from erp.foundation.web.views import StaffView, go

LABELS = {check.name: check.label for check in CHECKS}


def _faults(run: Any) -> str:
    return _("No faults") if not run.faults else _("Faults: %(count)s") % {"count": run.faults}


class AuditList(ListPage):
    """Every audit, newest first."""

    permission = "finance.view"
    name = "finance.audits"
    title = gettext_lazy("Audits")
    sort = "-at"
    columns = (
        Column(
            "at", gettext_lazy("When"), "moment", sort="at", main=True,
            url=lambda r: reverse("finance:audit", args=[r.pk]),
        ),
        Column("company", gettext_lazy("Company"), value="company.name"),
        Column("result", gettext_lazy("Result"), "pill", value=_faults, tone=lambda r: "bad" if r.faults else "good"),
        Column("failed", gettext_lazy("Checks that failed"), "number", value=lambda r: r.failed or None),
        Column("by", gettext_lazy("By"), value="actor", shown=False),
    )  # fmt: skip
    empty = Empty(
        gettext_lazy("No audit yet"),
        gettext_lazy("An audit holds the books against documents, payments and goods."),
        "shield-check",
    )
    template_name = "finance/staff/audits.html"

    def rows(self) -> "QuerySet[Any]":
        seen = AuditRun.objects.visible_to(self.actor).select_related("company")
        rows = seen.annotate(faults=Sum("findings__count"), failed=Count("findings", filter=Q(findings__count__gt=0)))
        return shown.in_company(self.request, rows)  # type: ignore[no-any-return]  # any rows go in and come out

    def row_url(self, row: AuditRun) -> str:
        return reverse("finance:audit", args=[row.pk])


class RunAudit(StaffView):
    """Make all checks now, for the company chosen in the shell or the first one."""

    permission = "finance.audit"

    def post(self, request: Any) -> HttpResponse:
        companies = visible(Company.objects.all(), self.actor, permission=self.permission).order_by("name")
        company = shown.chosen_company(list(companies), request)
        require(self.actor, self.permission, company)
        run = finance.run_audit(company=company, actor=self.actor, at=self.now())
        return go(self.request, reverse("finance:audit", args=[run.pk]))


class AuditPage(RecordPage):
    """One audit: every check with its first faults and what is on its way."""

    permission = "finance.view"
    model: ClassVar[Any] = AuditRun
    parent = (gettext_lazy("Audits"), "finance:audits")
    with_timeline = False
    record: AuditRun

    def find(self, pk: Any) -> AuditRun | None:
        rows = AuditRun.objects.visible_to(self.actor).select_related("company").prefetch_related("findings")
        return rows.filter(pk=pk).first()

    def title(self) -> str:
        return _("Audit of %(company)s") % {"company": self.record.company.name}

    def status(self) -> Status:
        faults = sum(finding.count for finding in self.record.findings.all())
        return Status(_("Faults: %(count)s") % {"count": faults}, "bad") if faults else Status(_("No faults"), "good")

    def facts(self) -> Sequence[Any]:
        return (moment_html(self.record.at, self.now()),)

    def cards(self, tab: str) -> Sequence[Card]:
        findings = list(self.record.findings.all())
        checks = [(LABELS.get(finding.name, finding.name), finding) for finding in findings]
        summary = Card(gettext_lazy("Checks"), "finance/staff/checks.html", {"checks": checks}, flush=True)
        return (summary, *(card for finding in findings for card in self._details(finding)))

    def _details(self, finding: AuditFinding) -> list[Card]:
        title = LABELS.get(finding.name, finding.name)
        cards = []
        if finding.rows:
            context = {**_table(finding.rows), "more": finding.count - len(finding.rows)}
            cards.append(Card(title, "finance/staff/faults.html", context, flush=True, count=finding.count))
        if finding.waiting:
            name = _("On the way: %(check)s") % {"check": title}
            cards.append(Card(name, "finance/staff/faults.html", _table(finding.waiting), flush=True))
        return cards


def _table(rows: Sequence[Sequence[tuple[str, str]]]) -> dict[str, Any]:
    """The rows of a finding as a table; a row need not have every column."""
    names = list(dict.fromkeys(name for row in rows for name, _value in row))
    return {
        "heads": [FIELDS.get(name, name) for name in names],
        "rows": [[shown.named(dict(row).get(name, "")) for name in names] for row in rows],
    }
