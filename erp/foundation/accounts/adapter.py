"""How allauth behaves here: nobody signs up, people are invited."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from erp.foundation import clock
from erp.foundation.accounts import services
from erp.foundation.actor import Actor


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Sign-in without sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an account is made by an invitation (`services.invite_user`)."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """
        Leave counting wrong passwords to axes, which counts by person and address together.

        allauth's own count is by person alone, so that anybody could keep anybody out.
        """

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """Leave the mail to the mailbox; so an answer takes as long whether or not there is such a person."""
        services.ask_new_password(user=user, actor=Actor("user", str(user.pk)), at=clock.now())


class InvitedOnlyAdapter(DefaultSocialAccountAdapter):
    """Signing in at a provider of the firm: for people who are here already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Say no: whom nobody invited, or whose e-mail the provider has not verified, does not get in."""
        return False


def signing_in_as(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The e-mail that somebody tries to sign in with, in small letters; axes counts by it."""
    given = (credentials or {}).get("email") or (credentials or {}).get("username") or request.POST.get("login", "")
    return str(given).strip().lower()
