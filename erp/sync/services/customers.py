"""Customers of a channel are kept right here: found by what the channel calls them, changed by what changed there."""

import hashlib
from datetime import datetime

from erp.crm import services as crm
from erp.crm.contacts import Contact
from erp.crm.models import Customer
from erp.foundation.actor import Actor
from erp.foundation.db import use_case
from erp.sync import queries
from erp.sync.models import Binding, ChannelAccount
from erp.sync.protocol import RemoteCustomer
from erp.sync.services.settling import settle_messages
from erp.sync.states import Kind


@use_case
def import_customer(
    *, account: ChannelAccount, customer: RemoteCustomer, fetched_at: datetime, actor: Actor, at: datetime
) -> None:
    """
    Take in a customer as it was fetched. Safe to repeat: a version that is known, or older, changes nothing.

    Who it is, the rules of the customers say: by the channel's id, then by an address the channel made sure of. What
    people here wrote stays until the channel itself says something else than it said before.
    """
    known = queries.binding(account.pk, Kind.CUSTOMER, customer.remote_id)
    if known is None or known.remote_version < customer.version:
        row = crm.find_or_create_customer(company=account.company, contact=customer.contact, actor=actor, at=at)
        said = _said(customer.contact)
        before = known.extra.get("said", {}) if known else None
        changes = {name: value for name, value in said.items() if value and _tells(row, name, value, before)}
        if changes:
            crm.update_customer(customer=row, changes=crm.CustomerChanges(**changes), actor=actor, at=at)
        if customer.address is not None:
            crm.remember_address(customer=row, address=customer.address, actor=actor, at=at)
        _bind(account, customer, row, said, at)
    settle_messages(
        account_id=account.pk,
        kind=Kind.CUSTOMER,
        remote_id=customer.remote_id,
        until=fetched_at,
        actor=actor,
        at=at,
    )


def _said(contact: Contact) -> dict[str, str]:
    """What the channel says, in the form in which a customer holds it."""
    return {
        "name": (contact.firm or contact.name).strip()[:200],
        "phone": contact.phone.strip()[:40],
        "language": "pl" if contact.language.startswith("pl") else "en",
    }


def _tells(row: Customer, name: str, value: str, before: dict[str, str] | None) -> bool:
    """Whether the channel says something new; the first time it only fills what is empty."""
    if before is None:
        return not getattr(row, name)
    return before.get(name) != _print(value)


def _print(value: str) -> str:
    """Enough of a value to see that it changed; the value itself is personal and kept with the customer only."""
    return hashlib.sha256(value.encode()).hexdigest()[:16]


def _bind(account: ChannelAccount, customer: RemoteCustomer, row: Customer, said: dict[str, str], at: datetime) -> None:
    values = {
        "local_kind": row.ref.kind,
        "local_key": row.ref.key,
        "remote_version": customer.version,
        "extra": {"said": {name: _print(value) for name, value in said.items()}},
        "gone": False,
    }
    Binding.objects.update_or_create(
        account=account,
        kind=Kind.CUSTOMER,
        remote_id=customer.remote_id,
        defaults=values,
        create_defaults=values | {"bound_at": at},
    )
