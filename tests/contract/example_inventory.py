"""Examples for the pages of stock."""

from decimal import Decimal

from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.organisation.models import Company
from erp.inventory import services as inventory
from erp.inventory.models import GoodsIn, Location, StockCount, StockLevel, Transfer
from tests.contract.examples import example_for, example_of
from tests.factories.catalog import VariantFactory
from tests.factories.inventory import AT, a_warehouse, an_origin, stocked


@example_for("inventory:variant", "inventory:adjust", "inventory:write-off")
def variant(company: Company) -> dict[str, object]:
    found = VariantFactory.create(company=company)
    stocked(found, _place(company), 5)
    return {"pk": found.pk}


@example_of(GoodsIn)
def goods_in(company: Company) -> GoodsIn:
    line = inventory.Arrival(VariantFactory.create(company=company).pk, Decimal(2), Money("1.00", "PLN"))
    return inventory.book_goods_in(location=_place(company), lines=[line], delivery_note="WZ 7", actor=SYSTEM, at=AT)


@example_of(StockLevel)
def level(company: Company) -> StockLevel:
    found = VariantFactory.create(company=company)
    stocked(found, _place(company), 5)
    return StockLevel.objects.get(variant=found)


@example_of(StockCount)
def count(company: Company) -> StockCount:
    return inventory.open_count(location=_place(company), actor=SYSTEM, at=AT)


@example_of(Transfer)
def transfer(company: Company) -> Transfer:
    found, place = VariantFactory.create(company=company), _place(company)
    stocked(found, place, 5)
    return inventory.create_transfer(
        source=place,
        destination=_place(company),
        quantities={found.pk: Decimal(2)},
        actor=SYSTEM,
        at=AT,
    )


def _place(company: Company) -> Location:
    return a_warehouse(company, f"W{an_origin().key}")


@example_of(Location)
def place(company: Company) -> Location:
    return _place(company)
