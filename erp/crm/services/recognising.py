"""A contact becomes the customer that it is, or a new one."""

from collections.abc import Sequence
from datetime import datetime

from erp.crm import recognition
from erp.crm.contacts import Contact
from erp.crm.events import CustomerChanged, CustomerCreated
from erp.crm.locking import lock_names
from erp.crm.models import Customer
from erp.crm.recognition import Asked
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.foundation.events.publishing import publish
from erp.foundation.organisation.models import Company


@use_case
def find_or_create_customer(*, company: Company, contact: Contact, actor: Actor, at: datetime) -> Customer:
    """
    The customer whom a contact means, made if nobody is known by it.

    Recognised by what the source calls them, then by a verified e-mail address; a typed address and a
    marketplace's relay recognise nobody. Who can't be recognised is a new guest each time. Merged customers are
    given as the one that stands for them. Safe to race: one customer comes out.
    """
    return find_or_create_customers(company=company, contacts=[contact], actor=actor, at=at)[0]


@use_case
def find_or_create_customers(
    *, company: Company, contacts: Sequence[Contact], actor: Actor, at: datetime
) -> list[Customer]:
    """:func:`find_or_create_customer` for a whole batch, in a fixed number of statements; in the order of contacts."""
    batch = [recognition.asked(contact) for contact in contacts]
    found = recognition.find(company.pk, batch)
    open_places = [place for place in range(len(batch)) if place not in found or not found[place].complete]
    if not open_places:
        return [found[place].customer for place in range(len(batch))]

    names = {name for place in open_places for name in batch[place].names}
    if names:
        lock_names(names)
        found = recognition.find(company.pk, batch)  # somebody may have made them before we had the lock
    customers = {place: one.customer for place, one in found.items()}
    _create_missing(company, batch, customers, actor, at)
    learning = [place for place in open_places if place not in found or not found[place].complete]
    recognition.learn(company.pk, [(customers[place], batch[place]) for place in learning])
    for customer in dict.fromkeys(found[place].customer for place in learning if place in found):
        publish(CustomerChanged(customer_id=customer.pk), actor=actor, subjects=[customer.ref])
    return [customers[place] for place in range(len(batch))]


def _create_missing(
    company: Company, batch: Sequence[Asked], customers: dict[int, Customer], actor: Actor, at: datetime
) -> None:
    """Make a customer for each contact that has none; contacts of the batch that share a name share the customer."""
    first_by_name: dict[str, int] = {}
    same_as: dict[int, int] = {}
    for place, one in enumerate(batch):
        if place in customers:
            continue
        first = next((first_by_name[name] for name in one.names if name in first_by_name), place)
        same_as[place] = first
        for name in one.names:
            first_by_name.setdefault(name, first)
    new = [place for place, first in same_as.items() if place == first]
    made = dict(zip(new, recognition.insert(company.pk, [batch[place] for place in new], at), strict=True))
    for place, first in same_as.items():
        customers[place] = made[first]
    for customer in made.values():
        publish(CustomerCreated(customer_id=customer.pk), actor=actor, subjects=[customer.ref])
