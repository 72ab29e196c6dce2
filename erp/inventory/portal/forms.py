"""Forms of stock."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from erp.foundation.web.forms import fields, lines, lookups
from erp.foundation.web.forms.base import Form


class KeyedForm(Form):
    """A form that carries a key of its own, so that sending it twice does its work once."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class CorrectionForm(KeyedForm):
    """How much more or less of a variant lies in a place."""

    place = lookups.LookupField("inventory.location", label=_("Place"))
    difference = fields.QuantityField(
        label=_("Difference"), least=None, help_text=_("What to add; with a minus, what to take away.")
    )
    reason = forms.CharField(label=_("Reason"), max_length=200)


class WriteOffForm(KeyedForm):
    """How much is thrown away."""

    place = lookups.LookupField("inventory.location", label=_("Place"))
    quantity = fields.QuantityField(label=_("Quantity"))
    reason = forms.CharField(label=_("Reason"), max_length=200)


class GoodsInForm(KeyedForm):
    """What came, where and on which paper."""

    place = lookups.LookupField("inventory.location", label=_("Place"))
    delivery_note = forms.CharField(label=_("Delivery note"), max_length=60, required=False)


class GoodsInLine(lines.LineForm):
    """A variant of a delivery, in the currency of the company's books."""

    counted, priced = "quantity", "unit_cost"
    variant = lookups.LookupField("inventory.variant", label=_("Product"))
    quantity = fields.QuantityField(label=_("Quantity"))
    unit_cost = fields.NumberField(label=_("Unit cost"), decimals=4, least=0)
    place = lookups.LookupField("inventory.location", label=_("Bin"), required=False)


class CountForm(Form):
    """Which place to count."""

    place = lookups.LookupField("inventory.location", label=_("Place"))


class EntryForm(Form):
    """What was counted where."""

    place = lookups.LookupField("inventory.location", label=_("Place"))
    variant = lookups.LookupField("inventory.variant", label=_("Product"))
    counted = fields.QuantityField(label=_("Counted"))


class TransferForm(KeyedForm):
    """From where to where."""

    source = lookups.LookupField("inventory.location", label=pgettext_lazy("place", "From"))
    destination = lookups.LookupField("inventory.location", label=pgettext_lazy("place", "To"))
    expected_on = fields.DayField(label=_("Expected"), required=False)


class TransferLineForm(lines.LineForm):
    """So much of a variant."""

    variant = lookups.LookupField("inventory.variant", label=_("Product"))
    quantity = fields.QuantityField(label=_("Quantity"))


class ReasonForm(Form):
    """Why."""

    reason = forms.CharField(label=_("Reason"), max_length=200)
