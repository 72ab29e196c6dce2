"""Customers in the search over everything: by name only, since the index knows no field rules."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from erp.crm.events import CustomerChanged, CustomerCreated, CustomersMerged
from erp.crm.models import Customer
from erp.foundation.search import sources


def _read(keys: Sequence[str]) -> Iterable[sources.Found]:
    for customer in Customer.objects.filter(pk__in=[int(key) for key in keys], canonical=None):
        yield sources.Found(
            key=str(customer.pk),
            company_id=customer.company_id,
            title=str(customer),
            detail="",
            code="",
            words=[customer.name],
        )


sources.register(
    sources.Source(
        kind="crm.customer",
        label=_("Customers"),
        permission="crm.view",
        stale={
            CustomerCreated: lambda fact: [str(fact.customer_id)],
            CustomerChanged: lambda fact: [str(fact.customer_id)],
            CustomersMerged: lambda fact: [str(fact.customer_id), str(fact.merged_id)],
        },
        read=_read,
        url=lambda key: reverse("crm:customer", args=[key]),
    )
)
