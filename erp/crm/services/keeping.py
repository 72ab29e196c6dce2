"""What is known about a customer is kept right: details, addresses, e-mail."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from erp.crm import queries
from erp.crm.contacts import PostalAddress
from erp.crm.events import CustomerChanged
from erp.crm.locking import lock_customers, lock_names
from erp.crm.mailboxes import is_relay, normalise_email
from erp.crm.models import Address, Customer, CustomerEmail, CustomerKind, CustomerStatus
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.errors import BusinessError, Invalid
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company
from erp.foundation.organisation.services import InvalidDetail, compact_tax_id


class InvalidCustomer(Invalid):
    """A detail of the customer can't be right; ``field`` says which."""

    code = "invalid-customer"


class EmailTaken(BusinessError):
    """Another customer proved that the address is theirs."""

    code = "email-taken"
    message = _("This address belongs to another customer already. If they are the same person, merge them.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerChanges:
    """What to change about a customer; ``None`` leaves as it is."""

    kind: str | None = None
    name: str | None = None
    tax_id: str | None = None
    language: str | None = None
    phone: str | None = None
    note: str | None = None


@use_case
def update_customer(*, customer: Customer, changes: CustomerChanges, actor: Actor, at: datetime) -> Customer:
    """
    Change details of a customer. What stays the same causes nothing.

    A tax number that changes is checked by the rules of the country of the customer's last address, else of the
    company; one that a shop sent stays as it came.

    :raises InvalidCustomer: for an unknown kind or language, or a tax number that can't be right.
    """
    if changes.kind is not None and changes.kind not in CustomerKind.values:
        raise InvalidCustomer(field="kind", reason=_("a customer is a person or a firm."))
    if changes.language not in {None, "pl", "en"}:
        raise InvalidCustomer(field="language", reason=_("messages go out in Polish or English."))
    row = lock_customers([customer.pk])[customer.pk]
    wanted = {name: value.strip() for name, value in asdict(changes).items() if value is not None}
    if wanted.get("tax_id", row.tax_id) != row.tax_id:
        wanted["tax_id"] = checked_tax_id(row.company, queries.country_of(row), wanted["tax_id"])
    differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if differing:
        for name, value in differing.items():
            setattr(row, name, value)
        row.save(update_fields=list(differing))
        publish(CustomerChanged(customer_id=row.pk), actor=actor, subjects=[row.ref])
    return row


def checked_tax_id(company: Company, country: str, number: str) -> str:
    """
    A tax number as it is kept: compact, with the country's letters in front for a country other than the company's.

    :raises InvalidCustomer: when it can't be right by the rules of the country.
    """
    if not number.strip():
        return ""
    country = country or company.country
    try:
        compact = compact_tax_id(country, number)
    except InvalidDetail as error:
        raise InvalidCustomer(field="tax_id", reason=error.params["reason"]) from error
    return compact if country == company.country else f"{country}{compact}"


@use_case
def remember_address(*, customer: Customer, address: PostalAddress, actor: Actor, at: datetime) -> Address:
    """Keep an address that a customer used. The same one, but for case and blanks, is kept once."""
    row, created = Address.objects.get_or_create(
        customer=customer, digest=address.digest(), defaults={**asdict(address), "last_used_at": at}
    )
    if not created and row.last_used_at < at:
        Address.objects.filter(pk=row.pk, last_used_at__lt=at).update(last_used_at=at)
        row.last_used_at = at
    return row


@use_case
def add_email(*, customer: Customer, email: str, verified: bool, actor: Actor, at: datetime) -> CustomerEmail:
    """
    Keep an address of a customer; ``verified`` says that we made sure that it is theirs. Safe to repeat.

    :raises InvalidCustomer: when it is no address, or a relay was to be verified.
    :raises EmailTaken: when another customer's verified address was to be verified.
    """
    address = normalise_email(email)
    if address is None:
        raise InvalidCustomer(field="email", reason=_("this is not an e-mail address."))
    relay = is_relay(address)
    if relay and verified:
        raise InvalidCustomer(field="email", reason=_("a marketplace's relay address belongs to nobody."))
    row = lock_customers([customer.pk])[customer.pk]
    if verified:
        lock_names([f"mail:{address}"])
        others = CustomerEmail.objects.filter(company=row.company_id, address=address, verified=True)
        if others.exclude(customer=row).exists():
            raise EmailTaken
    kept, created = CustomerEmail.objects.get_or_create(
        customer=row, address=address, defaults={"company_id": row.company_id, "verified": verified, "relay": relay}
    )
    if verified and not kept.verified:
        kept.verified = True
        kept.save(update_fields=["verified"])
        created = True
    if verified and row.status == CustomerStatus.GUEST:
        Customer.objects.filter(pk=row.pk).update(status=CustomerStatus.KNOWN)
    if created:
        publish(CustomerChanged(customer_id=row.pk), actor=actor, subjects=[row.ref])
    return kept
