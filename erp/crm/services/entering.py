"""A customer is entered by a person."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.crm.contacts import PostalAddress
from erp.crm.events import CustomerCreated
from erp.crm.models import Customer, CustomerKind, CustomerStatus
from erp.crm.services.keeping import InvalidCustomer, add_email, checked_tax_id, remember_address
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCustomer:
    """What a person tells about a customer; ``email_verified`` says that they made sure that the address is theirs."""

    kind: str
    name: str
    language: str
    tax_id: str = ""
    phone: str = ""
    note: str = ""
    email: str = ""
    email_verified: bool = False
    address: PostalAddress | None = None


@use_case
def enter_customer(*, company: Company, new: NewCustomer, actor: Actor, at: datetime) -> Customer:
    """
    Enter a customer by hand. Whether somebody is there already is a question for people: ask ``queries.likely_same``.

    :raises InvalidCustomer: for a kind, language, tax number or address that can't be right, and without a name.
    :raises EmailTaken: when another customer proved that the address is theirs.
    """
    if new.kind not in CustomerKind.values:
        raise InvalidCustomer(field="kind", reason=_("a customer is a person or a firm."))
    if new.language not in {"pl", "en"}:
        raise InvalidCustomer(field="language", reason=_("messages go out in Polish or English."))
    if not new.name.strip():
        raise InvalidCustomer(field="name", reason=_("a customer has a name."))
    country = new.address.country if new.address else ""
    customer = Customer.objects.create(
        company=company,
        kind=new.kind,
        status=CustomerStatus.KNOWN,
        name=new.name.strip(),
        tax_id=checked_tax_id(company, country, new.tax_id),
        language=new.language,
        phone=new.phone.strip(),
        note=new.note.strip(),
        created_at=at,
    )
    publish(CustomerCreated(customer_id=customer.pk), actor=actor, subjects=[customer.ref])
    if new.address is not None:
        remember_address(customer=customer, address=new.address, actor=actor, at=at)
    if new.email.strip():
        add_email(customer=customer, email=new.email, verified=new.email_verified, actor=actor, at=at)
    return customer
