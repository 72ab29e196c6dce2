"""The shop, the orders and the ledgers held against each other after a replay."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from erp.demo.replay.scene import Scene
from erp.finance import queries as finance_read
from erp.finance import services as finance
from erp.finance.models import Role
from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.inventory import queries as inventory
from erp.orders.models import Order, OrderRefund

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Equality:
    """Figures of one thing from several places; they hold when they are all the same."""

    name: str
    figures: Mapping[str, Any]

    @property
    def holds(self) -> bool:
        return len(set(self.figures.values())) == 1


def equalities(scene: Scene, sent: int) -> list[Equality]:
    """Everything that must be equal once all has settled."""
    company = scene.firm.company
    at_shop = scene.shop.get(f"orders?limit={_ALL}")["orders"]
    taken = Order.objects.filter(company=company)
    refunds = OrderRefund.objects.filter(order__company=company)
    paid, back = _ledger(scene)
    found = [
        Equality("orders", {"sent": sent, "at the shop": len(at_shop), "imported": taken.count()}),
        Equality(
            "money of the orders, GBP",
            {
                "shop": _sum(order["totalPrice"] for order in at_shop),
                "orders": _money(taken.aggregate(total=Sum("total"))["total"]),
                "ledger": paid,
            },
        ),
        Equality(
            "money given back, GBP",
            {
                "shop": _sum(order["totalRefunded"] for order in at_shop),
                "orders": _money(refunds.aggregate(total=Sum("amount"))["total"]),
                "ledger": back,
            },
        ),
        Equality(
            "SKUs whose stock differs between shop and warehouse", {"shop": len(stock_differences(scene)), "none": 0}
        ),
        Equality("faults found by the audit of stock", {"audit": len(inventory.audit(company)), "none": 0}),
    ]
    faults = audit_of_books(scene)
    return [*found, Equality("faults found by the audit of the books", {"audit": sum(faults.values()), "none": 0})]


def stock_differences(scene: Scene) -> dict[str, tuple[int, Decimal]]:
    """By SKU what the shop offers and what is free here, where they are not the same."""
    shown = scene.shop.get("stock")
    free = inventory.available(scene.variants.values())
    pairs = {sku: (int(shown[sku]["available"]), free[variant]) for sku, variant in scene.variants.items()}
    return {sku: pair for sku, pair in pairs.items() if pair[0] != pair[1]}


def audit_of_books(scene: Scene) -> dict[str, int]:
    """The program's own audit of the company: how many faults each check found."""
    run = finance.run_audit(company=scene.firm.company, actor=SYSTEM, at=clock.now())
    return {finding.name: finding.count for finding in run.findings.order_by("position") if finding.count}


def _ledger(scene: Scene) -> tuple[Decimal, Decimal]:
    """What the money ledger says came in from the shop's payments and went back: the turnover of money on its way."""
    account = finance_read.accounts_by_role(scene.firm.company.pk)[Role.CLEARING]
    rows = [row for row in finance_read.trial_balance(scene.firm.company.pk) if row.account.pk == account.pk]
    return _money(sum(row.debit for row in rows)), _money(sum(row.credit for row in rows))


def _sum(amounts: Iterator[str]) -> Decimal:
    return _money(sum(map(Decimal, amounts)))


def _money(amount: Decimal | int | None) -> Decimal:
    return Decimal(amount or 0).quantize(Decimal("0.01"))
