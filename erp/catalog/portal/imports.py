"""Imports of catalogues: the list, uploading a file, its preview with errors, taking it over."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from erp.catalog import jobs
from erp.catalog import services as catalog
from erp.catalog.importing import report, staging
from erp.catalog.importing.columns import BY_NAME
from erp.catalog.models import ImportRow, ImportRun
from erp.catalog.portal import rows
from erp.catalog.portal.forms import UploadForm
from erp.catalog.states import IMPORT_FLOW, ImportStatus
from erp.foundation.actor import Actor
from erp.foundation.errors import NotFound
from erp.foundation.jobs import services as job_services
from erp.foundation.jobs.models import Job, JobState
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Choice, Column, Empty, Link, ListPage
from erp.foundation.web.records import Action, ActionView, Card, Fact, RecordPage, Status, pairs
from erp.foundation.web.views import StaffView

PERMISSION = "catalog.import"
SHOWN_ERRORS, SHOWN_ROWS = 100, 20
_TONES = {
    ImportStatus.UNREADABLE: "bad",
    ImportStatus.CHECKED: "warn",
    ImportStatus.APPLYING: "info",
    ImportStatus.DONE: "good",
}
_OPEN = (JobState.QUEUED, JobState.RUNNING)


def visible_run(actor: Actor, pk: Any) -> ImportRun | None:
    """An import that the actor may see."""
    return ImportRun.objects.visible_to(actor).filter(pk=pk).select_related("company", "document").first()


class ImportList(ListPage):
    """All files that were imported, or are about to be."""

    permission = PERMISSION
    name = "catalog.imports"
    title = _("Imports of products")
    sort = "-uploaded"
    columns = (
        Column("file_name", _("File"), main=True, url=lambda run: reverse("catalog:import", args=[run.pk])),
        Column("uploaded", _("Uploaded"), "moment", value="created_at", sort="created_at"),
        Column("company", _("Company"), value="company.name", shown=False),
        Column(
            "status",
            _("Status"),
            "pill",
            value=lambda run: run.get_status_display(),
            tone=lambda run: _TONES.get(run.status, ""),
        ),
        Column("rows", _("Rows"), "number"),
        Column("new", _("New"), "number"),
        Column("changed", _("Changed"), "number"),
        Column("wrong", _("With errors"), "number"),
    )
    filters = (Choice("status", _("Status"), ImportStatus.choices),)
    links = (Link(_("Import a file"), "catalog:upload", PERMISSION, icon="package-import"),)
    empty = Empty(_("No imports yet"), _("Upload a CSV or XLSX file with your products."), "package-import")

    def rows(self) -> "QuerySet[Any]":
        return ImportRun.objects.visible_to(self.actor).select_related("company")

    def row_url(self, row: Any) -> str:
        return reverse("catalog:import", args=[row.pk])


class UploadCatalogue(FormPage):
    """A file comes in, is kept, and a job reads it."""

    permission = PERMISSION
    title, label, done = _("Import products"), _("Upload and check"), ""
    form_class = UploadForm
    parent = (_("Imports of products"), "catalog:imports")

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def save(self, form: UploadForm, lines: list[dict[str, Any]]) -> str:
        file = form.cleaned_data["file"]
        run = catalog.receive_catalogue(
            company=form.cleaned_data["company"],
            file_name=file.name,
            content=file.read(),
            actor=self.actor,
            at=self.now(),
        )
        queue(run, jobs.READ, self.actor, self.now())
        return reverse("catalog:import", args=[run.pk])


def queue(run: ImportRun, kind: str, actor: Actor, at: Any) -> Job:
    """Let a job read or take over the file; one at a time."""
    return job_services.queue_job(
        kind=kind, params={"run": run.pk}, company_id=run.company_id, key=str(run.pk), actor=actor, at=at
    )


class ImportPage(RecordPage):
    """A file: how far it is, what it would do, what is wrong with it."""

    permission = PERMISSION
    parent = (_("Imports of products"), "catalog:imports")
    model = ImportRun
    record: ImportRun

    def find(self, pk: Any) -> ImportRun | None:
        return visible_run(self.actor, pk)

    def status(self) -> Status:
        status = ImportStatus(self.record.status)
        return Status(status.label, _TONES.get(status, ""))

    def facts(self) -> Sequence[Any]:
        return (self.record.company.name,)

    def actions(self) -> Sequence[Action]:
        run = self.record
        right = run.new + run.changed

        def may(to: ImportStatus) -> bool:
            return IMPORT_FLOW.can_move(run, to=to)

        return (
            Action(
                _("Take over"),
                reverse("catalog:import-apply", args=[run.pk]),
                PERMISSION,
                legal=may(ImportStatus.APPLYING) and right > 0,
                icon="check",
            ),
            Action(
                _("Error report"),
                reverse("catalog:import-errors", args=[run.pk]),
                PERMISSION,
                legal=run.wrong > 0,
                icon="download",
                link=True,
            ),
            Action(
                _("Put aside"),
                reverse("catalog:import-discard", args=[run.pk]),
                PERMISSION,
                legal=may(ImportStatus.DISCARDED),
                danger=True,
            ),
        )

    def cards(self, tab: str) -> Sequence[Card]:
        run = self.record
        cards: list[Card] = []
        if job := last_job(run):
            cards.append(Card(_("Progress"), "web/job.html", {"job": job_context(run, job)}))
        if run.fault:
            cards.append(
                Card(_("The file can't be read"), "catalog/staff/fault.html", {"text": report.sentence(run.fault)})
            )
        if run.rows:
            cards.append(Card(_("What the file does"), "catalog/staff/effects.html", {"run": run}))
        if run.wrong:
            errors = [(number, sku, shown_faults(faults)) for number, sku, faults in first_wrong(run)]
            context = {"errors": errors, "more": max(run.wrong - len(errors), 0)}
            cards.append(Card(_("Rows with errors"), "catalog/staff/errors.html", context, flush=True, count=run.wrong))
        if run.status == ImportStatus.CHECKED:
            sample = ImportRow.objects.filter(run=run, effect__in=("new", "changed")).order_by("number")[:SHOWN_ROWS]
            context = {"rows": [row_context(row) for row in sample]}
            cards.append(Card(_("The first rows"), "catalog/staff/sample.html", context, flush=True))
        used = [str(BY_NAME[name].label) for name in run.columns]
        facts = [
            Fact(_("Columns used"), ", ".join(used) or None),
            Fact(_("Columns left aside"), ", ".join(run.ignored) or None),
        ]
        return [*cards, pairs(_("Columns"), facts, left=True)] if run.columns else cards


class _OfRun(StaffView):
    abstract = True
    permission = PERMISSION
    model = ImportRun

    def load(self) -> None:
        run = visible_run(self.actor, self.kwargs["pk"])
        if run is None:
            raise NotFound
        self.run = run


class ImportJob(_OfRun):
    """The progress of a file, asked for again and again while a job runs; reloads the page when it is over."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        job = last_job(self.run)
        if job is None:
            raise NotFound
        response = self.render("web/job.html", {"job": job_context(self.run, job)})
        if job.status not in _OPEN:
            response["HX-Refresh"] = "true"
        return response


