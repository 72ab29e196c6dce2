"""The long jobs of the catalogue: reading a file, and taking it over."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from erp.catalog.models import ImportRun
from erp.catalog.services.importing import apply_catalogue, read_catalogue
from erp.catalog.states import ImportStatus
from erp.foundation.jobs.kinds import JobKind, Start, Step, register

READ, APPLY = "catalog.read_import", "catalog.apply_import"


def _read(start: Start) -> Iterator[Step]:
    run = ImportRun.objects.select_related("company", "document").get(pk=start.params["run"])
    if run.status != ImportStatus.WAITING:
        return
    before = 0
    for read in read_catalogue(run=run, actor=start.actor):
        yield Step(done=read - before, checkpoint={})
        before = read
    yield Step(done=0, checkpoint={}, result={"run": run.pk})


def _apply(start: Start) -> Iterator[Step]:
    run = ImportRun.objects.select_related("company").get(pk=start.params["run"])
    if run.status not in {ImportStatus.CHECKED, ImportStatus.APPLYING}:
        return
    for rows in apply_catalogue(run=run, actor=start.actor):
        yield Step(done=rows, total=run.rows, checkpoint={})
    run.refresh_from_db()
    yield Step(done=0, total=run.rows, failed=run.wrong, checkpoint={}, result={"run": run.pk})


register(JobKind(READ, _("Reading a catalogue file"), _read, "catalog.import"))
register(JobKind(APPLY, _("Taking over a catalogue file"), _apply, "catalog.import"))
