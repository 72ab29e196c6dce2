"""The people of the demo company: one for each role."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from erp.foundation.accounts import services as accounts
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Branch, Company


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to sign in as; ``sees`` says in a few words what the start page is for."""

    email: str
    name: str
    role: str
    sees: str
    branch: bool = False  # only the first branch


PEOPLE = (
    Person("wlasciciel@lipa.example", "Maria Lipska", "owner", "everything of the company"),
    Person("admin@lipa.example", "Jan Kowalik", "administrator", "channels, parked deliveries, people"),
    Person("sprzedaz@lipa.example", "Anna Nowak", "sales", "orders that need a hand"),
    Person("magazyn@lipa.example", "Piotr Zając", "warehouse", "what to pick and pack, in Warsaw only", branch=True),
    Person("zakupy@lipa.example", "Ewa Mazur", "buyer", "products, prices and costs"),
    Person("ksiegowosc@lipa.example", "Barbara Wilk", "accountant", "the books and the audit"),
)


def let_in(company: Company, branch: Branch, at: datetime) -> list[dict[str, str]]:
    """Give everybody their role and a password of this installation; returns what to sign in with."""
    logins = []
    for person in PEOPLE:
        user = accounts.invite_user(
            email=person.email,
            name=person.name,
            role=person.role,
            company=company,
            branch=branch if person.branch else None,
            language="pl",
            actor=SYSTEM,
            at=at,
        )
        if person.role == "owner":
            accounts.give_installation(user=user, actor=SYSTEM, at=at)
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save(update_fields=["password"])
        logins.append({"email": person.email, "password": password, "role": person.role, "sees": person.sees})
    return logins
