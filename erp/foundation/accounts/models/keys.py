"""Keys by which other programs use the API."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.models.users import User
from erp.foundation.actor import Actor
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.refs import HasRef


@tracked(exclude=("digest", "last_used_at"))
class ApiKey(HasRef, models.Model):
    """
    A program's key to the API of one company.

    The key itself is shown once and never kept: the table holds its SHA-256, which is enough for a random
    key of 256 bits. ``scopes`` are permission patterns, ``reads`` the field rules whose values it gets.
    """

    company = models.ForeignKey(Company, models.PROTECT, related_name="api_keys", verbose_name=_("company"))
    branch = models.ForeignKey(
        Branch, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("branch")
    )
    name = models.CharField(_("name"), max_length=100)
    prefix = models.CharField(_("begins with"), max_length=12, unique=True)
    digest = models.CharField(max_length=64, editable=False)
    scopes = ArrayField(models.CharField(max_length=80), verbose_name=_("may"))
    reads = ArrayField(models.CharField(max_length=40), default=list, blank=True, verbose_name=_("reads"))
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("made by"))
    created_at = models.DateTimeField(_("since"))
    expires_at = models.DateTimeField(_("until"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    last_used_at = models.DateTimeField(_("last used"), null=True, blank=True)

    if TYPE_CHECKING:
        company_id: int
        branch_id: int | None

    class Meta:
        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering = ("company", "name", "pk")
        constraints = (
            models.CheckConstraint(name="api_key_digest_form", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
            models.CheckConstraint(name="api_key_may_something", condition=Q(scopes__len__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    @property
    def actor(self) -> Actor:
        """The key, as events and services name who acts."""
        return Actor("apikey", str(self.pk))
