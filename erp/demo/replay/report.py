"""The report at the end of a replay: for people and as JSON."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db.models import Count, Sum

from erp.demo.replay.acting import Done
from erp.demo.replay.comparing import Equality, audit_of_books, stock_differences
from erp.demo.replay.scene import Scene
from erp.finance import queries as finance
from erp.finance.models import Role
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.workqueue.models import WorkItem
from erp.orders.models import Order
from erp.sync.models import InboundMessage, Refusal

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Report:
    """What a replay found; ``equal`` decides the command's exit status."""

    equalities: list[Equality]
    facts: dict[str, Any]

    @property
    def equal(self) -> bool:
        return all(each.holds for each in self.equalities) and not self.facts["still open"]

    def lines(self) -> list[str]:
        """For people."""
        lines = ["", "What must be equal"]
        for each in self.equalities:
            figures = ", ".join(f"{place} {figure}" for place, figure in each.figures.items())
            lines.append(f"  {'ok    ' if each.holds else 'DIFFER'} {each.name}: {figures}")
        for name, found in self.facts.items():
            if isinstance(found, dict):
                lines.append(name[0].upper() + name[1:])
                lines += [f"  {key}: {value}" for key, value in found.items()] or ["  none"]
            else:
                lines.append(f"{name[0].upper()}{name[1:]}: {found}")
        return lines

    def write(self, path: Path) -> None:
        """As JSON; amounts as text."""
        path.parent.mkdir(parents=True, exist_ok=True)
        found = {
            "equal": self.equal,
            "equalities": [{"name": e.name, "holds": e.holds, "figures": e.figures} for e in self.equalities],
            **self.facts,
        }
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")


def facts_of(scene: Scene, done: Done) -> dict[str, Any]:
    """Counts that are read from the program's own tables."""
    company, account = scene.firm.company, scene.account
    messages = InboundMessage.objects.filter(account=account)
    parked = Delivery.objects.filter(state=DeliveryState.PARKED).order_by().values_list("handler")
    work = WorkItem.objects.filter(company=company, state="open").exclude(kind__startswith="demo.").order_by()
    return {
        "steps": {"orders sent": len(done.sent), **done.steps},
        "hooks": {
            "kept": messages.count(),
            "duplicates ignored": messages.aggregate(total=Sum("copies"))["total"] or 0,
            "dead": messages.filter(status="dead").count(),
            "refused": Refusal.objects.filter(account=account).aggregate(total=Sum("count"))["total"] or 0,
        },
        "lines of the history without a place, by reason": _unplaced(done),
        "exceptions raised by the program, by kind": dict(work.values_list("kind").annotate(count=Count("pk"))),
        "parked deliveries, by handler": dict(parked.annotate(count=Count("pk"))),
        "orders by status": dict(
            Order.objects.filter(company=company).order_by().values_list("status").annotate(count=Count("pk"))
        ),
        "owed by customers in the books (what is paid and not shipped is negative)": finance.balance_of(
            company.pk, Role.RECEIVABLES
        ),
    }


def differences_of(scene: Scene) -> dict[str, Any]:
    """What to look at when something does not hold: the first SKUs and the checks that found faults."""
    stock = stock_differences(scene)
    shown = {sku: f"shop {shop}, warehouse {free}" for sku, (shop, free) in list(stock.items())[:SHOWN]}
    return {"SKUs that differ (first ones)": shown, "checks of the books with faults": audit_of_books(scene)}


def _unplaced(done: Done) -> dict[str, str]:
    counts: Counter[str] = Counter()
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for one in done.unplaced:
        counts[one.reason.value] += 1
        amounts[one.reason.value] += one.amount
    return {reason: f"{count} ({amounts[reason]} GBP)" for reason, count in counts.most_common()}
