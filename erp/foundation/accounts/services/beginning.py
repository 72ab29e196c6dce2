"""The first person of an installation."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.events import FirstPersonLetIn
from erp.foundation.accounts.models import User
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Invalid
from erp.foundation.events.publishing import publish

# Nothing is there yet that could be locked.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('accounts:first_person', 0))"


class BegunAlready(BusinessError):
    """Somebody is here; from now on people are invited."""

    code = "begun-already"
    message = _("This installation has people already. Sign in, or ask one of them to invite you.")


@use_case
def let_first_person_in(*, email: str, name: str, password: str, language: str, actor: Actor, at: datetime) -> User:
    """
    Let the first person in, who runs the installation and founds the first company next.

    :raises BegunAlready: when there is anybody already, also one who came at the same moment.
    :raises Invalid: for a password that is too weak.
    """
    try:
        validate_password(password, User(email=email, name=name))
    except ValidationError as error:
        raise Invalid(field="password", reason=" ".join(error.messages)) from error
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
    if User.objects.exists():
        raise BegunAlready
    user = User.objects.create_user(email, password, name=name.strip(), language=language, runs_installation=True)
    publish(FirstPersonLetIn(user_id=user.pk), actor=actor, subjects=[user.ref])
    return user
