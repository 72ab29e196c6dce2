"""Examples of the foundation's own records."""

from typing import Any

from erp.foundation.accounts.models import ApiKey, Membership, User
from erp.foundation.accounts.services import create_api_key
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Branch, Company, Department, SalesChannel
from erp.foundation.organisation.services import create_department, create_sales_channel
from tests.contract.examples import example_for, example_of
from tests.factories.accounts import AT, a_branch, a_member, a_person, a_role


@example_of(Company)
def company(company: Company) -> Company:
    return company


@example_of(Branch)
def branch(company: Company) -> Branch:
    return a_branch(company)


@example_of(Department)
def department(company: Company) -> Department:
    return create_department(company=company, code="OPS", name="Operations", actor=SYSTEM, at=AT)


@example_of(SalesChannel)
def sales_channel(company: Company) -> SalesChannel:
    return create_sales_channel(company=company, code="WEB", name="Web", kind="web_shop", actor=SYSTEM, at=AT)


@example_for("web:comment")
def subject(company: Company) -> dict[str, Any]:
    return {"kind": "organisation.company", "key": str(company.pk)}


@example_for("web:lookup")
def lookup(company: Company) -> dict[str, Any]:
    return {"name": "no-such-lookup"}


@example_for("web:withdraw")
def comment(company: Company) -> dict[str, Any]:
    from erp.foundation.web.models import Comment

    made = Comment.objects.create(
        subject_kind="organisation.company",
        subject_key=str(company.pk),
        author_kind="user",
        author_key="0",
        text="Example",
        request_key="00000000-0000-7000-8000-000000000001",
        created_at=AT,
    )
    return {"pk": made.pk}


@example_for("web:notice")
def notice(company: Company) -> dict[str, Any]:
    from erp.foundation.web.models import Notice

    made = Notice.objects.create(comment_id=comment(company)["pk"], person_key="0", created_at=AT)
    return {"pk": made.pk}


@example_of(User)
def person(company: Company) -> User:
    return a_member("sales", company, name="Zofia Example")


@example_of(Membership)
def membership(company: Company) -> Membership:
    return a_role(a_person("Zofia Example"), "sales", company)


@example_of(ApiKey)
def api_key(company: Company) -> ApiKey:
    owner = a_member("owner", company)
    scopes = ["organisation.view"]
    return create_api_key(company=company, name="Till", scopes=scopes, owner=owner, actor=SYSTEM, at=AT)[0]
