"""The field by which a form asks for a company."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.actors import access_of
from erp.foundation.actor import Actor
from erp.foundation.organisation.models import Company


class CompanyField(forms.ChoiceField):
    """A company in which the actor holds a permission; not shown where there is only one."""

    def __init__(self, permission: str, **options: Any) -> None:
        self.permission = permission
        super().__init__(label=_("Company"), **options)

    def by(self, actor: Actor) -> None:
        """Offer the companies of the person who looks."""
        access = access_of(actor)
        found = Company.objects.all()
        if not access.everything:
            found = found.filter(pk__in=access.reach(self.permission).anywhere)
        self.choices = [(str(key), name) for key, name in found.values_list("pk", "name")]
        if len(self.choices) == 1:
            self.initial = self.choices[0][0]
            self.widget = forms.HiddenInput()

    def clean(self, value: Any) -> Company:
        """The company that was chosen."""
        return Company.objects.get(pk=int(super().clean(value)))


class CompanyFormMixin:
    """For forms with a field ``company``: takes the actor and offers their companies."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["company"]
        assert isinstance(field, CompanyField)
        field.by(actor)
