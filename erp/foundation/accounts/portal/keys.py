"""API keys: the list, making one, revoking one."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping, services
from erp.foundation.accounts.models import ApiKey, User
from erp.foundation.accounts.portal.forms import KeyForm
from erp.foundation.permissions import permissions
from erp.foundation.web.forms.base import FormPage
from erp.foundation.web.lists import Column, Empty, Link, ListPage
from erp.foundation.web.records import ActionView

MANAGE = "accounts.manage_keys"


class KeyList(ListPage):
    """The keys of the actor's companies."""

    permission = MANAGE
    name = "accounts.keys"
    title = _("API keys")
    sort = "name"
    columns = (
        Column("name", _("Name"), sort="name", main=True),
        Column("company", _("Company"), value="company.name", sort="company__name"),
        Column("prefix", _("Begins with"), "code"),
        Column("scopes", _("May"), value=lambda key: ", ".join(in_words(key.scopes))),
        Column("last_used_at", _("Last used"), "moment", sort="last_used_at", nullable=True),
        Column("expires_at", _("Good until"), "moment", sort="expires_at", nullable=True),
        Column(
            "state",
            _("Status"),
            "pill",
            value=lambda key: _("Revoked") if key.revoked_at else _("In use"),
            tone=lambda key: "" if key.revoked_at else "good",
        ),
        Column("revoke", _("Action"), template="accounts/staff/revoke.html", value=lambda key: key),
    )
    search_fields = ("name__icontains", "prefix__istartswith")
    links = (Link(_("New key"), "accounts:new-key", MANAGE),)
    empty = Empty(_("No keys yet"), _("A key lets another program use the API of one company."), "key")

    def rows(self) -> "QuerySet[ApiKey]":
        return scoping.visible(ApiKey.objects.select_related("company"), self.actor)


class NewKey(FormPage):
    """Make a key; the answer shows it, once."""

    permission = MANAGE
    title, label, done = _("New API key"), _("Make the key"), ""
    form_class = KeyForm
    parent = (_("API keys"), "accounts:keys")
    made: tuple[ApiKey, str] | None = None

    def form_arguments(self) -> dict[str, Any]:
        return {"actor": self.actor}

    def save(self, form: Any, lines: list[dict[str, Any]]) -> str:
        data = form.cleaned_data
        company, branch = data["place"]
        assert isinstance(self.request.user, User)
        self.made = services.create_api_key(
            company=company,
            branch=branch,
            name=data["name"],
            scopes=data["scopes"],
            reads=data["reads"],
            expires_at=_end_of(data["expires_on"]) if data["expires_on"] else None,
            owner=self.request.user,
            actor=self.actor,
            at=self.now(),
        )
        return reverse("accounts:keys")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        if self.made is None:
            return answer
        row, key = self.made
        context = {"title": _("The key is made"), "row": row, "key": key} | self.parent_context()
        shown = self.render("accounts/staff/key_made.html", context)
        shown.cookies.update(answer.cookies)
        shown["Cache-Control"] = "no-store"
        return shown


class RevokeKey(ActionView):
    """Stop a key."""

    permission = MANAGE
    title, label, danger, done = _("Revoke this key?"), _("Revoke"), True, _("The key is revoked.")
    model = ApiKey
    record: ApiKey

    def find(self, pk: Any) -> ApiKey | None:
        rows = scoping.visible(ApiKey.objects.select_related("company"), self.actor)
        return rows.filter(pk=pk, revoked_at=None).first()

    def question(self) -> str | Promise:
        return _("The program that uses “%(name)s” is refused from this moment. This can't be undone.") % {
            "name": self.record.name
        }

    def act(self, form: Any) -> None:
        services.revoke_api_key(key=self.record, actor=self.actor, at=self.now())

    def done_url(self) -> str:
        return reverse("accounts:keys")


def in_words(scopes: Sequence[str]) -> list[str]:
    """What a key may, as people read it."""
    known = permissions()
    return [str(known[name].label) if name in known else name for name in scopes]


def _end_of(day: Any) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC) + timedelta(days=1)
