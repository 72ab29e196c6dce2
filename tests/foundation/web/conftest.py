"""People of the page tests. Models are imported where they are used: conftest files load before Django is set up."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from erp.foundation.accounts.models import User


@pytest.fixture
def anna(db: None) -> "User":
    """Owner of a company: may do everything there."""
    from tests.factories.accounts import a_company, a_member

    return a_member("owner", a_company(), name="Anna Nowak")


@pytest.fixture
def piotr(db: None) -> "User":
    """Works in the warehouse of the same company: may do little."""
    from tests.factories.accounts import a_company, a_member

    return a_member("warehouse", a_company(), name="Piotr Zając")
