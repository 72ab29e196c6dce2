"""Where people and keys stand in the navigation and on timelines."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping
from erp.foundation.accounts.models import ApiKey, User
from erp.foundation.accounts.roles import ROLES
from erp.foundation.actor import Actor
from erp.foundation.web import checklist, nav, subjects, timeline

nav.register(
    nav.NavItem("accounts", _("People"), "accounts:people", "users", "accounts.view_people", group="setup", order=70)
)
nav.register(
    nav.NavItem("accounts", _("API keys"), "accounts:keys", "key", "accounts.manage_keys", group="setup", order=80)
)


def _person(actor: Any, key: str) -> Any:
    from erp.foundation.accounts.portal.people import visible_person

    return visible_person(actor, key)


subjects.register("accounts.user", subjects.Subject(_("Person"), "accounts:person", load=_person, icon="user"))


def _role(sentence: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda data: (
        gettext(sentence) % {"role": ROLES[data["role"]].label if data["role"] in ROLES else data["role"]}
    )


timeline.register("accounts.FirstPersonLetIn", _("Began with this installation"), icon="flag", tone="good")
timeline.register("accounts.PersonInvited", _("Invited"), icon="mail")
timeline.register("accounts.InstallationGiven", _("Runs the installation"), icon="shield-check", tone="good")
timeline.register("accounts.InstallationTaken", _("Runs the installation no more"), icon="shield-check", tone="warn")
timeline.register("accounts.NewPasswordAsked", _("New password asked for"), icon="key")
timeline.register("accounts.RoleGiven", _role(gettext_noop("Role “%(role)s” given")), icon="user-plus", tone="good")
timeline.register("accounts.RoleTaken", _role(gettext_noop("Role “%(role)s” taken")), icon="user", tone="warn")
timeline.register("accounts.AccessStopped", _("Access stopped"), icon="shield-lock", tone="bad")
timeline.register("accounts.AccessReopened", _("Access open again"), icon="shield-check", tone="good")
timeline.register("accounts.ApiKeyMade", _("API key made"), icon="key")
timeline.register("accounts.ApiKeyRevoked", _("API key revoked"), icon="key", tone="warn")


def _people(actor: Actor) -> checklist.State:
    count = scoping.visible(User.objects.filter(is_active=True), actor).count()
    words = ngettext("%(n)s person", "%(n)s people", count) % {"n": count} if count > 1 else gettext("only you")
    return checklist.State(words, done=count > 1)


def _keys(actor: Actor) -> checklist.State:
    count = scoping.visible(ApiKey.objects.filter(revoked_at=None), actor).count()
    words = ngettext("%(n)s key", "%(n)s keys", count) % {"n": count} if count else gettext("none yet")
    return checklist.State(words, done=None)


checklist.register(
    checklist.Line(
        "accounts.people",
        _("People and their roles"),
        _("Everybody signs in as themselves and sees what their work needs."),
        "users",
        "accounts:people",
        "accounts.view_people",
        "people",
        _people,
        checklist.Step(_("Invite people"), "accounts:invite", "accounts.manage_people"),
        order=60,
    )
)
checklist.register(
    checklist.Line(
        "accounts.keys",
        _("API keys"),
        _("For programs of your own that read or write here."),
        "key",
        "accounts:keys",
        "accounts.manage_keys",
        "people",
        _keys,
        order=70,
    )
)
