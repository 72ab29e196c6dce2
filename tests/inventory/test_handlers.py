"""Open pages hear that stock changed."""

import psycopg
import pytest

from erp.catalog.models import Variant
from erp.foundation.events.models import Delivery
from erp.foundation.events.relay import Relay
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import a_warehouse, an_owner, reserved, stocked
from tests.factories.organisation import CompanyFactory


@pytest.fixture
def mug(own_db: str) -> Variant:
    return VariantFactory.create(company=CompanyFactory.create())


def test_one_hint_for_a_variant_and_one_for_the_list_however_often_it_changed(own_db: str, mug: Variant) -> None:
    with psycopg.connect(own_db, autocommit=True) as browser:
        browser.execute("LISTEN live")
        stocked(mug, a_warehouse(mug.company), 5)
        for _ in range(3):
            reserved(mug, 1, owner=an_owner())
        Relay().run_once()
        hints = [hint.payload for hint in browser.notifies(timeout=1)]
    assert sorted(hints) == ["stock.list", f"stock.variant:{mug.pk}"]
    states = Delivery.objects.filter(handler="inventory.refresh_pages").values_list("state", flat=True)
    assert set(states) == {"done"}
