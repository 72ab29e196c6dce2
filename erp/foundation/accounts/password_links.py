"""Links by which a person sets a password: once, for some days, and only while nothing else has changed it."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from config.env import ENV
from erp.foundation.accounts.models import User

DAYS_GOOD = settings.PASSWORD_RESET_TIMEOUT // 86400


def awaits_password(person: User) -> bool:
    """Whether an invited person has neither set a password nor signed in another way."""
    return person.is_active and not person.has_usable_password() and person.last_login is None


def password_link(person: User) -> str:
    """A new link; whoever opens it sets the password of this account. Setting one makes every other link void."""
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    uid, _dash, token = key.partition("-")
    return ENV.public_url + reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
