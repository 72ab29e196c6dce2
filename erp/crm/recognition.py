"""
By what a buyer is recognised: identity at a channel first, verified e-mail second, nothing else ever.

The SQL works on whole batches: one lookup, one insert, whatever their number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from erp.crm.contacts import Contact
from erp.crm.mailboxes import is_relay, normalise_email
from erp.crm.models import Customer, CustomerKind, CustomerStatus

_COLUMNS = [field.attname for field in Customer._meta.concrete_fields]
_FIND = f"""
WITH asked AS (
    SELECT * FROM unnest(
        %(n)s::int[], %(source)s::text[], %(remote_id)s::text[], %(address)s::text[], %(verified)s::bool[]
    ) AS a (n, source, remote_id, address, verified)
), found AS (
    SELECT DISTINCT ON (n) n, customer_id FROM (
        SELECT a.n, i.customer_id, 0 AS rank FROM asked a
            JOIN crm_customeridentity i
            ON i.source = a.source AND i.remote_id = a.remote_id AND i.company_id = %(company)s
        UNION ALL
        SELECT a.n, e.customer_id, 1 FROM asked a
            JOIN crm_customeremail e ON e.company_id = %(company)s AND e.address = a.address AND e.verified
            WHERE a.verified
    ) AS either ORDER BY n, rank
)
SELECT a.n,
    a.remote_id IS NULL OR EXISTS (
        SELECT FROM crm_customeridentity i WHERE i.source = a.source AND i.remote_id = a.remote_id),
    a.address IS NULL OR EXISTS (
        SELECT FROM crm_customeremail e WHERE e.customer_id IN (c.id, k.id) AND e.address = a.address
        AND (e.verified OR NOT a.verified OR EXISTS (
            SELECT FROM crm_customeremail o WHERE o.company_id = %(company)s AND o.address = a.address AND o.verified
        ))),
    {", ".join(f"k.{column}" for column in _COLUMNS)}
FROM asked a JOIN found f USING (n) JOIN crm_customer c ON c.id = f.customer_id
    JOIN crm_customer k ON k.id = COALESCE(c.canonical_id, c.id)
"""  # noqa: S608  # column names of our own model
_INSERT = """
INSERT INTO crm_customer (company_id, kind, status, name, tax_id, language, phone, created_at)
SELECT %(company)s, c.kind, c.status, c.name, c.tax_id, c.language, c.phone, %(at)s
FROM unnest(
    %(kind)s::text[], %(status)s::text[], %(name)s::text[], %(tax_id)s::text[], %(language)s::text[], %(phone)s::text[]
) WITH ORDINALITY AS c (kind, status, name, tax_id, language, phone, n)
ORDER BY n RETURNING id
"""
_LEARN = """
WITH said AS (
    SELECT * FROM unnest(%(customer)s::bigint[], %(source)s::text[], %(remote_id)s::text[], %(address)s::text[],
        %(verified)s::bool[], %(relay)s::bool[]) AS s (customer_id, source, remote_id, address, verified, relay)
), identities AS (
    INSERT INTO crm_customeridentity (company_id, customer_id, source, remote_id)
    SELECT %(company)s, customer_id, source, remote_id FROM said WHERE remote_id IS NOT NULL
    ON CONFLICT (source, remote_id) DO NOTHING
)
INSERT INTO crm_customeremail AS kept (company_id, customer_id, address, verified, relay)
SELECT DISTINCT ON (customer_id, address) %(company)s, customer_id, address,
    verified AND customer_id = theirs AND NOT EXISTS (
        SELECT FROM crm_customeremail e WHERE e.company_id = %(company)s AND e.address = said.address AND e.verified),
    relay
FROM (
    SELECT *, first_value(customer_id) OVER (PARTITION BY address ORDER BY verified DESC, customer_id) AS theirs
    FROM said
) AS said
WHERE address IS NOT NULL ORDER BY customer_id, address, verified DESC
ON CONFLICT (customer_id, address) DO UPDATE SET verified = true WHERE excluded.verified AND NOT kept.verified
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A contact in the form in which it is compared."""

    contact: Contact
    address: str | None
    verified: bool
    relay: bool

    @property
    def names(self) -> list[str]:
        """What this contact can be recognised by; none for a guest."""
        names = []
        if self.contact.remote_id:
            names.append(f"id:{self.contact.source}:{self.contact.remote_id}")
        if self.verified:
            names.append(f"mail:{self.address}")
        return names


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a contact is, and whether it tells something new about them."""

    customer: Customer
    complete: bool


def asked(contact: Contact) -> Asked:
    """The contact as it is compared: a typed address and a marketplace's relay are never verified."""
    address = normalise_email(contact.email)
    relay = address is not None and is_relay(address)
    return Asked(contact, address, bool(address) and contact.email_verified and not relay, relay)


def find(company_id: int, batch: Sequence[Asked]) -> dict[int, Found]:
    """Whom the contacts are, by their place in the batch; unknown ones and guests are left out."""
    places = [place for place, one in enumerate(batch) if one.names]
    if not places:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_FIND, {"company": company_id, "n": places, **_said([batch[place] for place in places])})
        rows = cursor.fetchall()
    found: dict[int, Found] = {}
    for place, identity_known, address_known, *values in rows:
        customer = Customer.from_db(connection.alias, _COLUMNS, values)
        found[place] = Found(customer, identity_known and address_known)
    return found


def insert(company_id: int, batch: Sequence[Asked], at: datetime) -> list[Customer]:
    """New customers for the contacts, one each."""
    if not batch:
        return []
    customers = [_customer(company_id, one, at) for one in batch]
    columns = ("kind", "status", "name", "tax_id", "language", "phone")
    arrays = {column: [str(getattr(customer, column)) for customer in customers] for column in columns}
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, {"company": company_id, "at": at, **arrays})
        keys = [key for (key,) in cursor.fetchall()]
    for customer, key in zip(customers, keys, strict=True):
        customer.pk, customer._state.adding, customer._state.db = key, False, connection.alias
    return customers


def learn(company_id: int, said: Sequence[tuple[Customer, Asked]]) -> None:
    """Keep what the contacts tell about their customers: identities and addresses, each once."""
    telling = [(customer, one) for customer, one in said if one.contact.remote_id or one.address]
    if not telling:
        return
    batch = [one for _customer, one in telling]
    customers = [customer.pk for customer, _one in telling]
    relays = [one.relay for one in batch]
    with connection.cursor() as cursor:
        cursor.execute(_LEARN, {"company": company_id, "customer": customers, "relay": relays, **_said(batch)})


def _said(batch: Sequence[Asked]) -> dict[str, list[Any]]:
    return {
        "source": [one.contact.source for one in batch],
        "remote_id": [one.contact.remote_id or None for one in batch],
        "address": [one.address for one in batch],
        "verified": [one.verified for one in batch],
    }


def _customer(company_id: int, one: Asked, at: datetime) -> Customer:
    contact = one.contact
    return Customer(
        company_id=company_id,
        kind=CustomerKind.FIRM if contact.firm or contact.tax_id else CustomerKind.PERSON,
        status=CustomerStatus.KNOWN if one.names else CustomerStatus.GUEST,
        name=(contact.firm or contact.name).strip()[:200],
        tax_id=contact.tax_id.strip()[:20],
        language="pl" if contact.language.lower().startswith("pl") else "en",
        phone=contact.phone.strip()[:40],
        created_at=at,
    )
