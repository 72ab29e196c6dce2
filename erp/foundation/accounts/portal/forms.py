"""Forms about people, roles and API keys."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts import scoping
from erp.foundation.accounts.actors import access_of
from erp.foundation.accounts.models.users import Language
from erp.foundation.accounts.roles import ROLES
from erp.foundation.accounts.services import may_give
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.permissions import field_rules, permissions
from erp.foundation.web.forms import fields
from erp.foundation.web.forms.base import Form


class PlaceField(forms.ChoiceField):
    """A company as a whole, or one of its branches, where the actor holds a permission."""

    def __init__(self, permission: str, **options: Any) -> None:
        self.permission = permission
        super().__init__(**options)

    def by(self, actor: Actor) -> None:
        """Offer the places of the person who looks."""
        reach = access_of(actor).reach(self.permission)
        choices = []
        for company in Company.objects.filter(pk__in=reach.anywhere).prefetch_related("branches"):
            whole = company.pk in reach.companies
            if whole:
                choices.append((f"{company.pk}:", _("%(company)s, all branches") % {"company": company.name}))
            choices += [
                (f"{company.pk}:{branch.pk}", f"{company.name}, {branch.name}")
                for branch in company.branches.all()
                if whole or branch.pk in reach.branches
            ]
        self.choices = choices

    def clean(self, value: Any) -> tuple[Company, Branch | None]:
        """The company, and the branch if one was chosen."""
        company, _colon, branch = super().clean(value).partition(":")
        return Company.objects.get(pk=int(company)), Branch.objects.get(pk=int(branch)) if branch else None


class RoleForm(Form):
    """A role somewhere."""

    place = PlaceField("accounts.manage_people", label=_("Where"))
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place, role = self.fields["place"], self.fields["role"]
        assert isinstance(place, PlaceField)
        assert isinstance(role, forms.ChoiceField)
        place.by(actor)
        companies = access_of(actor).companies
        offered = [(r.name, r.label) for r in ROLES.values() if any(may_give(actor, r.name, c) for c in companies)]
        role.choices = [("", _("Choose a role")), *offered]


class InviteForm(RoleForm):
    """A person to let in, with a first role."""

    field_order = ("name", "email", "language", "place", "role")

    name = forms.CharField(label=_("Full name"), max_length=150)
    email = forms.EmailField(label=_("E-mail"))
    language = forms.ChoiceField(label=_("Language"), choices=Language)


class KeyForm(Form):
    """A key for a program."""

    wide = ("scopes", "reads")

    name = forms.CharField(label=_("Name"), max_length=100, help_text=_("Which program uses it."))
    place = PlaceField("accounts.manage_keys", label=_("Where"))
    expires_on = fields.DayField(label=_("Good until"), required=False, help_text=_("Empty: until it is revoked."))
    scopes = forms.MultipleChoiceField(label=_("May"), widget=forms.CheckboxSelectMultiple)
    reads = forms.MultipleChoiceField(label=_("Reads as well"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place, scopes, reads = self.fields["place"], self.fields["scopes"], self.fields["reads"]
        assert isinstance(place, PlaceField)
        assert isinstance(scopes, forms.MultipleChoiceField)
        assert isinstance(reads, forms.MultipleChoiceField)
        place.by(actor)
        scopes.choices = _held(actor)
        reads.choices = [(name, label) for name, label in field_rules().items() if scoping.reads(actor, name)]


def _held(actor: Actor) -> Sequence[tuple[str, Any]]:
    access = access_of(actor)
    return [(name, p.label) for name, p in sorted(permissions().items()) if access.can(name)]
