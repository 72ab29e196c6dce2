"""Reads of customers."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from erp.crm.mailboxes import normalise_email
from erp.crm.models import Customer, CustomerEmail, CustomerIdentity
from erp.foundation.organisation.models import Company


def canonical(customer: Customer) -> Customer:
    """The customer that this one turned out to be: itself, unless it was merged."""
    return customer.canonical or customer


def family(customer: Customer) -> list[int]:
    """Ids of all customers that are this one: the canonical one and those merged into it; for histories."""
    first = customer.canonical_id or customer.pk
    return [first, *Customer.objects.filter(canonical=first).order_by("pk").values_list("pk", flat=True)]


def by_identity(source: str, remote_id: str) -> Customer | None:
    """The customer whom a channel calls so, as it is known today."""
    identity = (
        CustomerIdentity.objects.filter(source=source, remote_id=remote_id)
        .select_related("customer__canonical")
        .first()
    )
    return canonical(identity.customer) if identity else None


def by_verified_email(company: Company | int, email: str) -> Customer | None:
    """The customer whose verified address it is, as it is known today."""
    row = (
        CustomerEmail.objects.filter(company=company, address=normalise_email(email), verified=True)
        .select_related("customer__canonical")
        .first()
    )
    return canonical(row.customer) if row else None


def matching(customers: "QuerySet[Customer]", text: str) -> "QuerySet[Customer]":
    """Customers by a part of the name, or by a whole e-mail address, phone, tax number or number at a channel."""
    text = text.strip()
    condition = Q(name__icontains=text) | Q(phone=text) | Q(tax_id=text.upper())
    if address := normalise_email(text):
        condition |= Q(pk__in=CustomerEmail.objects.filter(address=address).values("customer"))
    condition |= Q(pk__in=CustomerIdentity.objects.filter(remote_id=text).values("customer"))
    return customers.filter(condition)


def country_of(customer: Customer) -> str:
    """The country of the address used last, "" when none is known."""
    last = customer.addresses.exclude(country="").order_by("-last_used_at", "-pk").first()
    return last.country if last else ""


def likely_same(company: Company | int, *, email: str = "", tax_id: str = "") -> "QuerySet[Customer]":
    """
    Customers of a company who use this e-mail address or have this tax number, verified or not: a hint for people.

    Nobody is recognised by it. Numbers are compared without signs, with or without the country's letters.
    """
    condition = Q(pk=None)
    if address := normalise_email(email):
        condition |= Q(pk__in=CustomerEmail.objects.filter(address=address, relay=False).values("customer"))
    digits = "".join(character for character in tax_id.upper() if character.isalnum())
    if digits:
        condition |= Q(tax_id__in=[tax_id.strip(), digits, digits[2:] if digits[:2].isalpha() else digits])
    return Customer.objects.filter(condition, company=company, canonical=None).order_by("-pk")


def emails_of(customer_ids: Iterable[int]) -> dict[int, str]:
    """One address for each customer that has any, a verified one first and never a relay before a real one."""
    rows = CustomerEmail.objects.filter(customer__in=list(customer_ids)).order_by("verified", "-relay", "-pk")
    return dict(rows.values_list("customer_id", "address"))
