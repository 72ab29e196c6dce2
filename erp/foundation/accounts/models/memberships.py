"""Who has which role where."""

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.models.owners import LOCK_COMPANY, OWNER, OWNER_LEFT
from erp.foundation.accounts.models.users import User
from erp.foundation.accounts.roles import ROLES
from erp.foundation.history import tracked
from erp.foundation.organisation.models import Branch, Company


@tracked()
class Membership(models.Model):
    """A role that a person has in a company, or in one branch of it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=[(role.name, role.label) for role in ROLES.values()])
    company = models.ForeignKey(Company, models.PROTECT, related_name="memberships", verbose_name=_("company"))
    branch = models.ForeignKey(
        Branch,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("branch"),
        help_text=_("Empty: all."),
    )
    created_at = models.DateTimeField(_("since"))

    if TYPE_CHECKING:
        user_id: int
        company_id: int
        branch_id: int | None

    class Meta:
        verbose_name = _("role of a person")
        verbose_name_plural = _("roles of people")
        ordering = ("company", "user", "role")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "company", "role", "branch"), name="membership_once", nulls_distinct=False
            ),
            models.CheckConstraint(name="membership_role_known", condition=Q(role__in=list(ROLES))),
            models.CheckConstraint(name="owner_of_all_branches", condition=~Q(role=OWNER) | Q(branch=None)),
        )
        indexes = (models.Index(fields=("company", "role"), name="membership_company_role"),)
        triggers = (
            pgtrigger.Trigger(
                name="keep_an_owner",
                operation=pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.After,
                condition=pgtrigger.Condition("OLD.role = 'owner'"),
                func=(LOCK_COMPANY + OWNER_LEFT + "RETURN NULL;").format(company="OLD.company_id"),
            ),
            # A person who is being deactivated at this moment must not become the owner who is left.
            pgtrigger.Trigger(
                name="owner_is_settled",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Condition("NEW.role = 'owner'"),
                func="PERFORM 1 FROM accounts_user WHERE id = NEW.user_id FOR SHARE; RETURN NEW;",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
