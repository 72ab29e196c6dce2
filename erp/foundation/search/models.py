"""The index."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from erp.foundation.organisation.models import Company
from erp.foundation.refs import Ref


class SearchEntry(models.Model):
    """
    One record that can be found.

    ``title`` and ``detail`` are shown; ``words`` is what is searched, lower case and without accents: numbers,
    names, e-mails, codes. ``permission`` is what one needs to see it, in ``company``.
    """

    company = models.ForeignKey(Company, models.CASCADE)
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    permission = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    detail = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=80, blank=True, help_text="The number or SKU people type whole; lower case.")
    words = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "key"), name="search_entry_once"),)
        indexes = (
            GinIndex(OpClass(models.F("words"), name="gin_trgm_ops"), name="search_entry_words"),
            models.Index(fields=["code"], name="search_entry_code", opclasses=["varchar_pattern_ops"]),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> Ref:
        return Ref(self.kind, self.key)
