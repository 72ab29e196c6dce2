"""Endpoints about customers."""

import django_filters

from erp.crm import services as crm
from erp.crm.api import serializers
from erp.crm.models import Customer
from erp.crm.services import CustomerChanges
from erp.foundation.accounts import scoping
from erp.foundation.web.api.verbs import Call, verb
from erp.foundation.web.api.views import ReadViewSet


class CustomerFilter(django_filters.FilterSet):
    """What customers are narrowed by."""

    source = django_filters.CharFilter(field_name="identities__source")
    remote_id = django_filters.CharFilter(field_name="identities__remote_id")

    class Meta:
        model = Customer
        fields = ("company", "kind", "status", "canonical")


class CustomerViewSet(ReadViewSet[Customer]):
    """Customers: people and firms."""

    queryset = Customer.objects.prefetch_related("emails", "identities", "addresses")
    serializer_class = serializers.CustomerOutput
    permission = "crm.view"
    ordering = ("-pk",)
    filterset_class = CustomerFilter

    @verb(permission="crm.edit", takes=serializers.ChangesInput)
    def change(self, call: Call) -> Customer:
        """Change details; what is not named stays as it is."""
        changes = CustomerChanges(**call.data)
        return self._shown(crm.update_customer(customer=call.row, changes=changes, actor=call.actor, at=call.at))

    @verb(permission="crm.edit", takes=serializers.EmailInput)
    def add_email(self, call: Call) -> Customer:
        """Add an e-mail address. Safe to repeat."""
        crm.add_email(
            customer=call.row,
            email=call.data["email"],
            verified=call.data["verified"],
            actor=call.actor,
            at=call.at,
        )
        return self._shown(call.row)

    @verb(permission="crm.merge", takes=serializers.MergeInput)
    def merge(self, call: Call) -> Customer:
        """Let this customer stand for another one from now on."""
        merged = scoping.get_visible(Customer.objects.all(), call.actor, pk=call.data["merged"])
        scoping.require(call.actor, "crm.merge", merged)
        return self._shown(crm.merge_customers(keep=call.row, merged=merged, actor=call.actor, at=call.at))

    def _shown(self, customer: Customer) -> Customer:
        """The customer as it is now, with all parts loaded."""
        return self.queryset.all().get(pk=customer.pk)
