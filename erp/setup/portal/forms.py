"""Forms of companies and their parts."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.portal.companies import CompanyField, CompanyFormMixin
from erp.foundation.organisation.models import CODE, ChannelKind
from erp.foundation.web.forms import fields
from erp.foundation.web.forms.base import Form
from erp.foundation.web.forms.cards import CardsField
from erp.setup.portal import world

Label = str | Promise
YES, NO = "yes", "no"


class CountrySelect(forms.Select):
    """A country; tells the page what usually goes with it."""

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **options)
        code = str(value)
        option["attrs"] |= {
            "data-currency": world.usual_currency(code),
            "data-time-zone": world.usual_zone(code),
            "data-chart": "polish" if code == "PL" else "international",
        }
        return option


class CompanyForm(Form):
    """Details of a company, which may change later. ``parts`` are its sections: title, hint, names of fields."""

    wide = ("street", "vat", "chart")
    parts: ClassVar[Sequence[tuple[Label, Label, tuple[str, ...]]]] = (
        (_("Company"), _("As it stands on invoices."), ("name", "legal_name", "country", "tax_id", "vat")),
        (_("Address"), _("On invoices and parcels."), ("street", "postal_code", "city")),
        (_("Language and time"), _("For documents, and for the days that the books count."), ("language", "time_zone")),
    )

    name = forms.CharField(
        label=_("Short name"), max_length=100, help_text=_("What people here call it: in menus and lists.")
    )
    legal_name = forms.CharField(
        label=_("Legal name"), max_length=250, required=False, help_text=_("Empty: the same as the short name.")
    )
    country = forms.ChoiceField(label=_("Country"), widget=CountrySelect({"data-leads": "currency time_zone chart"}))
    tax_id = forms.CharField(
        label=_("Tax number"), max_length=30, required=False, help_text=_("NIP, VAT number or what the country has.")
    )
    vat = CardsField(
        label=_("Registered for VAT?"),
        choices=(
            (YES, _("Yes"), _("Invoices show VAT, and it is posted.")),
            (NO, _("No"), _("Invoices go out without VAT.")),
        ),
        initial=YES,
    )
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postal_code = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("City"), max_length=100, required=False)
    language = forms.ChoiceField(label=_("Language of documents"), choices=[("pl", _("Polish")), ("en", _("English"))])
    time_zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "en")[:2]
        self._offer("country", world.countries(language))
        self._offer("time_zone", world.time_zones(language))

    def _offer(self, name: str, choices: Sequence[tuple[str, Label]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def sections(self) -> list[tuple[Label, Label, list[BoundField]]]:
        """The fields as the page lays them out."""
        return [(title, hint, [self[name] for name in names]) for title, hint, names in self.parts]

    def details(self) -> dict[str, Any]:
        """The values as the service takes them; only of a valid form."""
        names = ("name", "country", "tax_id", "street", "postal_code", "city", "language", "time_zone")
        data = self.cleaned_data
        legal_name = data["legal_name"] or data["name"]
        return {name: data[name] for name in names} | {"legal_name": legal_name, "vat_registered": data["vat"] == YES}


class FoundingForm(CompanyForm):
    """A company to found: its details, and what never changes afterwards."""

    parts = (
        *CompanyForm.parts[:2],
        (
            _("Books"),
            _("The currency stays for good. Accounts can be added later."),
            ("currency", "chart", "standard_rate"),
        ),
        CompanyForm.parts[2],
    )

    currency = forms.ChoiceField(label=_("Currency of the books"))
    standard_rate = fields.NumberField(
        label=_("Standard VAT rate"), required=False, decimals=3, least=0, most=100, unit="%"
    )
    chart = CardsField(
        label=_("Chart of accounts"),
        choices=(
            ("polish", _("Polish"), _("The model chart that Polish accountants know: 200, 221, 330, 730 …")),
            ("international", _("International"), _("A plain chart by thousands: 1100 receivables, 4000 sales …")),
        ),
    )

    def __init__(self, *args: Any, known_rates: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "en")[:2]
        self._offer("currency", world.currencies(language))
        self.known_rates = frozenset(known_rates)
        named = [name for code, name in world.countries(language) if code in self.known_rates]
        self.fields["standard_rate"].help_text = _("Leave empty for: %(countries)s. Their rates are here already.") % {
            "countries": ", ".join(named)
        }

    def clean(self) -> dict[str, Any]:
        """A rate is never guessed: where none is kept, it is asked for."""
        data: dict[str, Any] = super().clean() or {}
        unknown = data.get("country") and data["country"] not in self.known_rates
        if unknown and data.get("vat") == YES and data.get("standard_rate") is None:
            self.add_error("standard_rate", _("No rate of this country is kept yet: what is the standard one?"))
        return data


class PartForm(CompanyFormMixin, Form):
    """A branch or department to be made."""

    company = CompanyField("organisation.manage")
    code = forms.RegexField(
        CODE,
        label=_("Code"),
        max_length=20,
        help_text=_("Short, in capital letters: WAW. It stays for good."),
        error_messages={"invalid": _("Capital letters, digits, dashes; no blanks.")},
    )
    name = forms.CharField(label=_("Name"), max_length=100)


class ChannelForm(PartForm):
    """A sales channel to be made."""

    kind = forms.ChoiceField(label=_("Kind"), choices=ChannelKind.choices)


class NameForm(Form):
    """What something is called."""

    name = forms.CharField(label=_("Name"), max_length=100)
