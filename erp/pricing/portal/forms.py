"""Forms about prices."""

from typing import Any

from babel.numbers import list_currencies
from django import forms
from django.utils.translation import gettext_lazy as _

from erp.foundation.accounts.portal.companies import CompanyField, CompanyFormMixin
from erp.foundation.web.forms import fields, lookups
from erp.foundation.web.forms.base import Form
from erp.pricing.models import PriceList

USUAL = ("PLN", "EUR", "GBP", "USD", "CZK")


class ListForm(Form):
    """What may change about a price list."""

    name = forms.CharField(label=_("Name"), max_length=100)
    valid_from = fields.DayField(label=_("Valid from"), required=False)
    valid_to = fields.DayField(label=_("Valid to"), required=False)


class NewListForm(CompanyFormMixin, ListForm):
    """A price list to be made."""

    field_order = ("company", "code", "name", "currency", "includes_tax")

    company = CompanyField("pricing.edit")
    code = forms.SlugField(label=_("Code"), max_length=30, help_text=_("Short, such as RETAIL."))
    currency = forms.ChoiceField(label=_("Currency"))
    includes_tax = forms.BooleanField(label=_("Prices include tax"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = sorted(set(list_currencies(locale="en")) - set(USUAL))
        field = self.fields["currency"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, code) for code in (*USUAL, *others)]


class PriceForm(Form):
    """A price to set."""

    variant = lookups.LookupField("catalog.variant", label=_("Product"))
    min_quantity = fields.QuantityField(label=_("From quantity"), initial=1)
    valid_from = fields.DayField(label=_("Valid from"), required=False)
    valid_to = fields.DayField(label=_("Valid to"), required=False)

    def __init__(self, *args: Any, price_list: PriceList, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_price"] = fields.MoneyField(label=_("Price"), currency=price_list.currency)
        self.order_fields(("variant", "unit_price"))


class EndForm(Form):
    """The last day of a price."""

    after = fields.DayField(label=_("Last day"))
