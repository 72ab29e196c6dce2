"""Deliveries that came without a purchase order of ours."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Company
from erp.foundation.refs import HasRef
from erp.inventory.models.locations import Location


@tracked()
class GoodsIn(HasRef, models.Model):
    """
    A delivery booked in by hand; its moves are those that name it as their origin.

    ``key`` is the name under which its maker asked for it, so that asking twice makes one.
    """

    scope = Scope(view="inventory.view", branch="location__branch")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", verbose_name=_("company"))
    location = models.ForeignKey(Location, models.PROTECT, related_name="+", verbose_name=_("place"))
    delivery_note = models.CharField(_("delivery note"), max_length=60, blank=True)
    key = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField(_("received"))

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("goods-in")
        verbose_name_plural = _("goods-in")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=("company", "key"), name="goods_in_key_once", condition=~Q(key="")),
        )

    def __str__(self) -> str:
        return self.delivery_note or f"#{self.pk}"
