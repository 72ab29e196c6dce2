"""Who runs the installation: the people to whom what belongs to no company is open."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.events import InstallationGiven, InstallationTaken
from erp.foundation.accounts.models import User
from erp.foundation.accounts.queries import runs_installation
from erp.foundation.actor import Actor
from erp.foundation.db import lock_rows, use_case
from erp.foundation.errors import BusinessError, NotAllowed
from erp.foundation.events.facts import Fact
from erp.foundation.events.publishing import publish


class NobodyElse(BusinessError):
    """Somebody must run the installation."""

    code = "nobody-else"
    message = _("Nobody else runs this installation. Give it to another person first.")


@use_case
def give_installation(*, user: User, actor: Actor, at: datetime) -> User:
    """
    Let a person run the installation, besides those who do. Safe to repeat.

    :raises NotAllowed: unless the actor runs it.
    """
    _check(actor)
    return _set(user, True, InstallationGiven(user_id=user.pk), actor)


@use_case
def take_installation(*, user: User, actor: Actor, at: datetime) -> User:
    """
    Let a person run the installation no longer. Safe to repeat.

    :raises NobodyElse: when nobody would be left who can sign in and run it.
    :raises NotAllowed: unless the actor runs it.
    """
    _check(actor)
    running = lock_rows(User.objects.filter(runs_installation=True, is_active=True))
    if all(person.pk == user.pk for person in running):
        raise NobodyElse
    return _set(user, False, InstallationTaken(user_id=user.pk), actor)


def _check(actor: Actor) -> None:
    if not runs_installation(actor):
        raise NotAllowed(permission="installation")


def _set(user: User, runs: bool, fact: Fact, actor: Actor) -> User:
    if User.objects.filter(pk=user.pk, runs_installation=not runs).update(runs_installation=runs):
        publish(fact, actor=actor, subjects=[user.ref])
    user.runs_installation = runs
    return user
