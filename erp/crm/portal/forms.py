"""Forms about customers."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from erp.crm.models import CustomerKind
from erp.foundation.web.forms import lookups
from erp.foundation.web.forms.base import Form

LANGUAGES = [("pl", _("Polish")), ("en", _("English"))]


class CustomerForm(Form):
    """Details of a customer."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CustomerKind.choices)
    name = forms.CharField(label=_("Name"), max_length=200)
    tax_id = forms.CharField(label=_("Tax number"), max_length=20, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES, help_text=_("Messages and documents go out in this language.")
    )

    def __init__(self, *args: Any, hidden: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in hidden:
            self.fields.pop(name, None)


class EmailForm(Form):
    """An address to add."""

    email = forms.CharField(label=_("E-mail"), max_length=254)
    verified = forms.BooleanField(
        label=_("Verified"),
        required=False,
        help_text=_("Only if you made sure that the address is theirs: by it the customer is recognised."),
    )


class MergeForm(Form):
    """Who turned out to be this customer."""

    merged = lookups.LookupField("crm.customer", label=_("The other record of the same customer"))
