"""Places that goods can be in, real and virtual."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.scoping import Scope, ScopedQuerySet
from erp.foundation.history import tracked
from erp.foundation.organisation.models import CODE, Branch, Company
from erp.foundation.refs import HasRef


class LocationKind(models.TextChoices):
    """Internal places (warehouse, zone, bin) and transit hold stock; the others are where it comes from or goes."""

    WAREHOUSE = "warehouse", _("Warehouse")
    ZONE = "zone", _("Zone")
    BIN = "bin", _("Bin")
    TRANSIT = "transit", _("On the way")
    SUPPLIER = "supplier", _("Suppliers")
    CUSTOMER = "customer", _("Customers")
    SCRAP = "scrap", _("Scrap")
    PRODUCTION = "production", _("Production")
    ADJUSTMENT = "adjustment", _("Stock corrections")


INTERNAL = frozenset({LocationKind.WAREHOUSE, LocationKind.ZONE, LocationKind.BIN})
STOCKED = INTERNAL | {LocationKind.TRANSIT}
VIRTUAL = frozenset(LocationKind) - STOCKED
_ONE_A_COMPANY = sorted(VIRTUAL | {LocationKind.TRANSIT})


@tracked()
class Location(HasRef, models.Model):
    """
    A place in the tree warehouse > zone > bin of a branch, or one of the company's virtual places.

    ``lineage`` is the way from the warehouse down to the place itself, as ids; the database writes it. Where a
    place stands in the tree never changes, since its moves are for ever: a new place is made instead.
    Reservations are made in ``pickable`` places only (not in quarantine), in order of ``sequence``.
    """

    scope = Scope(view="inventory.view", branch="branch")

    company = models.ForeignKey(Company, models.PROTECT, related_name="+", db_index=False, verbose_name=_("company"))
    branch = models.ForeignKey(
        Branch, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("branch")
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="children", null=True, blank=True, verbose_name=_("lies in")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=LocationKind)
    code = models.CharField(_("code"), max_length=32)
    name = models.CharField(_("name"), max_length=100)
    pickable = models.BooleanField(_("stock here may be sold"), default=True)
    sequence = models.PositiveIntegerField(_("order of picking"), default=100)
    active = models.BooleanField(_("in use"), default=True)
    lineage = ArrayField(models.BigIntegerField(), editable=False, default=list)

    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ("company", "code")
        constraints = (
            models.UniqueConstraint(fields=("company", "code"), name="location_code_once"),
            # The target of foreign keys with two columns: moves and levels stay inside the company.
            models.UniqueConstraint(fields=("id", "company"), name="location_with_company"),
            models.UniqueConstraint(
                fields=("company", "kind"), name="location_virtual_once", condition=Q(kind__in=_ONE_A_COMPANY)
            ),
            models.CheckConstraint(name="location_kind_known", condition=Q(kind__in=LocationKind.values)),
            models.CheckConstraint(name="location_code_form", condition=Q(code__regex=CODE)),
            models.CheckConstraint(
                name="location_branch_of_internal",
                condition=Q(kind__in=sorted(INTERNAL), branch__isnull=False) | Q(kind__in=_ONE_A_COMPANY, branch=None),
            ),
            models.CheckConstraint(
                name="location_parent_of_kind",
                condition=Q(kind__in=["zone", "bin"], parent__isnull=False)
                | (~Q(kind__in=["zone", "bin"]) & Q(parent=None)),
            ),
            models.CheckConstraint(
                name="location_pickable_is_internal", condition=Q(pickable=False) | Q(kind__in=sorted(INTERNAL))
            ),
            models.CheckConstraint(name="location_not_in_itself", condition=~Q(parent=F("id"))),
        )
        triggers = (
            pgtrigger.Trigger(
                name="lineage",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                declare=[("above", "inventory_location")],
                func="""
                    NEW.lineage := ARRAY[NEW.id];
                    IF NEW.parent_id IS NOT NULL THEN
                        SELECT * INTO above FROM inventory_location WHERE id = NEW.parent_id;
                        IF above.company_id IS DISTINCT FROM NEW.company_id
                            OR above.branch_id IS DISTINCT FROM NEW.branch_id
                            OR above.kind NOT IN ('warehouse', 'zone')
                            OR (NEW.kind = 'zone' AND above.kind <> 'warehouse')
                        THEN
                            RAISE EXCEPTION 'a place lies in a warehouse or zone of its own branch'
                                USING ERRCODE = 'check_violation', CONSTRAINT = 'location_fits_parent';
                        END IF;
                        NEW.lineage := above.lineage || NEW.id;
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(
                name="place_is_fixed",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__company_id__df=pgtrigger.F("new__company_id"))
                | pgtrigger.Q(old__branch_id__df=pgtrigger.F("new__branch_id"))
                | pgtrigger.Q(old__parent_id__df=pgtrigger.F("new__parent_id"))
                | pgtrigger.Q(old__kind__df=pgtrigger.F("new__kind"))
                | pgtrigger.Q(old__lineage__df=pgtrigger.F("new__lineage")),
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def shown(self) -> str:
        """What people read: the code of a real place, the word for a virtual one."""
        return self.code if self.kind in INTERNAL else self.get_kind_display()
