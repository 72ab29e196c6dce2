"""Stock for tests, made by the verbs themselves."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

from erp.catalog.models import Variant
from erp.foundation.actor import SYSTEM
from erp.foundation.money import Money
from erp.foundation.organisation.models import Branch, Company
from erp.foundation.refs import Ref
from erp.inventory import services as inventory
from erp.inventory.models import Location, LocationKind, StockLevel, StockMove
from tests.factories.organisation import BranchFactory

AT = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
_numbers = count(1)


def a_warehouse(
    company: Company | None = None, code: str = "MAIN", *, branch: Branch | None = None, sequence: int = 100
) -> Location:
    """A warehouse in a branch of its own, unless one is given."""
    branch = branch or (BranchFactory.create(company=company) if company else BranchFactory.create())
    return inventory.create_warehouse(
        branch=branch, code=code, name=f"Magazyn {code}", sequence=sequence, actor=SYSTEM, at=AT
    )


def a_bin(parent: Location, code: str, *, pickable: bool = True) -> Location:
    """A bin inside a warehouse or zone."""
    return inventory.create_place(
        parent=parent, kind=LocationKind.BIN, code=code, name=code, pickable=pickable, actor=SYSTEM, at=AT
    )


def stocked(
    variant: Variant, location: Location, quantity: int | str, *, unit_cost: str = "10.00", at: datetime = AT
) -> list[StockMove]:
    """So much of a variant received into a place."""
    line = inventory.Receipt("1", variant.pk, location.pk, Decimal(quantity), Money(unit_cost, "PLN"))
    return inventory.receive_stock(lines=[line], origin=an_origin("receipt"), actor=SYSTEM, at=at)


def an_origin(kind: str = "document") -> Ref:
    """A document that is different each time."""
    return Ref(f"tests.{kind}", str(next(_numbers)))


def an_owner(key: int | str | None = None) -> Ref:
    """An order that is different each time, unless its key is given."""
    return Ref("orders.order", str(key if key is not None else next(_numbers)))


def reserved(
    variant: Variant, quantity: int | str, *, owner: Ref | None = None, line_key: str = "1", at: datetime = AT
) -> Ref:
    """So much of a variant held for an owner."""
    owner = owner or an_owner()
    demand = [inventory.Demand(line_key, variant.pk, Decimal(quantity))]
    inventory.reserve_stock(demand=demand, owner=owner, company_id=variant.company_id, actor=SYSTEM, at=at)
    return owner


def level(variant: Variant, location: Location) -> tuple[Decimal, Decimal]:
    """On hand and reserved of a variant in a place; nothing where there is no level."""
    row = StockLevel.objects.filter(variant=variant, location=location).first()
    return (row.on_hand, row.reserved) if row else (Decimal(0), Decimal(0))


def demand(*lines: tuple[Variant, int]) -> Sequence[inventory.Demand]:
    """Lines numbered from 1."""
    return [inventory.Demand(str(i), variant.pk, Decimal(quantity)) for i, (variant, quantity) in enumerate(lines, 1)]