class ApplyImport(ActionView):
    """Take a file over."""

    permission = PERMISSION
    model = ImportRun
    title, label, done = _("Take over this file?"), _("Take over"), ""
    record: ImportRun

    def find(self, pk: Any) -> ImportRun | None:
        return visible_run(self.actor, pk)

    def consequences(self) -> Sequence[tuple[Any, Any]]:
        run = self.record
        numbers = ((run.new, _("rows are new")), (run.changed, _("rows change")), (run.wrong, _("rows stay out")))
        return [(count, label) for count, label in numbers if count]

    def act(self, form: None) -> None:
        queue(self.record, jobs.APPLY, self.actor, self.now())

    def done_url(self) -> str:
        return reverse("catalog:import", args=[self.record.pk])


class DiscardImport(ActionView):
    """Put a file aside."""

    permission = PERMISSION
    model = ImportRun
    title, label, danger, done = _("Put this file aside?"), _("Put aside"), True, _("The file is put aside.")
    record: ImportRun

    def find(self, pk: Any) -> ImportRun | None:
        return visible_run(self.actor, pk)

    def question(self) -> Any:
        return _("Nothing of it will be taken over.")

    def act(self, form: None) -> None:
        catalog.discard_import(run=self.record, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("catalog:imports")


class ImportErrors(_OfRun):
    """The error report as a file, in the reader's language."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        text = report.write_report(staging.wrong_rows(self.run), translation.get_language() or "en")
        headers = {"Content-Disposition": f'attachment; filename="errors-{self.run.pk}.csv"'}
        return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


def last_job(run: ImportRun) -> Job | None:
    """The job that reads the file or takes it over, or did last."""
    kinds = (jobs.READ, jobs.APPLY)
    return Job.objects.filter(kind__in=kinds, key=str(run.pk)).order_by("-pk").first()


def job_context(run: ImportRun, job: Job) -> Mapping[str, Any]:
    """What the kit's progress shows of a job."""
    seconds = ((job.ended_at or job.started_at) - job.started_at).total_seconds() if job.started_at else 0
    total = job.total_count
    return {
        "key": job.pk,
        "url": reverse("catalog:import-job", args=[run.pk]),
        "topic": f"jobs.job:{job.pk}",
        "title": _("Reading the file") if job.kind == jobs.READ else _("Taking over"),
        "state": "running" if job.status in _OPEN else job.status,
        "done": job.done_count,
        "total": total,
        "percent": job.done_count * 100 // total if total else 0,
        "rate": round(job.done_count / seconds) if seconds else None,
        "seconds_left": None,
        "failed": 0,
        "text": job.error,
    }


def first_wrong(run: ImportRun) -> list[tuple[int, str, list[dict[str, Any]]]]:
    """The first wrong rows."""
    found = ImportRow.objects.filter(run=run, errors__isnull=False).order_by("number")[:SHOWN_ERRORS]
    return [(number, sku or "", errors or []) for number, sku, errors in found.values_list("number", "sku", "errors")]


def shown_faults(faults: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Column and sentence of each fault."""
    return [(report.column_label(fault), report.sentence(fault)) for fault in faults]


def row_context(row: ImportRow) -> Mapping[str, Any]:
    """A row of the preview."""
    title = row.title_pl if rows.language() == "pl" else row.title_en
    return {"row": row, "title": title or row.title_pl or row.title_en or "", "new": row.effect == "new"}
