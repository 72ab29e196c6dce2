"""People come and go."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of, forget_access
from erp.foundation.accounts.events import AccessReopened, AccessStopped, NewPasswordAsked, PersonInvited
from erp.foundation.accounts.models import Membership, User
from erp.foundation.accounts.password_links import awaits_password
from erp.foundation.accounts.queries import first_company, runs_installation
from erp.foundation.accounts.services.roles import MANAGE_PEOPLE, assign_role, may_give, owner_kept
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotAllowed, NotFound
from erp.foundation.events.facts import Fact
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Branch, Company


class EmailTaken(BusinessError):
    """Somebody has this e-mail already, and it may not be told who."""

    code = "email-taken"
    message = _("This person's access has been stopped. Open it again instead of inviting.")


class AlreadyIn(BusinessError):
    """There is nothing to invite to."""

    code = "already-in"
    message = _("This person does not wait for an invitation any more.")


@use_case
def invite_user(
    *,
    email: str,
    name: str,
    role: str,
    company: Company,
    branch: Branch | None = None,
    language: str = "en",
    actor: Actor,
    at: datetime,
) -> User:
    """
    Let a person in with a first role; the person has no password until they set one by the mailed link.

    Safe to repeat: the e-mail is unique, and a person who is here already gets the role besides.

    :raises EmailTaken: when the person's access was stopped.
    """
    user, created = User.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name.strip(), "language": language, "password": "!"}
    )
    if not user.is_active:
        raise EmailTaken
    assign_role(user=user, role=role, company=company, branch=branch, actor=actor, at=at)
    if created:
        publish(PersonInvited(user_id=user.pk, company_id=company.pk), actor=actor, subjects=[user.ref])
    return user


@use_case
def invite_again(*, user: User, actor: Actor, at: datetime) -> User:
    """
    Send the invitation once more, with a new link.

    :raises AlreadyIn: when the person has set a password, signed in, or been stopped.
    :raises NotAllowed: when the person works in a company where the actor manages nobody.
    """
    if not may_stop(actor, user):
        raise NotAllowed(permission=MANAGE_PEOPLE)
    if not awaits_password(user):
        raise AlreadyIn
    if company := first_company(user):
        publish(PersonInvited(user_id=user.pk, company_id=company), actor=actor, subjects=[user.ref])
    return user


@use_case
def ask_new_password(*, user: User, actor: Actor, at: datetime) -> None:
    """Somebody says that they are this person and have forgotten the password; the answer goes to the e-mail only."""
    if company := first_company(user):
        publish(NewPasswordAsked(user_id=user.pk, company_id=company), actor=actor, subjects=[user.ref])


@use_case
def deactivate_user(*, user: User, actor: Actor, at: datetime) -> User:
    """
    Stop a person's access everywhere, at once. What the person did keeps their name. Safe to repeat.

    :raises LastOwner: when a company would be left without an owner.
    :raises NotAllowed: when the person works in a company where the actor manages nobody.
    """
    return _set_active(user, False, AccessStopped(user_id=user.pk), actor)


@use_case
def reopen_access(*, user: User, actor: Actor, at: datetime) -> User:
    """
    Let a person in again, with the roles they had. Safe to repeat.

    :raises NotAllowed: when the person works in a company where the actor manages nobody.
    """
    return _set_active(user, True, AccessReopened(user_id=user.pk), actor)


def may_stop(actor: Actor, user: User) -> bool:
    """
    Whether the actor manages the people of every company that a person works in, owners included.

    Who runs the installation is stopped, or let in by a link, only by who runs it too.
    """
    if user.runs_installation and not runs_installation(actor):
        return False
    access = access_of(actor)
    roles = Membership.objects.filter(user=user).values_list("company_id", "branch_id", "role")
    return access.everything or all(
        access.can(MANAGE_PEOPLE, company=company, branches=[branch]) and may_give(actor, role, company)
        for company, branch, role in roles
    )


def _set_active(user: User, is_active: bool, fact: Fact, actor: Actor) -> User:
    locked = lock_rows(User.objects.filter(pk=user.pk))
    if not locked:
        raise NotFound
    if not may_stop(actor, user):
        raise NotAllowed(permission=MANAGE_PEOPLE)
    person = locked[0]
    if person.is_active != is_active:
        with owner_kept():
            User.objects.filter(pk=user.pk).update(is_active=is_active)
        publish(fact, actor=actor, subjects=[user.ref])
    forget_access()
    person.is_active = is_active
    return person
