"""Catalogues from files: received, read and checked, taken over chunk by chunk, or put aside."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.db import IntegrityError, transaction

from erp.catalog.events import ProductChanged, ProductCreated, VariantChanged
from erp.catalog.importing import applying, staging
from erp.catalog.importing.checking import Checked, Known, RowChecker, tax_class_words
from erp.catalog.importing.reading import MOST_ROWS, UnreadableFile, read_table
from erp.catalog.models import ImportRow, ImportRun, Product, Unit, Variant
from erp.catalog.states import IMPORT_FLOW, ImportStatus
from erp.documents import queries as document_queries
from erp.documents import services as documents
from erp.fiscal import queries as fiscal
from erp.fiscal.models import TaxClass
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.events.publishing import publish, without_notify
from erp.foundation.organisation.models import Company
from erp.foundation.refs import ref_of

STAGED_AT_ONCE = 10_000
WRITTEN_AT_ONCE = 4_000
_ATTEMPTS = 3


@use_case
def receive_catalogue(*, company: Company, file_name: str, content: bytes, actor: Actor, at: datetime) -> ImportRun:
    """
    Keep a catalogue file, to be read by :func:`read_catalogue`.

    :raises InvalidDocument: when it is empty or larger than 50 MB.
    """
    run = ImportRun.objects.create(
        company=company,
        file_name=file_name[:200],
        created_at=at,
        created_by_kind=actor.kind,
        created_by_key=actor.key,
    )
    run.document = documents.store_document(
        owner=run.ref,
        company=company,
        name=file_name,
        media_type="application/octet-stream",
        content=content,
        kind="import",
        actor=actor,
        at=at,
    )
    run.save(update_fields=["document"])
    return run


def read_catalogue(*, run: ImportRun, actor: Actor) -> Iterator[int]:
    """
    Read and check a received file, in steps of 10,000 rows; yields how many are read. Nothing is changed but the run.

    Safe to cut off and repeat. A file that can't be read ends the run as unreadable, with the reason.
    """
    _forget_rows(run=run)
    read = 0
    try:
        assert run.document is not None
        table = read_table(document_queries.content_of(run.document))
        checker = RowChecker(table.columns, _known(run.company))
        rows = (checker.check(number, cells) for number, cells in table.rows)
        while batch := list(islice(rows, STAGED_AT_ONCE)):
            read += len(batch)
            if read > MOST_ROWS:
                raise UnreadableFile("too-many-rows", most=MOST_ROWS)
            _stage(run=run, rows=batch)
            yield read
        if not read:
            raise UnreadableFile("empty")
    except UnreadableFile as error:
        _refuse_file(run=run, error=error, actor=actor)
        return
    _finish_reading(run=run, columns=list(table.columns.values()), ignored=table.ignored, actor=actor)


def apply_catalogue(*, run: ImportRun, actor: Actor) -> Iterator[int]:
    """
    Take over the right rows of a checked file, chunk by chunk; yields how many rows each had.

    Each chunk is a transaction that notes how far it got, so it may be cut off, repeated, and go on where it was.
    Rows are checked again when their turn comes: the catalogue may have changed since the preview.
    """
    _begin_applying(run=run, actor=actor)
    with without_notify():
        while chunk := staging.next_chunk(run, run.applied_upto, WRITTEN_AT_ONCE):
            _apply_chunk_safely(run, chunk.upto, actor)
            run.applied_upto = chunk.upto
            yield chunk.rows
    _finish_applying(run=run, actor=actor)


@use_case
def discard_import(*, run: ImportRun, actor: Actor, at: datetime) -> ImportRun:
    """
    Put a file aside without taking it over. Safe to repeat.

    :raises IllegalMove: when it is being taken over or is done.
    """
    row = _locked(run)
    if IMPORT_FLOW.move(row, to=ImportStatus.DISCARDED, actor=actor):
        ImportRow.objects.filter(run=row).delete()
    return row


def _known(company: Company) -> Known:
    day = clock.day_in(company.time_zone, clock.now())
    units: dict[str, str] = {}
    for unit in Unit.objects.all():
        for word in (unit.name_en, unit.name_pl, unit.code):
            units[word.lower()] = unit.code
    codes = list(TaxClass.objects.values_list("code", flat=True))
    return Known(tax_class_words(fiscal.rates_for([company.country], day), codes), units)


@use_case
def _forget_rows(*, run: ImportRun) -> None:
    """What a reading that was cut off has left."""
    ImportRow.objects.filter(run=run).delete()


@use_case
def _stage(*, run: ImportRun, rows: Sequence[Checked]) -> None:
    staging.stage(run, rows)


@use_case
def _refuse_file(*, run: ImportRun, error: UnreadableFile, actor: Actor) -> None:
    row = _locked(run)
    ImportRow.objects.filter(run=row).delete()
    IMPORT_FLOW.move(row, to=ImportStatus.UNREADABLE, actor=actor)
    ImportRun.objects.filter(pk=row.pk).update(fault={"code": error.code, **error.params})


@use_case
def _finish_reading(*, run: ImportRun, columns: list[str], ignored: list[str], actor: Actor) -> None:
    row = _locked(run)
    with staging.checked_rows(row):
        staging.keep_effects()
    IMPORT_FLOW.move(row, to=ImportStatus.CHECKED, actor=actor)
    ImportRun.objects.filter(pk=row.pk).update(columns=columns, ignored=ignored, **staging.count_effects(row))


@use_case
def _begin_applying(*, run: ImportRun, actor: Actor) -> None:
    row = _locked(run)
    IMPORT_FLOW.move(row, to=ImportStatus.APPLYING, actor=actor)
    run.applied_upto = row.applied_upto


def _apply_chunk_safely(run: ImportRun, upto: int, actor: Actor) -> None:
    """A chunk once more when somebody took one of its SKUs or barcodes in this moment: the check then finds it."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            _apply_chunk(run=run, upto=upto, actor=actor)
            return
        except IntegrityError:
            if attempt == _ATTEMPTS or transaction.get_connection().in_atomic_block:
                raise


@use_case
def _apply_chunk(*, run: ImportRun, upto: int, actor: Actor) -> None:
    row = _locked(run)
    with staging.checked_rows(row, after=row.applied_upto, upto=upto):
        written = applying.write_chunk(row, at=clock.now())
    ImportRun.objects.filter(pk=row.pk).update(applied_upto=upto)
    for key in written.new_products:
        publish(ProductCreated(product_id=key), actor=actor, subjects=[ref_of(Product, key)])
    for key in written.changed_products:
        publish(ProductChanged(product_id=key), actor=actor, subjects=[ref_of(Product, key)])
    for key in written.changed_variants:
        publish(VariantChanged(variant_id=key), actor=actor, subjects=[ref_of(Variant, key)])


@use_case
def _finish_applying(*, run: ImportRun, actor: Actor) -> None:
    row = _locked(run)
    counts = staging.count_effects(row)
    ImportRow.objects.filter(run=row, errors__isnull=True).delete()  # the wrong ones stay for the report
    IMPORT_FLOW.move(row, to=ImportStatus.DONE, actor=actor)
    ImportRun.objects.filter(pk=row.pk).update(**counts)


def _locked(run: ImportRun) -> ImportRun:
    return lock_rows(ImportRun.objects.filter(pk=run.pk).select_related("company"))[0]
