"""What customers' records answer when others ask: who may open their files."""

from erp.crm.models import Customer
from erp.documents.services import register_owner_check
from erp.foundation.accounts.scoping import visible
from erp.foundation.actor import Actor


def _sees_customer(actor: Actor, key: str) -> bool:
    return key.isdigit() and visible(Customer.objects.filter(pk=int(key)), actor).exists()


register_owner_check("crm.customer", _sees_customer)
