"""Forms about customers."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from babel import Locale
from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.crm.models import CustomerKind
from erp.foundation.accounts.portal.companies import CompanyField, CompanyFormMixin
from erp.foundation.web.forms import lookups
from erp.foundation.web.forms.base import Form
from erp.foundation.web.forms.cards import CardsField

_SORTED = str.maketrans("ĄĆĘŁŃÓŚŹŻ", "ACELNOSZZ")
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
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, hidden: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in hidden:
            self.fields.pop(name, None)


class AddressForm(Form):
    """A postal address."""

    wide = ("street", "street2")

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    firm = forms.CharField(label=_("Firm"), max_length=200, required=False)
    street = forms.CharField(label=_("Street and number"), max_length=200)
    street2 = forms.CharField(label=_("Second line"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("City"), max_length=100)
    region = forms.CharField(label=_("Region"), max_length=100, required=False)
    country = forms.ChoiceField(label=_("Country"))
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_countries(self.fields["country"])


class NewCustomerForm(CompanyFormMixin, Form):
    """A customer to be entered. ``parts`` are the sections of the page: title, hint, names of fields."""

    wide = ("kind", "verified", "street", "note", "anyway")
    parts: ClassVar[Sequence[tuple[Any, Any, tuple[str, ...]]]] = (
        (_("Who"), _("A firm with its tax number gets invoices with it."), ("kind", "name", "tax_id", "language")),
        (_("How to reach them"), "", ("email", "phone", "verified")),
        (_("Address"), _("Leave it empty if you don't know it yet."), ("street", "postcode", "city", "country")),
        (_("Note"), _("Only people here read it."), ("note",)),
    )

    company = CompanyField("crm.edit")
    kind = CardsField(
        label=_("Kind"),
        choices=(
            (CustomerKind.PERSON.value, _("Person"), _("Buys for themselves.")),
            (CustomerKind.FIRM.value, _("Firm"), _("Buys for a business.")),
        ),
        initial=CustomerKind.PERSON.value,
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    tax_id = forms.CharField(label=_("Tax number"), max_length=30, required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES, help_text=_("Messages and documents go out in this language.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    verified = forms.BooleanField(
        label=_("The e-mail is theirs for sure"),
        required=False,
        help_text=_("Only if you made sure that the address is theirs: by it the customer is recognised."),
    )
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("City"), max_length=100, required=False)
    country = forms.ChoiceField(label=_("Country"))
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    anyway = forms.BooleanField(required=False, label=_("It is somebody else: add them"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_countries(self.fields["country"])

    def sections(self) -> list[tuple[Any, Any, list[BoundField]]]:
        """The fields as the page lays them out; the company first, where there are several."""
        first = [] if self.fields["company"].widget.is_hidden else [self["company"]]
        sections = [(title, hint, [self[name] for name in names]) for title, hint, names in self.parts]
        return [(sections[0][0], sections[0][1], first + sections[0][2]), *sections[1:]]


def offer_countries(field: Any) -> None:
    """Every country, by its name in the language of the page."""
    names: dict[str, str] = dict(Locale((get_language() or "en")[:2]).territories)
    known = [(code, name) for code, name in names.items() if len(code) == 2 and code.isalpha()]
    field.choices = sorted(known, key=lambda one: one[1].translate(_SORTED))


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
