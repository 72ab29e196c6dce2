"""Two customers turn out to be one."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.crm.events import CustomersMerged
from erp.crm.locking import lock_customers
from erp.crm.models import Customer, CustomerStatus
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError
from erp.foundation.events.publishing import publish


class CannotMerge(BusinessError):
    """The two can't be one."""

    code = "cannot-merge"
    message = _("These customers can't be merged: %(reason)s")


@use_case
def merge_customers(*, keep: Customer, merged: Customer, actor: Actor, at: datetime) -> Customer:
    """
    Let ``keep`` stand for ``merged`` from now on. Documents stay with the customer that they name.

    Safe to repeat.

    :raises CannotMerge: when they are the same, of two companies, or one was merged into a third before.
    """
    if keep.pk == merged.pk:
        raise CannotMerge(reason=_("they are the same."))
    # Those that point to the merged one move along, so that every pointer leads to the end at once.
    pointing = Customer.objects.filter(canonical=merged.pk).values_list("pk", flat=True)
    locked = lock_customers({keep.pk, merged.pk, *pointing})
    kept, gone = locked[keep.pk], locked[merged.pk]
    if gone.canonical_id == kept.pk:
        return kept
    if kept.company_id != gone.company_id:
        raise CannotMerge(reason=_("they belong to two companies."))
    if kept.canonical_id or gone.canonical_id:
        raise CannotMerge(reason=_("one of them was merged into another customer before."))
    Customer.objects.filter(canonical=gone.pk).update(canonical=kept.pk)
    Customer.objects.filter(pk=gone.pk).update(canonical=kept.pk, status=CustomerStatus.MERGED)
    if CustomerStatus.GUEST == kept.status != gone.status:
        Customer.objects.filter(pk=kept.pk).update(status=CustomerStatus.KNOWN)
    kept.refresh_from_db()
    publish(CustomersMerged(customer_id=kept.pk, merged_id=gone.pk), actor=actor, subjects=[kept.ref, gone.ref])
    return kept
