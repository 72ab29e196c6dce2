"""People, companies and roles for tests."""

from datetime import UTC, datetime

from erp.foundation.accounts.models import Membership, User
from erp.foundation.accounts.services import assign_role
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.organisation.services import CompanyDetails, create_branch, create_company

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"  # of every person in tests


def a_company(name: str = "Sklep Kubek", **details: str) -> Company:
    """A Polish company with books in PLN."""
    defaults = {"legal_name": f"{name} sp. z o.o.", "country": "PL", "time_zone": "Europe/Warsaw"}
    return create_company(
        details=CompanyDetails(name=name, **(defaults | details)),  # type: ignore[arg-type]  # all given are texts
        currency="PLN",
        valuation="moving_average",
        actor=SYSTEM,
        at=AT,
    )


def a_branch(company: Company, code: str = "WAW") -> Branch:
    """A branch of a company."""
    return create_branch(company=company, code=code, name=code.title(), actor=SYSTEM, at=AT)


def a_person(name: str = "Anna Nowak", *, password: str | None = None) -> User:
    """A person without any role; with a password only when one is asked for, since hashing takes time."""
    email = f"{name.lower().replace(' ', '.')}@example.com"
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(email, password, name=name)


def a_role(user: User, role: str, company: Company, branch: Branch | None = None) -> Membership:
    """A role that a person has."""
    return assign_role(user=user, role=role, company=company, branch=branch, actor=SYSTEM, at=AT)


def a_member(
    role: str, company: Company, branch: Branch | None = None, *, name: str = "", password: str | None = None
) -> User:
    """A person with one role, named after it unless a name is given."""
    user = a_person(name or f"{role.title()} {company.pk}", password=password)
    a_role(user, role, company, branch)
    return user
