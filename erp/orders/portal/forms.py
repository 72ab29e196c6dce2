"""Forms about orders."""

from django import forms
from django.utils.translation import gettext_lazy as _

from erp.foundation.web.forms import fields, lines, lookups
from erp.foundation.web.forms.base import Form
from erp.orders.states import Terms
from erp.pricing.models import PriceList


class CancelForm(Form):
    """Why an order is cancelled."""

    wide = ("reason",)
    reason = forms.CharField(label=_("Reason"), max_length=300)


class HoldForm(Form):
    """Why an order is held."""

    wide = ("note",)
    note = forms.CharField(label=_("Why should it wait?"), max_length=300)


class PhoneOrderForm(Form):
    """Who buys and where it goes; the customer is found, or a new one is made from the name."""

    wide = ("note",)
    reference = forms.CharField(widget=forms.HiddenInput)
    sales_channel = forms.ChoiceField(label=_("Channel"))
    customer = lookups.LookupField(
        "orders.customer",
        label=_("Known customer"),
        required=False,
        help_text=_("Name, e-mail, phone or tax number. Leave empty for a new one."),
    )
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    firm = forms.CharField(label=_("Firm"), max_length=200, required=False)
    tax_id = forms.CharField(label=_("Tax number"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postcode = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("City"), max_length=100, required=False)
    country = forms.RegexField(
        r"^[A-Z]{2}$", label=_("Country"), required=False, help_text=_("Two capital letters, such as PL.")
    )
    delivery_method = forms.CharField(label=_("Delivery"), max_length=200, required=False)
    pickup_point = forms.CharField(label=_("Pick-up point"), max_length=60, required=False)
    payment_terms = forms.ChoiceField(label=_("Payment"), choices=Terms.choices)
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: object, channels: list[tuple[str, str]], price_list: PriceList, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sales_channel"].choices = channels  # type: ignore[attr-defined]  # a choice field
        price = fields.MoneyField(label=_("Price of delivery"), currency=price_list.currency, required=False, least=0)
        self.fields["delivery_price"] = price

    def clean(self) -> dict[str, object]:
        """A buyer must be named, one way or the other."""
        data: dict[str, object] = super().clean() or {}
        if not (data.get("customer") or data.get("name") or data.get("firm")):
            self.add_error("name", _("Choose a known customer, or type a name."))
        return data


def line_form(price_list: PriceList) -> type[lines.LineForm]:
    """A line of a phone order in the currency of a price list; an empty price means the list's."""

    class PhoneLine(lines.LineForm):
        counted, priced = "quantity", "price"
        product = lookups.LookupField("orders.variant", label=_("Product (SKU, EAN, name)"))
        quantity = fields.QuantityField(label=_("Quantity"), least=0, initial=None)
        price = fields.MoneyField(label=_("Agreed price"), currency=price_list.currency, required=False, least=0)

    return PhoneLine
