"""A cancellation of the history becomes a cancellation or a refund of the purchases that it matches, at the shop."""

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from erp.demo.controls import Refused, Simulator
from erp.demo.replay.matching import Match, Memory
from erp.demo.replay.meaning import Meaning
from erp.demo.replay.script import Part, Reason, TakeBack

if TYPE_CHECKING:
    from erp.demo.replay.acting import Done

TRIES = 5  # a parcel may leave between the look at the order and the refund
_GIVEN_BACK = (Meaning.GOODS, Meaning.MANUAL, Meaning.VOUCHER, Meaning.BUYER_FEE)


def take_back(step: TakeBack, shop: Simulator, memory: Memory, done: "Done") -> None:
    """
    Goods are matched with what the buyer had bought; discounts, and what else is only money, go back on the newest
    order that has so much left. What matches nothing is counted with its reason.
    """
    customer = step.invoice.customer
    by_order: dict[str, list[Match]] = defaultdict(list)
    for part in step.parts:
        matches = memory.match(customer, part) if part.meaning in _GIVEN_BACK else Reason.NEVER_SOLD
        if not isinstance(matches, Reason):
            memory.take(customer, matches)
            for match in matches:
                by_order[match.bought.order].append(match)
        elif part.meaning == Meaning.GOODS:
            done.except_for(step.invoice, matches, part.code, -part.amount)
        else:
            _pay_back(part, step, shop, memory, done)
    for order, taken in by_order.items():
        _refund(order, taken, step, shop, memory, done)


def _refund(order: str, matches: list[Match], step: TakeBack, shop: Simulator, memory: Memory, done: "Done") -> None:
    whole = not any(memory.left(step.invoice.customer, order).values())
    for _attempt in range(TRIES):
        seen = shop.get(f"orders/{order.rpartition('/')[2]}")
        try:
            if whole and _can_be_cancelled(seen):
                shop.post(f"orders/{seen['id']}/cancel", {"reason": "CUSTOMER", "note": step.invoice.number})
                done.steps["cancellations at the shop"] += 1
            else:
                wish = {"lines": _lines(seen, matches), "note": step.invoice.number}
                shop.post(f"orders/{seen['id']}/refund", wish)
                done.steps["refunds at the shop"] += 1
            return
        except Refused:
            continue
    worth = sum((match.quantity * match.bought.price for match in matches), Decimal(0))
    done.except_for(step.invoice, Reason.REFUSED, matches[0].bought.code, -worth)


def _can_be_cancelled(order: dict[str, Any]) -> bool:
    """Nothing sent, nothing taken back before, and no postage that the history keeps."""
    sent = any(each["status"] == "SUCCESS" for each in order["fulfillments"])
    postage = any(Decimal(line["originalPriceSet"]) for line in order["shippingLines"])
    return not (sent or order["refunds"] or order["cancelledAt"] or postage)


def _lines(order: dict[str, Any], matches: list[Match]) -> list[dict[str, Any]]:
    """What is still in the house is cancelled, what was sent comes back; fees are only paid back."""
    by_id = {str(line["id"]): line for line in order["lineItems"]}
    wanted: dict[str, int] = defaultdict(int)
    for match in matches:
        wanted[match.bought.line] += match.quantity
    lines = []
    for key, quantity in wanted.items():
        line = by_id[key]
        unsent = min(quantity, line["unfulfilledQuantity"])
        goods = line["itemId"] is not None
        kinds = (
            ("CANCEL" if goods else "NO_RESTOCK", unsent),
            ("RETURN" if goods else "NO_RESTOCK", quantity - unsent),
        )
        lines += [{"line": key, "quantity": count, "restockType": kind} for kind, count in kinds if count]
    return lines


def _pay_back(part: Part, step: TakeBack, shop: Simulator, memory: Memory, done: "Done") -> None:
    customer, amount = step.invoice.customer, part.amount
    order = memory.order_with(customer, amount)
    if order is None:
        done.except_for(step.invoice, Reason.NOTHING_PAID, part.code, -amount)
        return
    try:
        wish = {"amount": str(amount), "note": f"{step.invoice.number}: {part.title}"}
        shop.post(f"orders/{order.rpartition('/')[2]}/refund", wish)
    except Refused:
        done.except_for(step.invoice, Reason.REFUSED, part.code, -amount)
        return
    memory.pay_back(customer, order, amount)
    done.steps["money paid back"] += 1
