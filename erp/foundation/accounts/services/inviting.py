"""People come and go."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import forget_access
from erp.foundation.accounts.models import User
from erp.foundation.accounts.services.roles import assign_role, owner_kept
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotFound
from erp.foundation.organisation.models import Branch, Company


class EmailTaken(BusinessError):
    """Somebody has this e-mail already, and it may not be told who."""

    code = "email-taken"
    message = _("This person's access has been stopped. Open it again instead of inviting.")


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
    user, _created = User.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name.strip(), "language": language, "password": "!"}
    )
    if not user.is_active:
        raise EmailTaken
    assign_role(user=user, role=role, company=company, branch=branch, actor=actor, at=at)
    return user


@use_case
def deactivate_user(*, user: User, actor: Actor, at: datetime) -> User:
    """
    Stop a person's access everywhere, at once. What the person did keeps their name. Safe to repeat.

    :raises LastOwner: when a company would be left without an owner.
    """
    locked = lock_rows(User.objects.filter(pk=user.pk))
    if not locked:
        raise NotFound
    with owner_kept():
        User.objects.filter(pk=user.pk).update(is_active=False)
    forget_access()
    locked[0].is_active = False
    return locked[0]
