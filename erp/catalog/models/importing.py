"""A catalogue file on its way in: the run, and its rows in the staging table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from erp.catalog.states import IMPORT_FLOW, ImportStatus
from erp.documents.models import Document
from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef


class ImportRun(HasRef, models.Model):
    """
    One file of products. ``applied_upto`` is the last group of rows that is taken over, so that a run goes on there.

    The counts of the preview: rows that can't be taken, and what the others would do to the catalogue.
    """

    scope = Scope(view="catalog.import")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"))
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name=_("file"))
    file_name = models.CharField(_("file"), max_length=200)
    status = IMPORT_FLOW.column(default=ImportStatus.WAITING)
    fault = models.JSONField(_("why it can't be read"), null=True)
    columns = models.JSONField(_("columns used"), default=list)
    ignored = models.JSONField(_("columns left aside"), default=list)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    wrong = models.PositiveIntegerField(_("with errors"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("unchanged"), default=0)
    applied_upto = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(_("uploaded"))
    created_by_kind = models.CharField(max_length=20)
    created_by_key = models.CharField(max_length=80)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a catalogue")
        verbose_name_plural = _("imports of catalogues")
        ordering = ("-pk",)
        constraints = (IMPORT_FLOW.check("import_status_known"),)

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """
    A row of the file as text and numbers; a blank cell or a missing column is NULL and leaves things as they are.

    ``number`` is the row as a spreadsheet counts it (the header is 1). Rows of one product share ``group_no``, the
    number of its first row. ``effect`` is what the row would do: wrong, new, changed, same.
    """

    scope = Scope(view="catalog.import", company="run__company")

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="staged", db_index=False)
    number = models.PositiveIntegerField()
    group_no = models.PositiveIntegerField()
    sku = models.TextField(null=True)
    product_code = models.TextField(null=True)
    title_pl = models.TextField(null=True)
    title_en = models.TextField(null=True)
    description_pl = models.TextField(null=True)
    description_en = models.TextField(null=True)
    brand = models.TextField(null=True)
    tax_class = models.TextField(null=True)
    unit = models.TextField(null=True)
    status = models.TextField(null=True)
    option1_name = models.TextField(null=True)
    option2_name = models.TextField(null=True)
    option3_name = models.TextField(null=True)
    option1 = models.TextField(null=True)
    option2 = models.TextField(null=True)
    option3 = models.TextField(null=True)
    barcode = models.TextField(null=True)
    barcode_kind = models.TextField(null=True)
    weight_g = models.IntegerField(null=True)
    length_mm = models.IntegerField(null=True)
    width_mm = models.IntegerField(null=True)
    height_mm = models.IntegerField(null=True)
    active = models.BooleanField(null=True)
    errors = models.JSONField(null=True)
    effect = models.CharField(max_length=10, blank=True)
    product_id = models.BigIntegerField(null=True)
    variant_id = models.BigIntegerField(null=True)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ("run", "number")
        constraints = (models.UniqueConstraint(fields=("run", "number"), name="import_row_once"),)
        indexes = (
            models.Index(fields=("run", "group_no"), name="import_row_by_group"),
            models.Index(fields=("run", "sku"), name="import_row_by_sku"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.sku}"
