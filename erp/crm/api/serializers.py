"""What the endpoints of customers take and give."""

from rest_framework import serializers

from erp.crm.models import Address, Customer, CustomerEmail, CustomerIdentity, CustomerKind
from erp.foundation.web.api.serializers import Input, Output


class EmailOutput(Output[CustomerEmail]):
    """An e-mail address."""

    class Meta:
        model = CustomerEmail
        fields = ("address", "verified", "relay")


class IdentityOutput(Output[CustomerIdentity]):
    """What a source calls the customer."""

    class Meta:
        model = CustomerIdentity
        fields = ("source", "remote_id")


class AddressOutput(Output[Address]):
    """A postal address."""

    class Meta:
        model = Address
        fields = ("name", "firm", "street", "street2", "city", "postcode", "region", "country", "phone", "last_used_at")


class CustomerOutput(Output[Customer]):
    """A customer; ``canonical`` is the one that stands for a merged one."""

    emails = EmailOutput(many=True, read_only=True)
    identities = IdentityOutput(many=True, read_only=True)
    addresses = AddressOutput(many=True, read_only=True)

    class Meta:
        model = Customer
        fields = (
            *("id", "company", "kind", "status", "name", "tax_id", "phone", "language", "canonical", "created_at"),
            *("emails", "identities", "addresses"),
        )


class ChangesInput(Input):
    """What to change; what is not named stays as it is."""

    kind = serializers.ChoiceField(choices=CustomerKind.choices, required=False)
    name = serializers.CharField(max_length=200, required=False)
    tax_id = serializers.CharField(max_length=20, allow_blank=True, required=False)
    language = serializers.ChoiceField(choices=["pl", "en"], required=False)
    phone = serializers.CharField(max_length=40, allow_blank=True, required=False)


class EmailInput(Input):
    """An address to add; ``verified`` only if somebody made sure that it is theirs."""

    email = serializers.CharField(max_length=254)
    verified = serializers.BooleanField(default=False)


class MergeInput(Input):
    """The customer that turned out to be this one."""

    merged = serializers.IntegerField()
