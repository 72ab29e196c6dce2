"""The pages about people, roles and keys in a browser: accessible, fitting, in both languages and themes."""

from typing import TYPE_CHECKING

import pytest

from erp.foundation.accounts.services import create_api_key
from erp.foundation.organisation.models import Company
from tests.browser.conftest import Visit, faults_of, picture
from tests.factories.accounts import AT, a_branch, a_member, a_role

if TYPE_CHECKING:
    from erp.foundation.accounts.models import User

pytestmark = pytest.mark.browser
LOOKS = [("en", "light", False), ("pl", "dark", False), ("pl", "light", True)]


@pytest.fixture
def crew(owner: "User") -> dict[str, str]:
    """A few people and a key; addresses by name."""
    company = Company.objects.get()
    branch = a_branch(company)
    packer = a_member("warehouse", company, branch, name="Piotr Lis")
    a_role(packer, "sales", company)
    a_member("accountant", company, name="Zofia Wąs")
    for name in ("Kasa w sklepie", "Hurtownia danych"):
        scopes = ["organisation.view", "catalog.view"]
        create_api_key(company=company, name=name, scopes=scopes, owner=owner, actor=owner.actor, at=AT)
    return {
        "people": "/setup/people/",
        "person": f"/setup/people/{packer.pk}/",
        "invite": "/setup/people/invite/",
        "keys": "/setup/keys/",
        "new-key": "/setup/keys/new/",
    }


@pytest.mark.parametrize("language, theme, phone", LOOKS)
def test_pages_are_accessible_and_fit(
    crew: dict[str, str], owner: "User", visit: Visit, language: str, theme: str, phone: bool
) -> None:
    for name, path in crew.items():
        page = visit(path, owner, language=language, theme=theme, phone=phone)
        picture(page, f"accounts-{name}-{language}-{theme}{'-phone' if phone else ''}")
        assert faults_of(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        assert page.complaints == [], path  # type: ignore[attr-defined]  # set by the fixture


def test_a_role_is_given_in_the_dialog(crew: dict[str, str], owner: "User", visit: Visit) -> None:
    page = visit(crew["person"], owner)
    page.get_by_role("link", name="Give a role").or_(page.get_by_role("button", name="Give a role")).first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Role").select_option("buyer")
    dialog.get_by_role("button", name="Give").click()

    page.get_by_text("The role is given.").wait_for()
    assert page.get_by_role("cell", name="Buyer").count() == 1
