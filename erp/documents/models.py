"""Files that belong to records, and who opened the guarded ones."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.db import AppendOnly
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef, Ref


@tracked(exclude=("name",))
class Document(HasRef, models.Model):
    """
    A file of a record. The bytes lie in the storage at ``path``, which follows from their hash.

    The owner is named by kind and key, since it may belong to any app.
    """

    scope = Scope(view="documents.view")

    company = models.ForeignKey(Company, models.PROTECT, related_name="documents", verbose_name=_("company"))
    owner_kind = models.CharField(max_length=60)
    owner_key = models.CharField(max_length=60)
    kind = models.CharField(_("kind"), max_length=30)
    name = models.CharField(_("file name"), max_length=200)
    media_type = models.CharField(_("type of file"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField(_("added"))
    created_by_kind = models.CharField(max_length=20)
    created_by_key = models.CharField(max_length=80)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("owner_kind", "owner_key", "kind", "sha256"), name="document_stored_once"),
            models.CheckConstraint(name="document_sha256_form", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")),
            models.CheckConstraint(name="document_kind_form", condition=Q(kind__regex=r"^[a-z][a-z0-9_]*$")),
        )
        indexes = (models.Index(fields=("sha256",), name="document_by_content"),)

    def __str__(self) -> str:
        return self.name

    @property
    def owner(self) -> Ref:
        return Ref(self.owner_kind, self.owner_key)


class DocumentRead(AppendOnly):
    """Somebody opened a guarded file."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="reads")
    actor_kind = models.CharField(max_length=20)
    actor_key = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta(AppendOnly.Meta):
        verbose_name = _("reading of a document")
        verbose_name_plural = _("readings of documents")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.document_id} {self.at:%Y-%m-%d %H:%M}"
