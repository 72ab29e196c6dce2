"""Roles are given and taken."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of, forget_access
from erp.foundation.accounts.events import RoleGiven, RoleTaken
from erp.foundation.accounts.models import Membership, User
from erp.foundation.accounts.models.owners import KEEPS_AN_OWNER, OWNER
from erp.foundation.accounts.roles import ROLES
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Invalid, NotAllowed
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Branch, Company

MANAGE_PEOPLE = "accounts.manage_people"


class LastOwner(BusinessError):
    """The company would be left without an owner who can sign in."""

    code = "last-owner"
    message = _("This is the company's last owner. Make somebody else an owner first.")


@use_case
def assign_role(
    *, user: User, role: str, company: Company, branch: Branch | None = None, actor: Actor, at: datetime
) -> Membership:
    """
    Give a person a role in a company, or in one branch of it. Safe to repeat.

    :raises NotAllowed: when somebody who is no owner makes one.
    :raises Invalid: for a role that doesn't exist, or a branch of another company.
    """
    if role not in ROLES:
        raise Invalid(field="role", reason=_("there is no such role"))
    if branch is not None and branch.company_id != company.pk:
        raise Invalid(field="branch", reason=_("it belongs to another company"))
    if branch is not None and role == OWNER:
        raise Invalid(field="branch", reason=_("an owner has all branches"))
    _check_may_give(actor, role, company)
    membership, created = Membership.objects.get_or_create(
        user=user, role=role, company=company, branch=branch, defaults={"created_at": at}
    )
    if created:
        given = RoleGiven(user_id=user.pk, role=role, company_id=company.pk, branch_id=membership.branch_id)
        publish(given, actor=actor, subjects=[user.ref, company.ref])
    forget_access()
    return membership


@use_case
def revoke_role(*, membership: Membership, actor: Actor, at: datetime) -> None:
    """
    Take a role from a person. Safe to repeat.

    :raises LastOwner: when it is the company's last owner.
    :raises NotAllowed: when somebody who is no owner takes the role of one.
    """
    _check_may_give(actor, membership.role, membership.company)
    with owner_kept():
        taken, _rows = Membership.objects.filter(pk=membership.pk).delete()
    if taken:
        fact = RoleTaken(
            user_id=membership.user_id,
            role=membership.role,
            company_id=membership.company_id,
            branch_id=membership.branch_id,
        )
        publish(fact, actor=actor, subjects=[membership.user.ref, membership.company.ref])
    forget_access()


@contextmanager
def owner_kept() -> Iterator[None]:
    """
    Say what the database's guard means.

    :raises LastOwner: when the statements inside would leave a company without an owner.
    """
    try:
        yield
    except IntegrityError as error:
        if getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) == KEEPS_AN_OWNER:
            raise LastOwner from error
        raise


def may_give(actor: Actor, role: str, company: int) -> bool:
    """Only an owner makes or unmakes owners: an administrator must not be able to become one alone."""
    if role != OWNER or actor.kind == "system":
        return True
    grants = access_of(actor).grants
    return any(grant.company == company and grant.source == f"role:{OWNER}" for grant in grants)


def _check_may_give(actor: Actor, role: str, company: Company) -> None:
    if not may_give(actor, role, company.pk):
        raise NotAllowed(permission=MANAGE_PEOPLE)
